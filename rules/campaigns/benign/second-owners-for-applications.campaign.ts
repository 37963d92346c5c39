import { benignWork } from '../campaign.ts'
import { credential, owner } from '../microsoft-credentials.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const rooms = 'Billing,Archive,Portal,Scanner,Labels,Forms,Metering,Claims,Dispatch,Survey,Fleet,Payslips'
const uses = 'Sync,Gateway,Export,Robot,Notifier'

export default benignWork({
  title: 'Each of 60 registrations gets a second owner, and the new owners replace secrets that expire soon',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/overview-assign-app-owners',
    'https://learn.microsoft.com/en-us/entra/identity/monitoring-health/recommendation-renew-expiring-application-credential',
  ],
  resembles: 'New owners appear at many applications, and the next day they add secrets and delete the old ones.',
  accounts: 4700,
  days: 33,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'meridian-utilities', {
      feeds: 'audit',
      from: '2026-04-06',
      days: 63,
      after: 33,
      people: 48,
      records: 820,
    })
    const apps = rooms
      .split(',')
      .flatMap((room) => uses.split(',').map((use) => makeApp(random, `${room} ${use}`, tenant.id)))
    const ids: string[] = []
    for (const [i, app] of apps.entries()) {
      // Three applications on a working day, in the order of the list of the administrator.
      const working = Math.floor(i / 3)
      const date = start + (Math.floor(working / 5) * 7 + (working % 5)) * day
      const second = person(8 + (i % 22))
      const at = date + 9 * hour + (i % 3) * 11 * minute + random.integer(0, 6) * minute
      ids.push(owner(log, at, tenant.admin, app, second))
      if (i % 5 > 1) continue
      const old = { id: app.keyId, name: `${random.pick(['prod', 'main', 'key'])} 2024` }
      const fresh = { id: random.uuid(), name: '2026' }
      const change = at + day + random.integer(0, 5) * hour
      ids.push(
        credential(log, change, second, app, [old], [old, fresh]),
        credential(log, change + 6 * hour, second, app, [old, fresh], [fresh]),
      )
    }
    return { records: log.records(), ids }
  },
})
