// One consent to an assistant that reads a little of the mailbox for three months, then a whole folder.
import { attackCampaign } from '../campaign.ts'
import { mailRead, mailSync } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'Assistant for work with artificial intelligence waits three months',
  sources: ['https://redcanary.com/blog/threat-detection/oauth-app-attacks'],
  facts: [
    'An employee likely gets a mail about a new application with artificial intelligence, and sees a real consent page.',
    'One user consents; the application is a lasting way into the mailbox.',
    'The attacker is patient: the access is used for about 90 days before the next step.',
    'The content that was read shapes the later messages.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'quillhaven', {
      feeds: 'audit',
      from: '2025-07-07',
      days: 70,
      after: 100,
      records: 400,
    })
    const victim = person(5)
    const server = '164.92.147.18'
    const app = makeApp(random, 'Flowmind AI Workspace', random.uuid(), { ip: server, agent: 'node-fetch/1.0' })
    const begin = start + 2 * day + 9 * hour + 31 * minute
    signInAudit(log, begin - 9000, {
      person: victim,
      client: app,
      resource: tenant.graph,
      ip: victim.ip,
      error: '65001',
      reason: 'DelegationDoesNotExist',
    })
    const given = consent(log, begin, {
      by: victim,
      app,
      resource: tenant.graph,
      scopes: 'openid profile email offline_access User.Read Mail.Read MailboxSettings.Read',
    })
    const first = given[0]
    if (first === undefined) throw new RangeError('no consent')

    const small = repeat(random, begin + day, 58, 36 * hour, (at) =>
      mailRead(log, at, { owner: victim, client: app, ip: server }, random.integer(1, 3)),
    )
    const last = start + 93 * day + 4 * hour
    const folders = ['\\Inbox', '\\Sent Items', '\\Inbox\\Payments', '\\Inbox\\Suppliers'].map((path, i) =>
      mailSync(log, last + i * 7 * minute, { owner: victim, client: app, ip: server }, path),
    )

    return {
      records: log.records(),
      firstHostile: first,
      dataLeft: [...small, ...folders],
      required: [
        {
          act: 'Consent to mail and lasting access for an application new in the tenant',
          ids: given,
          minimum: 'medium',
        },
        {
          act: 'The application copies whole folders after months of small reads',
          ids: folders,
          minimum: 'medium',
        },
      ],
      quiet,
    }
  },
})
