import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { graphCall } from '../microsoft-graph.ts'
import { only } from '../microsoft-only.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute, type Person } from '../microsoft-tenant.ts'

const keywords = [
  'username',
  'password',
  'admin',
  'teamviewer',
  'anydesk',
  'credentials',
  'secret',
  'ministry',
  'gov',
] as const

const scopes =
  'AuditLog.Create Calendars.ReadWrite Contacts.ReadWrite Files.ReadWrite.All Mail.ReadWrite Mail.Send ' +
  'People.Read User.ReadBasic.All email openid profile'

export default attackCampaign({
  title: 'Storm-2372 searches mailboxes for words about passwords with tokens from device codes, Graph activity only',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2025/02/13/storm-2372-conducts-device-code-phishing-campaign/',
  ],
  facts: [
    'The actor gets valid tokens of a Microsoft client because the victim types a device code into the real sign-in page.',
    'With the tokens it searches messages through Microsoft Graph for words such as username, password, admin, teamviewer, anydesk, credentials, secret, ministry and gov.',
    'It takes the messages that the searches find through Graph.',
    'Here the customer collects Graph activity alone: no sign-in, no mailbox record.',
  ],
  build: (random) => {
    const stage = scene(random, 'harborlight', { feeds: 'entra', from: '2026-01-05', days: 70, records: 700 })
    const { log, tenant, start } = stage
    // People search their own mail every day with the same client; the words are ordinary.
    const ordinary = routine(log, start - 70 * day, 69, 90, (at) => {
      const person = random.pick(tenant.people)
      return graphCall(log, at, {
        client: firstParty.office,
        person,
        ip: person.ip,
        uri: `/me/messages?$search="${random.pick(['invoice', 'agenda', 'travel', 'password policy', 'holiday'])}"&$top=25`,
        permissions: scopes,
        agent: person.agent,
      })
    })
    const searches: string[] = []
    const taken: string[] = []
    const victim = (person: Person, from: number, ip: string): string => {
      const base = { client: firstParty.office, person, ip, permissions: scopes, agent: 'python-requests/2.32.3' }
      const first = graphCall(log, from, { ...base, uri: '/me' })
      const tokenId = random.uuid().replaceAll('-', '').slice(0, 22)
      searches.push(
        ...repeat(random, from, keywords.length, 2 * minute, (at, i) =>
          graphCall(log, at, {
            ...base,
            tokenId,
            uri: `/me/messages?$search="${keywords[i]}"&$select=id,subject,from&$top=250`,
            size: random.integer(20_000, 160_000),
          }),
        ),
      )
      taken.push(
        ...repeat(random, from + 25 * minute, 14, 40_000, (at) =>
          graphCall(log, at, {
            ...base,
            tokenId,
            uri: `/me/messages/AAMkAD${random.uuid().replaceAll('-', '')}AAA=/$value`,
            size: random.integer(30_000, 400_000),
          }),
        ),
      )
      return first
    }
    const firstHostile = victim(stage.person(5), start + 9 * hour, '192.0.2.41')
    victim(stage.person(9), start + day + 13 * hour, '192.0.2.41')
    victim(stage.person(12), start + 3 * day + 10 * hour, '192.0.2.88')
    const kept = only(log.records(), [...stage.quiet, ...ordinary], ['MicrosoftGraphActivityLogs'])
    return {
      records: kept.records,
      firstHostile,
      dataLeft: taken,
      required: [
        { act: 'messages searched for words about passwords by a script', ids: searches, minimum: 'high' },
        { act: 'the messages found are taken one by one', ids: taken, minimum: 'medium' },
      ],
      quiet: kept.ids,
    }
  },
})
