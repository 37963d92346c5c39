// A stolen account registers an application, which makes a hiding rule in the mailbox and sends phishing to partners.
import { attackCampaign } from '../campaign.ts'
import { firstParty, scopeIds } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { mailSend } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { register } from '../microsoft-registrations.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { hour, makeApp, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

export default attackCampaign({
  title: 'An application of a stolen account hides replies with a rule and sends phishing',
  sources: [
    'https://www.jsplaces.com/microsoft/13/12/2023/threat-actors-misuse-oauth-applications-to-automate-financially-driven-attacks/',
    'https://unsafe.sh/go-206740.html',
  ],
  facts: [
    'Attackers steal accounts that have no strong sign-in and may register applications.',
    'They register applications with permissions for mail, and keep access when the account is lost.',
    'A rule moves messages to a folder that nobody reads and marks them as read.',
    'The application sends phishing from the account; one subject is "You have an encrypted message".',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'cobblemoor', {
      feeds: 'both',
      from: '2025-06-02',
      days: 98,
      after: 7,
      records: 440,
    })
    const victim = person(6)
    const ip = '192.0.2.114'
    const app = makeApp(random, 'mailtools', tenant.id, { ip, agent: 'python-requests/2.31.0' })
    const at = start + 3 * hour
    const taken = userSignIn(log, at, { person: victim, client: firstParty.azurePortal, resource: tenant.graph, ip })
    const made = register(log, at + 6 * minute, victim, app, {
      manyTenants: true,
      scopes: [scopeIds.mailReadWrite, scopeIds.mailSend, scopeIds.offline, scopeIds.userRead],
    })
    const secret = credential(log, at + 8 * minute, victim, app, [], [{ id: app.keyId, name: 'key1' }])
    const given = consent(log, at + 11 * minute, {
      by: victim,
      app,
      resource: tenant.graph,
      scopes: 'offline_access User.Read Mail.ReadWrite Mail.Send MailboxSettings.ReadWrite',
      isNew: false,
    })
    const call = { client: app, person: victim, ip, method: 'POST', agent: app.agent } as const
    const permissions = 'Mail.ReadWrite Mail.Send MailboxSettings.ReadWrite User.Read'
    const uri = '/me/mailFolders/inbox/messageRules'
    const later = at + 2 * hour
    const rule = [
      graphCall(log, later, { ...call, permissions, uri, status: 201 }),
      cmdlet(log, later + 1200, {
        by: victim,
        operation: 'New-InboxRule',
        objectId: `EURP192A001.PROD.OUTLOOK.COM/${tenant.cloudDomain}/${victim.oid}\\..`,
        parameters: {
          Name: '..',
          SubjectOrBodyContainsWords: 'encrypted;phish;hacked;undeliverable',
          MoveToFolder: 'RSS Feeds',
          MarkAsRead: 'True',
          StopProcessingRules: 'True',
        },
        ip,
        clientAppId: app.appId,
      }),
    ]
    const sent: string[] = []
    const access = { owner: victim, client: app, ip, info: 'Client=REST;;' }
    repeat(random, later + 12 * minute, 26, 40_000, (moment) => {
      sent.push(graphCall(log, moment, { ...call, permissions, uri: '/me/sendMail', status: 202 }))
      sent.push(mailSend(log, moment + 900, access, 'You have an encrypted message'))
      return sent.at(-1) ?? ''
    })
    return {
      records: log.records(),
      firstHostile: taken,
      dataLeft: [],
      required: [
        {
          act: 'a user registers an application with a secret and approves mail permissions for it',
          ids: [...made, secret, ...given],
          minimum: 'medium',
        },
        { act: 'the application makes a rule that hides replies', ids: rule, minimum: 'high' },
        { act: 'the application sends many messages of one subject', ids: sent, minimum: 'high' },
      ],
      quiet,
    }
  },
})
