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

const proxy = '192.0.2.90'
const later = '192.0.2.154'

export default attackCampaign({
  title:
    'After a stolen session an application of the intruder reads invoices and hides the replies with rules, audit log only',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2023/12/12/threat-actors-misuse-oauth-applications-to-automate-financially-driven-attacks/',
    'https://archive.orkl.eu/fa8ad1c038dac521a1b267ae007329e21bdf9a76.json',
  ],
  facts: [
    'The actor replays a session cookie that a phishing proxy took, and looks in Outlook on the web for mail about payments and invoices.',
    'From the stolen account it makes applications, with keys, to stay after the account is closed to it.',
    'The applications get Mail.ReadWrite and Mail.Send, and read and send mail through Microsoft Graph.',
    'The actor makes rules of the inbox that move mail into another folder and mark it as read.',
    'Here the application makes the rules itself, and it sends only four answers about bank details in two weeks.',
  ],
  build: (random) => {
    const stage = scene(random, 'pelletier', { feeds: 'audit', from: '2025-10-06', days: 73, after: 16, records: 520 })
    const { log, tenant, start } = stage
    const victim = stage.person(8)
    // People make rules in Outlook on the web for newsletters and projects.
    const ordinary = routine(log, start - 73 * day, 72, 12, (at) => {
      const person = random.pick(tenant.people)
      const name = random.pick(['Newsletters', 'Project Falcon', 'Tickets'])
      return cmdlet(log, at, {
        by: person,
        operation: 'New-InboxRule',
        objectId: `${tenant.cloudDomain}/${person.upn}\\${name}`,
        parameters: { Name: name, From: 'news@letters.example', MoveToFolder: name, StopProcessingRules: 'False' },
        ip: person.ip,
      })
    })
    const entry = signInAudit(log, start + 9 * hour, {
      person: victim,
      client: firstParty.officeHome,
      resource: tenant.exchange,
      ip: proxy,
    })
    const web = {
      owner: victim,
      client: firstParty.outlookWeb,
      ip: proxy,
      info: 'Client=OWA;Action=ViaProxy',
      api: tenant.exchange.appId,
    }
    const looked = repeat(random, start + 9.1 * hour, 5, 4 * minute, (at) =>
      mailRead(log, at, web, random.integer(2, 5)),
    )
    const app = makeApp(random, 'oauth mail test', tenant.id, { reply: 'https://localhost/callback' })
    const intruder = { ...victim, ip: proxy }
    const made = register(log, start + 10 * hour, intruder, app, {
      manyTenants: true,
      scopes: [scopeIds.mailReadWrite, scopeIds.mailSend, scopeIds.offline],
    })
    const key = credential(log, start + 10 * hour + 3 * minute, intruder, app, [], [{ id: app.keyId, name: 'test' }])
    const given = consent(log, start + 10 * hour + 9 * minute, {
      by: intruder,
      app,
      resource: tenant.graph,
      scopes: 'Mail.ReadWrite Mail.Send MailboxSettings.ReadWrite offline_access User.Read',
      isNew: false,
    })
    const access = { owner: victim, client: app, ip: later }
    const rules = ['.', '..'].map((name, i) =>
      cmdlet(log, start + day + i * 40_000, {
        by: victim,
        operation: 'New-InboxRule',
        objectId: `${tenant.cloudDomain}/${victim.upn}\\${name}`,
        parameters: {
          Name: name,
          SubjectOrBodyContainsWords: i === 0 ? 'invoice;payment' : 'bank;remittance',
          MoveToFolder: 'RSS Feeds',
          MarkAsRead: 'True',
          StopProcessingRules: 'True',
        },
        ip: later,
        clientAppId: app.appId,
      }),
    )
    const reads = repeat(random, start + day + hour, 22, 14 * hour, (at) =>
      mailRead(log, at, access, random.integer(1, 4)),
    )
    for (let i = 0; i < 4; i += 1)
      mailSend(log, start + (3 + 3 * i) * day + 11 * hour, access, `Re: invoice ${random.digits(5)} - new bank details`)
    return {
      records: log.records(),
      firstHostile: entry,
      dataLeft: [...looked, ...reads],
      required: [
        {
          act: 'a new application with access to mail, made and consented by one account',
          ids: [...made, key, ...given],
          minimum: 'medium',
        },
        { act: 'an application makes rules that hide mail about payments', ids: rules, minimum: 'high' },
        { act: 'the new application reads the mailbox from a hosting network', ids: reads, minimum: 'medium' },
      ],
      quiet: [...stage.quiet, ...ordinary],
    }
  },
})
