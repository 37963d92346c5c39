import { attackCampaign } from '../campaign.ts'
import { mailRead, mailSend } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

export default attackCampaign({
  title: 'A consented planning tool waits for three weeks, and then works in one mailbox for 37 minutes after midnight',
  sources: ['https://skeletos.io/oauth-consent-phishing-email-attack-india-case-study/'],
  facts: [
    'A member of the sales team accepted a productivity tool with read and write access to mail and calendar.',
    'Nothing happened for three weeks.',
    'Just after midnight the application WeveAgave used the mailbox thirty times in thirty-seven minutes.',
    'It sent a message from the account to itself, and an inbox rule moved that message to the deleted items.',
    'It sent another message with a routine subject to a business contact.',
    'The password of the account was never stolen, and a new password did not stop the access.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'harbourline-claims', {
      feeds: 'audit',
      from: '2026-03-02',
      days: 56,
      after: 30,
      people: 18,
      records: 620,
    })
    const victim = person(7)
    const app = makeApp(random, 'WeveAgave', random.uuid())
    const clicked = start + day + 9 * hour + 12 * minute
    signInAudit(log, clicked - 20_000, { person: victim, client: app, resource: tenant.graph, ip: victim.ip })
    const accepted = consent(log, clicked, {
      by: victim,
      app,
      resource: tenant.graph,
      scopes: 'openid profile email offline_access User.Read Mail.ReadWrite Mail.Send Calendars.ReadWrite',
    })
    const access = { owner: victim, client: app, ip: '192.0.2.143' }
    const woken = start + 23 * day + 4 * minute
    const reads: string[] = []
    for (let i = 0; i < 27; i += 1)
      reads.push(
        mailRead(
          log,
          woken + i * 80_000 + random.integer(0, 20_000),
          access,
          random.integer(1, 4),
          random.pick(['\\Inbox', '\\Inbox', '\\Sent Items', '\\Calendar']),
        ),
      )
    const rule = cmdlet(log, woken + 19 * minute, {
      by: victim,
      operation: 'New-InboxRule',
      objectId: `${victim.upn}\\.`,
      parameters: {
        AlwaysDeleteOutlookRulesBlob: 'False',
        Force: 'False',
        Name: '.',
        From: victim.upn,
        MoveToFolder: 'Deleted Items',
        MarkAsRead: 'True',
        StopProcessingRules: 'True',
      },
      ip: access.ip,
      clientAppId: app.appId,
    })
    const self = mailSend(log, woken + 21 * minute, access, 'Policy schedule')
    const letter = mailSend(log, woken + 37 * minute, access, 'Re: renewal schedule for the second quarter')
    // The account gets a new password in the morning; the application comes back once.
    const again = mailRead(log, woken + 2 * day + 5 * minute, access, 3)
    return {
      records: log.records(),
      firstHostile: accepted[0] ?? '',
      dataLeft: [...reads, again],
      required: [
        { act: 'A person consents to an unknown tool with full access to mail', ids: accepted, minimum: 'medium' },
        {
          act: 'The sleeping tool reads, hides and sends mail at night from a foreign network',
          ids: [...reads, rule, self, letter, again],
          minimum: 'medium',
        },
      ],
      quiet,
    }
  },
})
