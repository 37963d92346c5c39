// Tokens of a customer care service are stolen at its vendor. They search mailboxes for a night, and then subscribe to new mail.
import { attackCampaign } from '../campaign.ts'
import { fetchMessage, type Machine, makeSuite, refresh, renew, subscribe, suiteCall } from '../microsoft-care-suite.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { networks } from '../microsoft-places.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

const words = ['password', 'AKIA', 'snowflakecomputing.com', 'vpn', 'client_secret', 'api key']
const vendor = (last: number): Machine => ({
  ip: `52.210.18.${last}`,
  agent: 'HelioCare/5.3 (node-fetch)',
  network: networks.vendorDublin,
})
const thief: Machine = { ip: '154.41.95.20', agent: 'python-requests/2.32.4', network: networks.hostingBucharest }

export default attackCampaign({
  title:
    'Stolen tokens of a customer care suite search four mailboxes for secrets, and leave subscriptions to new mail',
  sources: [
    'https://cloud.google.com/blog/topics/threat-intelligence/data-theft-salesforce-instances-via-salesloft-drift',
    'https://learn.microsoft.com/en-us/graph/change-notifications-with-resource-data',
    'https://learn.microsoft.com/en-us/graph/microsoft-graph-activity-logs-overview',
  ],
  facts: [
    'Support staff of a company have connected a customer care suite with their mailboxes for months.',
    'An intruder takes refresh tokens and the client secret of the suite from its vendor.',
    'He redeems the tokens of four people from rented hosting, with scripts.',
    'He searches the mailboxes for passwords and cloud keys, and fetches the messages that he finds.',
    'He then makes subscriptions with resource data, which bring all new mail to him without a further read.',
    'A script renews the tokens and the subscriptions every day for three weeks.',
    'The customer has Entra audit, sign-in and Graph activity logs.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'kesterwijk', {
      feeds: 'entra',
      from: '2025-09-01',
      days: 112,
      after: 26,
      records: 480,
      people: 20,
    })
    const from = start - 112 * day
    const scopes = 'Contacts.Read email Mail.Read Mail.Send openid profile User.Read'
    const suite = makeSuite(log, 'Helio Care Suite', scopes)
    const team = [5, 6, 8, 9, 10, 12, 13, 14].map(person)
    const subscriptions = new Map(team.map((member) => [member.oid, random.uuid()]))
    // Everybody of the team connected the suite in the first week. The vendor works through the day.
    team.forEach((user, i) => {
      const at = from + (1 + (i % 4)) * day + 9 * hour + i * 11 * minute
      auditConsent(log, at, user, { client: suite.app, resource: tenant.graph, scopes, user }, false, i === 0)
      subscribe(log, at + 30_000, suite, refresh(log, at + 20_000, suite, user, vendor(4)).held)
    })
    const usual: string[] = []
    for (let i = 6; i < 136; i += 1) {
      for (let part = 0; part < 3; part += 1) {
        const member = team[(i * 3 + part) % team.length] ?? tenant.admin
        const at = from + i * day + (7 + part * 4) * hour + random.integer(0, 200) * minute
        const { id, held } = refresh(log, at, suite, member, vendor(random.integer(4, 7)))
        const call = fetchMessage(log, at + 4000, suite, held)
        renew(log, at + 9000, suite, held, subscriptions.get(member.oid) ?? '')
        if (i > 30 && i < 108 && part === 1) usual.push(id, call)
      }
    }

    const night = start + day + hour + 18 * minute
    const victims = team.slice(1, 5)
    const replayed: string[] = []
    const searches: string[] = []
    const planted: string[] = []
    const stolen = victims.map((victim, i) => {
      const at = night + i * 26 * minute
      const { id, held } = refresh(log, at, suite, victim, thief)
      replayed.push(id)
      suiteCall(log, at + 3000, suite, held, { uri: '/me' })
      suiteCall(log, at + 6000, suite, held, { uri: '/me/mailFolders?$top=100' })
      words.forEach((word, k) => {
        const moment = at + (1 + k * 3) * minute
        const uri = `/me/messages?$search=%22${encodeURIComponent(word)}%22&$top=250`
        searches.push(suiteCall(log, moment, suite, held, { uri, size: random.integer(60_000, 700_000) }))
        searches.push(
          ...repeat(random, moment + 5000, random.integer(1, 5), 9000, (next) => fetchMessage(log, next, suite, held)),
        )
      })
      planted.push(subscribe(log, at + 23 * minute, suite, held))
      return { victim, subscription: random.uuid() }
    })
    // Subscriptions with resource data end after a day.
    for (let i = 1; i <= 21; i += 1) {
      stolen.forEach(({ victim, subscription }, k) => {
        const at = night + i * (day - 50 * minute) + k * 40_000
        const { id, held } = refresh(log, at, suite, victim, thief)
        replayed.push(id)
        planted.push(renew(log, at + 2000, suite, held, subscription))
      })
    }
    const [first] = replayed
    if (first === undefined) throw new RangeError('no token')

    return {
      records: log.records(),
      firstHostile: first,
      dataLeft: searches,
      required: [
        { act: 'Refresh tokens of the care suite are redeemed from foreign hosting', ids: replayed, minimum: 'medium' },
        { act: 'A script searches four mailboxes for secrets with these tokens', ids: searches, minimum: 'high' },
        {
          act: 'The same host subscribes to new mail of the four people and renews daily',
          ids: planted,
          minimum: 'medium',
        },
      ],
      quiet: [...quiet, ...usual.filter((_, i) => i % 4 < 2)],
    }
  },
})
