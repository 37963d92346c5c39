import { benignWork } from '../campaign.ts'
import { firstParty, scopeIds } from '../microsoft-clients.ts'
import { credential, owner } from '../microsoft-credentials.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { consent } from '../microsoft-oauth.ts'
import { register } from '../microsoft-registrations.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'The developer registers test applications of the lab and tries them on his own account',
  sources: ['https://learn.microsoft.com/en-us/entra/identity-platform/quickstart-register-app'],
  resembles: 'New applications get a secret within minutes, the same user consents, and the application calls Graph.',
  accounts: 1,
  days: 9,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'larkfield', {
      feeds: 'both',
      from: '2026-02-05',
      days: 60,
      after: 10,
      records: 260,
    })
    const { developer, graph } = tenant
    const make = (at: number, name: string): readonly string[] => {
      const app = makeApp(random, name, tenant.id, { ip: developer.ip, reply: 'http://localhost:3000/auth/callback' })
      return [
        userSignIn(log, at, { person: developer, client: firstParty.azurePortal, resource: graph, ip: developer.ip }),
        ...register(log, at + minute, developer, app, { scopes: [scopeIds.userRead] }),
        owner(log, at + minute + 1500, developer, app, developer),
        credential(log, at + 4 * minute, developer, app, [], [{ id: app.keyId, name: 'local test' }]),
        userSignIn(log, at + 9 * minute, {
          person: developer,
          client: app,
          resource: graph,
          ip: developer.ip,
          ownerTenant: tenant.id,
        }),
        ...consent(log, at + 9 * minute + 20_000, {
          by: developer,
          app,
          resource: graph,
          isNew: false,
          scopes: 'openid profile User.Read Calendars.Read',
        }),
        ...repeat(random, at + 10 * minute, 8, minute, (moment, i) =>
          graphCall(log, moment, {
            client: app,
            person: developer,
            ip: developer.ip,
            agent: 'node-fetch/3.3.2',
            permissions: 'Calendars.Read User.Read openid profile',
            uri: i % 2 ? '/me' : '/me/events?$top=10',
          }),
        ),
      ]
    }
    ;[49, 38, 24, 13].forEach((ago, i) => {
      make(start - ago * day + 13 * hour, `lab-${['login', 'rooms', 'tasks', 'forms'][i]}`)
    })
    const ids = [
      ...make(start + 10 * hour, 'lab-planner'),
      ...make(start + day + 14 * hour, 'lab-kiosk'),
      ...make(start + 8 * day + 11 * hour, 'lab-badges'),
    ]
    return { records: log.records(), ids }
  },
})
