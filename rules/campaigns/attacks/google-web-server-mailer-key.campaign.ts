// The key file of a mailer lies on a web server; intruders of the server read mailboxes with it, few and slowly.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import type { ServiceAccount } from '../google-cloud-layouts.ts'
import { actsAs, dailyDelegation, delegatedApp } from '../google-cloud-trust.ts'
import { DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

export default attackCampaign({
  title: 'The key of a delegated mailer, taken from a web server, opens the mailboxes of three other people',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2025/12/15/defending-against-the-cve-2025-55182-react2shell-vulnerability-in-react-server-components/',
    'https://cloud.google.com/blog/topics/threat-intelligence/threat-actors-exploit-react2shell-cve-2025-55182',
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
  ],
  facts: [
    'Intruders of web servers collected credentials of clouds from the environment and from files.',
    'A key of a delegated service account gets tokens in the name of any person of the organization.',
    'The owner sees no sign-in, no consent and no new key; only the address and the people differ.',
    'The log of Google Cloud is not collected; the customer has the token and access logs of Workspace alone.',
  ],
  build: (random) => {
    const org = organization(random, 'harborline-clinics.example', 24)
    const hostile = time('2026-03-18T21:12:00Z')
    const end = time('2026-03-27T16:00:00Z')
    const days = seenIn(background(org, { until: end, days: 75, records: 1100 }), ['token', 'login', 'admin'])
    const account: ServiceAccount = { project: 'harborline-web', name: 'booking-mailer', number: random.digits(21) }
    const mailer = delegatedApp(account, 'booking-mailer', ['gmail.modify'])
    const server = network('192.0.2.122', 16509, 'DE')
    const desk = [person(org, 5), person(org, 10)]
    const normal = dailyDelegation(org, {
      first: end - 74 * DAY + 16 * HOUR,
      days: 73,
      people: desk,
      app: mailer,
      account,
      from: server,
      methods: ['gmail.users.messages.send', 'gmail.users.messages.list'],
    })
    const exits = [
      network('203.0.113.9', 212238, 'NL'),
      network('203.0.113.63', 9009, 'RO'),
      network('203.0.113.140', 212238, 'CH'),
    ]
    // First the mailbox that the mailer knows, and on later evenings the director, finance and the administrator.
    const test = actsAs(org, {
      at: hostile,
      who: person(org, 5),
      app: mailer,
      account,
      from: network('203.0.113.9', 212238, 'NL'),
      methods: ['gmail.users.getProfile'],
    })
    const wanted = [person(org, 1), person(org, 2), org.admin]
    const theft = wanted.flatMap((who, index) =>
      [0, 1].flatMap((again) =>
        actsAs(org, {
          at: hostile + (index * 2 + again + 1) * DAY + random.integer(0, 90) * MINUTE,
          who,
          app: mailer,
          account,
          from: exits[(index + again) % exits.length] ?? server,
          methods: [
            'gmail.users.messages.list',
            ...Array.from({ length: 6 + again * 5 }, () => 'gmail.users.messages.get'),
          ],
        }),
      ),
    )
    return {
      records: timeline(days.records, normal, test, theft),
      firstHostile: ids(test)[0] ?? '',
      dataLeft: theft
        .filter((record) => JSON.stringify(record).includes('gmail.users.messages.get'))
        .map((record) => idOf(record)),
      required: [
        {
          act: 'The delegated account acts from outside its server and as people that it never served',
          ids: ids(test, theft),
          minimum: 'high',
        },
      ],
      quiet: [...days.quiet, ...ids(normal).slice(60, 100)],
    }
  },
})
