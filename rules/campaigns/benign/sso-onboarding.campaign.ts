import { benignWork } from '../campaign.ts'
import { consent, userAssignment } from '../microsoft-oauth.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'The administrator connects a learning platform for single sign-on for everybody',
  sources: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/add-application-portal'],
  resembles: 'A foreign application is new in the tenant and gets consent for the whole tenant.',
  accounts: 9,
  days: 2,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'millbrook', {
      feeds: 'audit',
      from: '2026-03-02',
      days: 42,
      records: 200,
    })
    const { admin, graph } = tenant
    const app = makeApp(random, 'Learnfold Academy', random.uuid())
    const at = start + 9 * hour
    const ids = [
      ...consent(log, at, {
        by: admin,
        app,
        resource: graph,
        scopes: 'User.Read openid profile email',
        admin: true,
        everyone: true,
      }),
      ...[0, 3, 4, 5, 6, 8, 9, 11, 13].flatMap((i, n) => {
        const moment = at + hour + n * 37 * minute
        return [
          signInAudit(log, moment, { person: person(i), client: app, resource: graph, ip: person(i).ip }),
          userAssignment(log, moment + 1000, person(i), app),
        ]
      }),
    ]
    return { records: log.records(), ids }
  },
})
