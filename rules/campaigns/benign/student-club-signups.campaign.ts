import { benignWork } from '../campaign.ts'
import { scopeIds } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { consent } from '../microsoft-oauth.ts'
import { register } from '../microsoft-registrations.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'A student club registers its own sign-up page and half of the members consent in three days',
  sources: ['https://learn.microsoft.com/en-us/entra/identity-platform/quickstart-register-app'],
  resembles: 'A user without a role registers an application with a secret, and many people consent in a short time.',
  accounts: 12,
  days: 4,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'saltmarsh-college', {
      feeds: 'audit',
      from: '2026-08-03',
      days: 50,
      records: 220,
      people: 20,
    })
    const student = person(6)
    const app = makeApp(random, 'Rowing Club Rota', tenant.id, { reply: 'http://localhost:3000/auth/callback' })
    const at = start + 15 * hour + 10 * minute
    const ids = [
      ...register(log, at, student, app, { scopes: [scopeIds.userRead] }),
      credential(log, at + 4 * minute, student, app, [], [{ id: app.keyId, name: 'rota' }]),
    ]
    for (let i = 0; i < 12; i += 1) {
      const member = person(i + 6)
      const when = start + day + random.integer(0, 2) * day + (9 + random.integer(0, 9)) * hour + i * 4 * minute
      ids.push(
        signInAudit(log, when, {
          person: member,
          client: app,
          resource: tenant.graph,
          ip: member.ip,
          error: '65001',
          reason: 'DelegationDoesNotExist',
        }),
        ...consent(log, when + 12_000, {
          by: member,
          app,
          resource: tenant.graph,
          scopes: 'openid profile email User.Read',
          isNew: false,
        }),
        signInAudit(log, when + 15_000, {
          person: member,
          client: app,
          resource: tenant.graph,
          ip: member.ip,
          requestType: 'OAuth2:Token',
        }),
      )
    }
    return { records: log.records(), ids }
  },
})
