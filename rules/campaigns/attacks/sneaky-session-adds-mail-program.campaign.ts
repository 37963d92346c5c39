// Six days of sign-ins and of the unified audit log: a phishing kit takes a session, and a plain mail program copies the mailbox.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { mailSend, mailSync } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { networks, placed } from '../microsoft-places.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

const firefox = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:109.0) Gecko/20100101 Firefox/115.0'
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1'

export default attackCampaign({
  title: 'A kit takes the session of a buyer, a mail program copies the mailbox, and suppliers get false replies',
  sources: [
    'https://blog.sekoia.io/sneaky-2fa-exposing-a-new-aitm-phishing-as-a-service/',
    'https://eye.security/blog/sneaky2fa-use-this-kql-query-to-stay-ahead-of-the-emerging-threat',
    'https://www.huntress.com/blog/legitimate-apps-as-traitorware-for-persistent-microsoft-365-compromise',
  ],
  facts: [
    'The kit uses several fixed browsers during one sign-in, so that the device changes within seconds.',
    'The intruder consents to an ordinary mail program as the victim, which outlives the session.',
    'The program copies the inbox and the sent mail; a rule hides the answers of suppliers.',
    'The customer exports sign-ins and the unified audit log of six days.',
  ],
  build: (random) => {
    const wish = { feeds: 'both', from: '2026-01-05', days: 63, records: 1400 } as const
    const stage = scene(random, 'quillbrook-foods', wish)
    const { log, tenant, start } = stage
    const victim = stage.person(6)
    const kit = '203.0.113.201'
    const desk = '203.0.113.214'
    const session = random.uuid()
    const program = makeApp(random, 'Letterbird Mail', random.uuid(), { ip: desk, agent: 'Letterbird/4.2' })
    const hostile = start + 10 * hour
    const kitSignIn = (at: number, agent: string) =>
      placed(log, at, networks.hostingFrankfurt, (side) =>
        userSignIn(side, at, {
          person: victim,
          ip: kit,
          session,
          client: firstParty.officeHome,
          resource: tenant.graph,
          agent,
        }),
      )
    const entry = [kitSignIn(hostile, phone), kitSignIn(hostile + 7000, firefox), kitSignIn(hostile + 15_000, phone)]
    const added = hostile + 46 * minute
    const own = placed(log, added - 8000, networks.hostingBucharest, (side) =>
      userSignIn(side, added - 8000, {
        person: victim,
        ip: desk,
        session,
        client: program,
        resource: tenant.graph,
        agent: firefox,
        ownerTenant: program.ownerTenant,
      }),
    )
    const scopes = 'openid profile email offline_access Mail.ReadWrite Mail.Send Contacts.Read'
    const granted = consent(log, added, { by: victim, app: program, resource: tenant.graph, scopes, isNew: true })
    const access = { owner: victim, client: program, ip: desk }
    const copies = ['\\Inbox', '\\Sent Items', '\\Archive', '\\Inbox'].map((path, i) =>
      mailSync(log, added + (6 + i * 9) * minute, access, path),
    )
    const rule = cmdlet(log, added + 70 * minute, {
      by: victim,
      operation: 'New-InboxRule',
      objectId: `${victim.upn}\\..`,
      ip: desk,
      clientAppId: firstParty.outlookWeb.appId,
      parameters: {
        AlwaysDeleteOutlookRulesBlob: 'False',
        Force: 'False',
        Name: '..',
        SubjectOrBodyContainsWords: 'invoice;remittance;IBAN;payment',
        MoveToFolder: 'RSS Feeds',
        MarkAsRead: 'True',
        StopProcessingRules: 'True',
      },
    })
    const sends = repeat(random, start + day + 9 * hour, 16, 4 * minute, (at) =>
      mailSend(log, at, access, 'Re: invoice copy - changed bank details'),
    )
    const from = start - 3 * day
    const kept = log.records().filter((record) => {
      const at = Date.parse(record.CreationTime === undefined ? `${record.time}` : `${record.CreationTime}Z`)
      return record.category !== 'MicrosoftGraphActivityLogs' && at >= from && at < start + 3 * day
    })
    const known = new Set(
      kept.map((record) => `${record.Id ?? (record.properties as { id?: string } | undefined)?.id ?? ''}`),
    )
    return {
      records: kept,
      firstHostile: entry[0] ?? '',
      dataLeft: copies,
      required: [
        {
          act: 'A new mail program gets the mailbox from the stolen session',
          ids: [own, ...granted],
          minimum: 'medium',
        },
        { act: 'The new program copies whole folders from a hosting network', ids: copies, minimum: 'medium' },
        { act: 'A rule hides answers about payments', ids: [rule], minimum: 'medium' },
        { act: 'The new program sends changed bank details', ids: sends, minimum: 'medium' },
      ],
      quiet: stage.quiet.filter((id) => known.has(id)),
    }
  },
})
