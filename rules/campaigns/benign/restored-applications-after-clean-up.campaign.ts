// The administrators delete applications that nobody seems to use, hear complaints, and restore three of them within two weeks.
import { benignWork } from '../campaign.ts'
import { appRoles } from '../microsoft-clients.ts'
import { auditAppRole, auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { polled, recycle } from '../microsoft-restored.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const names = [
  'Archivleser',
  'Scanner Etage 4',
  'Power BI Gateway alt',
  'Raumanzeige',
  'Newsletter 2024',
  'Bewerberportal',
  'Zeiterfassung',
  'Testmandant Mail',
  'Inventur',
  'Druckdienst',
]

export default benignWork({
  title: 'Ten unused applications are deleted, and three come back with their secrets and permissions',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/restore-application',
    'https://learn.microsoft.com/en-us/entra/architecture/recover-from-deletions',
  ],
  resembles: 'Deleted applications that may read mail are restored with their old secrets and sign in again at once.',
  accounts: 2,
  days: 12,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'brauhaus-ostertal', {
      feeds: 'entra',
      from: '2026-04-06',
      days: 77,
      after: 21,
      people: 17,
      records: 950,
      entra: 'polled',
    })
    const { admin, developer, helpdesk, graph } = tenant
    const apps = names.map((name, i) => makeApp(random, name, tenant.id, { ip: `203.0.113.${20 + i}` }))
    const needed = apps.filter((_, i) => [0, 5, 8].includes(i))
    apps.forEach((app, i) => {
      const born = start - 70 * day + Math.floor(i / 4) * day + 8 * hour + i * 23 * minute
      auditRegister(log, born, developer, app)
      auditKeys(log, born + 3 * minute, developer, app, [], [{ id: app.keyId, name: 'betrieb' }])
      if (i % 2 === 0)
        auditAppRole(log, born + 9 * minute, admin, app, graph, i === 0 ? appRoles.mailRead : appRoles.filesRead)
    })
    // The three signed in once a month, so that a review of 30 days missed two of them.
    for (const app of needed)
      for (const back of [58, 33]) appSignIn(log, start - back * day + 5 * hour, { app, resource: graph })
    const ids: string[] = []
    apps.forEach((app, i) => {
      ids.push(...recycle(log, start + 9 * hour + i * 90_000, 'Delete', admin, app))
    })
    needed.forEach((app, i) => {
      const at = start + ([2, 7, 11][i] ?? 2) * day + (8 + i) * hour + random.integer(0, 50) * minute
      ids.push(...recycle(log, at, 'Restore', i === 1 ? helpdesk : admin, app))
      for (let run = 0; run < 4; run += 1)
        ids.push(appSignIn(log, at + (20 + run * 6) * minute, { app, resource: graph }))
    })
    return polled(log.records(), ids)
  },
})
