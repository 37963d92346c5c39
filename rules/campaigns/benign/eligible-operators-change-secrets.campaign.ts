// Application operators activate their eligible roles in the maintenance window, and change the secrets of their applications.
import { benignWork } from '../campaign.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { polledOnly } from '../microsoft-one-source.ts'
import { activateInGroup, activateRole, applicationAdministrator } from '../microsoft-pim.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'Operators activate eligible roles in the maintenance window and change secrets',
  sources: [
    'https://learn.microsoft.com/en-us/entra/id-governance/privileged-identity-management/groups-activate-roles',
    'https://msft.pro/delegating-entraid-application-secret-rotation-without-ownership-rights/',
  ],
  resembles:
    'People without a standing role become application administrators, and within minutes applications have further secrets.',
  accounts: 4,
  days: 57,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'reederei-nordlicht', {
      feeds: 'entra',
      entra: 'polled',
      from: '2026-01-05',
      days: 80,
      after: 66,
      people: 24,
      records: 2400,
    })
    const group = { id: random.uuid(), name: 'Anwendungsbetrieb' }
    const names = ['Frachtbrief', 'Zeiterfassung', 'Zollmeldung', 'Kühlcontainer']
    const apps = names.map((name) => makeApp(random, name, tenant.id))
    const ids: string[] = []
    const current = new Map(apps.map((app) => [app.appId, { id: app.keyId, name: 'betrieb' }]))
    const window = (at: number, i: number): readonly string[] => {
      const operator = person(5 + (i % 4))
      const app = apps[i % apps.length] ?? tenant.hrSync
      const reason = `Wartungsfenster ${i + 1}, Wechsel ${app.name}`
      const old = current.get(app.appId) ?? { id: app.keyId, name: 'betrieb' }
      const now = { id: random.uuid(), name: `betrieb ${i + 1}` }
      current.set(app.appId, now)
      return [
        ...activateInGroup(log, at, operator, group, i % 3 === 0 ? 'Owner' : 'Member', reason),
        ...activateRole(log, at + 6 * minute, operator, applicationAdministrator, reason),
        auditKeys(log, at + 14 * minute, operator, app, [old], [old, now]),
        auditKeys(log, at + 7 * day + 2 * hour, operator, app, [old, now], [now]),
      ]
    }
    // The same window every week, before the measured weeks too.
    for (let i = 0; i < 8; i += 1) window(start - (8 - i) * 7 * day + 18 * hour, i)
    for (let i = 0; i < 8; i += 1)
      ids.push(...window(start + i * 7 * day + 18 * hour + random.integer(0, 40) * minute, 8 + i))
    const kept = polledOnly(log.records(), [...quiet, ...ids], 'directoryAudits')
    return { records: kept.records, ids: kept.ids.filter((id) => ids.includes(id)) }
  },
})
