import { benignWork } from '../campaign.ts'
import { auditGroupAssignment } from '../microsoft-directory.ts'
import { audit, principal } from '../microsoft-entra.ts'
import { auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'An expense service from the gallery gets single sign-on with SAML',
  sources: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/add-application-portal-setup-sso'],
  resembles: 'A new service principal gets a certificate and a password within minutes; then many people sign in.',
  accounts: 14,
  days: 10,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'larchwood', {
      feeds: 'entra',
      from: '2026-02-02',
      days: 50,
      after: 10,
      records: 200,
    })
    const { admin } = tenant
    const app = makeApp(random, 'Spendwell Expenses', tenant.id, { reply: 'https://sso.spendwell.example/saml/acs' })
    const at = start + 9 * hour + 20 * minute
    const ids = [...auditRegister(log, at, admin, app)]
    ids.push(
      audit(log, at + 4 * minute, {
        activity: 'Update service principal',
        category: 'ApplicationManagement',
        by: admin,
        targets: [
          principal(
            app,
            [
              { name: 'PreferredSingleSignOnMode', now: '["saml"]', before: '[]' },
              { name: 'Included Updated Properties', now: '"PreferredSingleSignOnMode"' },
              { name: 'TargetId.ServicePrincipalNames', now: JSON.stringify(app.appId) },
            ],
            true,
          ),
        ],
        details: { 'User-Agent': admin.agent, AppId: app.appId },
      }),
    )
    const name = 'CN=Microsoft Azure Federated SSO Certificate'
    ids.push(
      auditKeys(
        log,
        at + 6 * minute,
        admin,
        app,
        [],
        [
          { id: random.uuid(), name, type: 'AsymmetricX509Cert' },
          { id: random.uuid(), name, type: 'AsymmetricX509Cert' },
          { id: random.uuid(), name },
        ],
        { onPrincipal: true },
      ),
      auditGroupAssignment(log, at + 12 * minute, admin, app, { id: random.uuid(), name: 'All Employees' }),
    )
    for (let i = 0; i < 14; i += 1) {
      const user = person(i)
      const visits = random.integer(1, 3)
      for (let n = 0; n < visits; n += 1) {
        const when = start + random.integer(1, 4) * day + (8 + random.integer(0, 8)) * hour
        ids.push(
          userSignIn(log, when + i * minute + n * 7_000, {
            person: user,
            client: app,
            resource: app,
            ip: user.ip,
            protocol: 'saml20',
            ownerTenant: tenant.id,
          }),
        )
      }
    }
    return { records: log.records(), ids }
  },
})
