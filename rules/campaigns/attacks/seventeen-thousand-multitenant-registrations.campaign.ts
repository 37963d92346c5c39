import { attackCampaign } from '../campaign.ts'
import { firstParty, scopeIds } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { mailRead, mailSend } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { register } from '../microsoft-registrations.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

const agent =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36'

const names = ['Contacts Helper 41', 'Contacts Helper 42', 'Contacts Helper 43', 'Contacts Helper 44']

export default attackCampaign({
  title: 'A stolen session registers four multitenant applications, and one of them sends phishing messages',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2023/12/12/threat-actors-misuse-oauth-applications-to-automate-financially-driven-attacks/',
  ],
  facts: [
    'A phishing kit with a proxy stole session cookies, and the attacker used them again from elsewhere.',
    'The accounts made about 17,000 multitenant applications in many tenants.',
    'The attacker added credentials to the applications, and the account consented to permissions for mail.',
    'The applications read messages and sent more than 927,000 phishing messages with Microsoft Graph.',
    'Inbox rules whose names consist of dots moved messages to the junk folder and marked them as read.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'oakhaven-freight', {
      feeds: 'audit',
      from: '2026-02-02',
      days: 76,
      after: 9,
      people: 22,
      records: 460,
    })
    const { graph, exchange, developer } = tenant
    // The developer occasionally registers an application, and people create inbox rules.
    const made = routine(log, start - 76 * day, 80, 6, (at) => {
      const app = makeApp(random, `Freight Board ${random.integer(2, 90)}`, tenant.id)
      const [id = ''] = register(log, at, developer, app, { scopes: [scopeIds.userRead] })
      return id
    })
    const rules = routine(log, start - 76 * day, 80, 24, (at) => {
      const by = random.pick(tenant.people)
      return cmdlet(log, at, {
        by,
        operation: 'New-InboxRule',
        objectId: `${by.upn}\\News`,
        parameters: { Name: 'News', From: 'news@journal.example', MoveToFolder: 'News' },
        ip: by.ip,
        clientAppId: firstParty.outlookWeb.appId,
      })
    })
    const clerk = person(6)
    const ip = '192.0.2.90'
    const at = start + 2 * day + 11 * hour
    const session = random.uuid()
    const came = signInAudit(log, at, {
      person: clerk,
      client: firstParty.outlookWeb,
      resource: exchange,
      ip,
      agent,
      session,
      requestType: 'OAuth2:Authorize',
    })
    signInAudit(log, at + 14 * minute, {
      person: clerk,
      client: firstParty.azurePortal,
      resource: graph,
      ip,
      agent,
      session,
    })
    const apps = names.map((name) => makeApp(random, name, tenant.id, { reply: 'https://localhost:44321/signin' }))
    const registered = apps.flatMap((app, i) => {
      const when = at + (16 + i * 2) * minute
      return [
        ...register(log, when, clerk, app, {
          manyTenants: true,
          scopes: [scopeIds.mailReadWrite, scopeIds.mailSend, scopeIds.userRead, scopeIds.offline],
        }),
        credential(log, when + 50_000, clerk, app, [], [{ id: random.uuid(), name: 'key' }]),
      ]
    })
    const [mailer = makeApp(random, 'none', tenant.id)] = apps
    const consented = consent(log, at + 30 * minute, {
      by: clerk,
      app: mailer,
      resource: graph,
      scopes: 'openid profile email offline_access User.Read Mail.ReadWrite Mail.Send',
      isNew: false,
    })
    const access = { owner: clerk, client: mailer, ip: '192.0.2.201' }
    const reads = repeat(random, at + 2 * hour, 14, 4 * minute, (when) =>
      mailRead(log, when, access, random.integer(4, 22)),
    )
    const rule = cmdlet(log, at + 4 * hour, {
      by: clerk,
      operation: 'New-InboxRule',
      objectId: `${clerk.upn}\\..`,
      parameters: { Name: '..', MoveToFolder: 'Junk Email', MarkAsRead: 'True', StopProcessingRules: 'True' },
      ip,
      clientAppId: firstParty.outlookWeb.appId,
    })
    const letters = repeat(random, at + day, 90, minute, (when) =>
      mailSend(log, when, access, `Shared statement ${random.integer(1000, 9999)}`),
    )
    return {
      records: log.records(),
      firstHostile: came,
      dataLeft: reads,
      required: [
        {
          act: 'A clerk registers four applications for many tenants with secrets',
          ids: registered,
          minimum: 'medium',
        },
        {
          act: 'The clerk consents to reading and sending mail by a new application',
          ids: consented,
          minimum: 'medium',
        },
        { act: 'The new application reads the mailbox from a hosting network', ids: reads, minimum: 'medium' },
        { act: 'A rule with a name of dots hides all messages', ids: [rule], minimum: 'medium' },
        { act: 'The new application sends ninety letters', ids: letters, minimum: 'high' },
      ],
      quiet: [...quiet, ...made, ...rules.filter((_, i) => i % 3 === 0)],
    }
  },
})
