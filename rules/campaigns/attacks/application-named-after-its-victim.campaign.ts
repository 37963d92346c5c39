// An application with the name of the clerk and three small scopes reads the mailbox slowly, also after a new password.
import { attackCampaign } from '../campaign.ts'
import { addressedConsent } from '../microsoft-client-kinds.ts'
import { mailRead } from '../microsoft-mail.ts'
import { endSessions, resetPassword } from '../microsoft-reset.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title:
    'An application of a stranger has the name of the clerk who consents, waits 16 days, and reads the mail in the evening',
  sources: [
    'https://github.com/HuskyHacks/cazadora',
    'https://cibered.com/ciberseguridad/hacking-etico/detecta-aplicaciones-oauth-maliciosas-en-microsoft-365-con-cazadora',
    'https://www.huntress.com/blog/legitimate-apps-as-traitorware-for-persistent-microsoft-365-compromise',
  ],
  facts: [
    'A custom application of an intruder often has the name of the user account.',
    'Its reply address is http://localhost:7823/access/.',
    'The user can install it without an administrator, because it asks for few permissions.',
    'The application remains in the tenant for months, and works after a new password.',
  ],
  build: (random) => {
    const stage = scene(random, 'wendel-joinery', { feeds: 'audit', from: '2025-01-06', days: 78, after: 50 })
    const { log, tenant, start, person } = stage
    const clerk = person(10)
    const app = makeApp(random, clerk.name, random.uuid(), {
      ip: '192.0.2.201',
      reply: 'http://localhost:7823/access/',
    })
    const entry = start + 15 * hour + 22 * minute
    const stranger = '192.0.2.90'
    const login = signInAudit(log, entry, {
      person: clerk,
      client: app,
      resource: tenant.graph,
      ip: stranger,
      detail: 'Redirect',
    })
    const consent = addressedConsent(log, entry + 20_000, {
      by: clerk,
      app,
      resource: tenant.graph,
      scopes: 'Mail.Read User.Read offline_access openid profile',
    })
    const evening = (from: number, evenings: number): readonly string[] =>
      Array.from({ length: evenings * 4 }, (_, i) =>
        mailRead(
          log,
          start + (from + Math.floor(i / 4)) * day + 20 * hour + (i % 4) * 6 * minute + random.integer(0, 90_000),
          { owner: clerk, client: app, ip: `192.0.2.${201 + (Math.floor(i / 4) % 5)}` },
          random.integer(4, 9),
          i % 4 === 3 ? '\\Sent Items' : '\\Inbox',
        ),
      )
    const before = evening(16, 9)
    const reset = start + 26 * day + 9 * hour
    resetPassword(log, reset, clerk)
    endSessions(log, reset + minute, clerk)
    signInAudit(log, reset + 20 * minute, {
      person: clerk,
      client: app,
      resource: tenant.graph,
      ip: '192.0.2.204',
      error: '50173',
      reason: 'FreshTokenNeeded',
      requestType: 'OAuth2:Token',
    })
    // The stranger signs in again with the new password, and the old grant needs no new consent.
    const again = start + 27 * day + 19 * hour + 40 * minute
    const second = signInAudit(log, again, {
      person: clerk,
      client: app,
      resource: tenant.graph,
      ip: '192.0.2.91',
    })
    const after = evening(28, 8)
    return {
      records: log.records(),
      firstHostile: login,
      dataLeft: [...before, ...after],
      required: [
        {
          act: 'A clerk consents to mail access for an application with the name of the clerk and a reply address on the local machine',
          ids: consent,
          minimum: 'medium',
        },
        { act: 'The application reads the mailbox from hosting in the evening', ids: before, minimum: 'medium' },
        {
          act: 'The application comes back after the new password, and reads again',
          ids: [second, ...after],
          minimum: 'medium',
        },
      ],
      quiet: stage.quiet,
    }
  },
})
