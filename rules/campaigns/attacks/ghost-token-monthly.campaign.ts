// A client that hides for four weeks, comes back for some minutes, and hides again.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { calls, consents } from '../google-grants.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

export default attackCampaign({
  title: 'A client that people cannot see on their account page uses its tokens for some minutes once in four weeks',
  sources: [
    'https://cloudvulndb.org/ghosttoken',
    'https://apisecurity.io/issue-227-ghosttoken-on-google-cloud-gartner-on-zero-trust-api-authentication/',
  ],
  facts: [
    'GhostToken: the attacker deletes the Google Cloud project of an authorized client, and the client disappears from the account page.',
    'A deleted project waits 30 days; in this time the owner can restore it with its tokens.',
    'The attacker restores the project, uses the refresh tokens, and deletes the project again.',
    'The person consented to the client once, for example from the Marketplace or after phishing.',
    'Private mail and personal files were in reach. Google repaired the flaw in April 2023; the pattern of use is the subject here.',
  ],
  build: (random) => {
    const org = organization(random, 'larkspur-trade.example', 24)
    const until = time('2026-07-10T18:00:00Z')
    // Only the logs of tokens and of logins are collected.
    const days = seenIn(background(org, { until, days: 185, records: 1700 }), ['token', 'login'])
    const client = app(random, 'Minutes Converter', ['openid', 'userinfo.email', 'gmail.readonly', 'drive.readonly'])
    const start = time('2026-03-24T08:40:00Z')
    const people = [4, 9, 15, 20].map((index) => person(org, index))
    const given = consents(org, { start, gap: [2 * 3600, 30 * 3600], people, app: client, from: (who) => who.home })
    const host = network('192.0.2.77', 64520, 'NL')
    // 27 to 29 days between two visits; each visit has three to five calls for each person.
    const visits = [1, 2, 3].map((month) => {
      const at = start + month * 28 * DAY + random.integer(-20, 20) * HOUR
      return people.flatMap((who, index) =>
        calls(org, {
          start: at + index * 9 * MINUTE,
          count: random.integer(3, 5),
          gap: [20, 110],
          who,
          app: client,
          from: host,
          methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'drive.files.get'],
          bytes: [3_000, 90_000],
        }),
      )
    })
    const used = visits.flat()
    const [first] = given
    if (!first) throw new RangeError('nobody consented')
    return {
      records: timeline(days.records, given, used),
      firstHostile: idOf(first),
      dataLeft: ids(used),
      required: [
        {
          act: 'Four people give a new client the right to read all mail and files within a few days',
          ids: ids(given),
          minimum: 'medium',
        },
        {
          act: 'The client reads mail and files from a hosting network, once in four weeks',
          ids: ids(used),
          minimum: 'medium',
        },
      ],
      quiet: days.quiet,
    }
  },
})
