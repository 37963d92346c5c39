import { benignWork } from '../campaign.ts'
import { mailRead } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'The sales team connects its mailboxes and calendars with the customer database',
  sources: ['https://learn.microsoft.com/en-us/entra/identity-platform/permissions-consent-overview'],
  resembles:
    'Several people consent to a foreign application with mail access in one morning, and ' +
    'their mail is read from outside.',
  accounts: 4,
  days: 4,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'redmoor', {
      feeds: 'audit',
      from: '2026-03-16',
      days: 45,
      records: 230,
    })
    const app = makeApp(random, 'Clientwise CRM', random.uuid(), { ip: '203.0.113.44' })
    const scopes = 'offline_access openid profile User.Read Mail.Read Calendars.ReadWrite'
    const ids = [5, 7, 10, 12].flatMap((i, n) => {
      const by = person(i)
      const at = start + 9 * hour + n * 25 * minute
      return [
        signInAudit(log, at, {
          person: by,
          client: app,
          resource: tenant.graph,
          ip: by.ip,
          error: '65001',
          reason: 'DelegationDoesNotExist',
        }),
        ...consent(log, at + 30_000, { by, app, resource: tenant.graph, scopes, isNew: n === 0 }),
        signInAudit(log, at + 32_000, { person: by, client: app, resource: tenant.graph, ip: by.ip }),
        ...repeat(random, at + 10 * minute, 16, 4 * hour, (moment) =>
          mailRead(log, moment, { owner: by, client: app, ip: app.ip }, random.integer(1, 4)),
        ),
      ]
    })
    return { records: log.records(), ids }
  },
})
