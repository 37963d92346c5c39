import { benignWork } from '../campaign.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'A department starts to sign contracts electronically; everybody consents on the day of the training',
  sources: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/user-admin-consent-overview'],
  resembles: 'Ten people consent to the same new foreign application within hours, with lasting access.',
  accounts: 10,
  days: 2,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'elmstead', {
      feeds: 'entra',
      from: '2026-03-23',
      days: 42,
      records: 220,
      people: 18,
      entra: 'polled',
    })
    const app = makeApp(random, 'Signhouse eSign', random.uuid())
    const scopes = 'openid profile email offline_access User.Read Files.ReadWrite.AppFolder'
    const ids = Array.from({ length: 10 }, (_, n) => {
      const by = person(n + 6)
      const at = start + (n < 8 ? 0 : day) + 10 * hour + n * 11 * minute
      return [
        userSignIn(log, at, {
          person: by,
          client: app,
          resource: tenant.graph,
          ip: by.ip,
          error: 65001,
          reason: 'The user or administrator has not consented to use the application.',
          ownerTenant: app.ownerTenant,
        }),
        ...auditConsent(
          log,
          at + 40_000,
          by,
          { client: app, resource: tenant.graph, scopes, user: by },
          false,
          n === 0,
        ),
        userSignIn(log, at + 42_000, {
          person: by,
          client: app,
          resource: tenant.graph,
          ip: by.ip,
          ownerTenant: app.ownerTenant,
        }),
      ]
    }).flat()
    return { records: log.records(), ids }
  },
})
