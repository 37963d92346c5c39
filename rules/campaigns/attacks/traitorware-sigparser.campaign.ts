import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { mailRead, mailSync } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { hour, makeApp, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

export default attackCampaign({
  title: 'Traitorware: an honest tool for contacts is added to a stolen account to harvest partners',
  sources: [
    'https://www.huntress.com/blog/traitorware-court-the-case-for-sigparser',
    'https://www.huntress.com/blog/legitimate-apps-as-traitorware-for-persistent-microsoft-365-compromise',
  ],
  facts: [
    'Two other strong signs showed that the account was stolen; a session from outside and a rule stand for them.',
    'The intruder consents in the name of the victim to SigParser, an honest tool that is not malicious in itself.',
    'The tool reads the mailbox from the servers of its vendor and collects addresses from signatures.',
    'Tools of this kind keep their access to the mailbox when the password changes.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'ploverlea', {
      feeds: 'audit',
      from: '2026-04-06',
      days: 65,
      records: 280,
    })
    const victim = person(11)
    const ip = '192.0.2.171'
    const at = start + 14 * hour + 31 * minute
    const session = random.uuid()
    const firstHostile = signInAudit(log, at, {
      person: victim,
      client: firstParty.officeHome,
      resource: tenant.graph,
      ip,
      session,
      requestType: 'Login:reprocess',
    })
    signInAudit(log, at + 2 * minute, {
      person: victim,
      client: firstParty.outlookWeb,
      resource: tenant.exchange,
      ip,
      session,
    })
    const app = makeApp(random, 'SigParser', random.uuid(), { reply: 'https://app.sigparser.example/signin-azure' })
    const prompted = signInAudit(log, at + 18 * minute, {
      person: victim,
      client: app,
      resource: tenant.graph,
      ip,
      session,
      error: '65001',
      reason: 'DelegationDoesNotExist',
    })
    const given = consent(log, at + 18 * minute + 40_000, {
      by: victim,
      app,
      resource: tenant.graph,
      scopes: 'Calendars.Read Contacts.Read Mail.Read offline_access openid profile User.Read',
    })
    const allowed = signInAudit(log, at + 18 * minute + 46_000, {
      person: victim,
      client: app,
      resource: tenant.graph,
      ip,
      session,
      requestType: 'OAuth2:Token',
    })
    const vendor = '203.0.113.77'
    const access = { owner: victim, client: app, ip: vendor }
    const folders = ['\\Inbox', '\\Sent Items', '\\Archive', '\\Projects'].map((path, i) =>
      mailSync(log, at + (25 + i) * minute, access, path),
    )
    const read = repeat(random, at + 30 * minute, 45, 2 * minute, (moment, i) =>
      mailRead(log, moment, access, random.integer(60, 120), i % 3 === 0 ? '\\Sent Items' : '\\Inbox'),
    )
    const rule = cmdlet(log, at + 3 * hour, {
      by: victim,
      operation: 'New-InboxRule',
      objectId: `${tenant.cloudDomain}/${victim.upn}\\.`,
      ip,
      parameters: {
        AlwaysDeleteOutlookRulesBlob: 'False',
        Force: 'False',
        Name: '.',
        From: 'accounts@supplier.example',
        MoveToFolder: 'Conversation History',
        MarkAsRead: 'True',
        StopProcessingRules: 'True',
      },
    })
    return {
      records: log.records(),
      firstHostile,
      dataLeft: [...folders, ...read],
      required: [
        {
          act: 'An unknown application gets lasting access to mail, in a session from an unknown network',
          ids: [prompted, ...given, allowed],
          minimum: 'medium',
        },
        { act: 'The new application reads the whole mailbox', ids: [...folders, ...read], minimum: 'medium' },
        { act: 'A rule with a name of one dot hides mail', ids: [rule], minimum: 'medium' },
      ],
      quiet,
    }
  },
})
