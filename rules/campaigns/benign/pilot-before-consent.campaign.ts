// A project tries a new service before an administrator has approved it.
import { benignWork } from '../campaign.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'A project tries a planning board; everybody fails until the administrator approves it',
  sources: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-admin-consent-workflow'],
  resembles: 'many people fail at the consent of one unknown application of another tenant within an hour',
  accounts: 12,
  days: 3,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'pellworth', {
      feeds: 'entra',
      entra: 'polled',
      from: '2026-01-12',
      days: 63,
      people: 22,
    })
    const app = makeApp(random, 'Kanbird Boards', random.uuid())
    const common = { client: app, resource: tenant.graph, ownerTenant: app.ownerTenant }
    const team = [3, 4, 6, 7, 9, 10, 12, 13, 15, 17, 20].map(person)
    const link = start + 9 * hour + 30 * minute
    // Some try twice; two of them get the error of the first request instead of the page that asks for approval.
    const failed = team.flatMap((who, i) =>
      Array.from({ length: i % 3 === 0 ? 2 : 1 }, (_, k) =>
        userSignIn(log, link + i * 4 * minute + k * 50_000 + random.integer(0, 60_000), {
          ...common,
          person: who,
          ip: who.ip,
          error: i % 5 === 0 ? 65001 : 90094,
          reason:
            i % 5 === 0
              ? 'The user or administrator has not consented to use the application.'
              : 'Admin consent is required for the permissions requested by this application.',
        }),
      ),
    )
    const approved = auditConsent(
      log,
      start + day + 10 * hour + 12 * minute,
      tenant.admin,
      { client: app, resource: tenant.graph, scopes: 'openid profile email User.Read Calendars.Read' },
      true,
    )
    const works = team.map((who, i) =>
      userSignIn(log, start + day + 11 * hour + i * 7 * minute, { ...common, person: who, ip: who.ip }),
    )
    return { records: log.records(), ids: [...failed, ...approved, ...works] }
  },
})
