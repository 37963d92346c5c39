import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { actsAs, dailyDelegation, delegatedApp, uploadKey } from '../google-cloud-trust.ts'
import { DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

export default attackCampaign({
  title: 'An intruder uploads an own public key to a delegated service account and reads two mailboxes at a slow pace',
  sources: [
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
    'https://www.hunters.security/en/blog/delefriend-a-newly-discovered-design-flaw-in-domain-wide-delegation-could-leave-google-workspace-vulnerable-for-takeover',
    'https://docs.cloud.google.com/iam/docs/keys-upload',
  ],
  facts: [
    'An identity of the cloud project that may make keys gets the delegated power of the service account over all people.',
    'The intruder calls with the stolen command line session of a developer.',
    'An uploaded public key gives the same power as a created key, and the log names another method.',
    'The key is valid for ten years.',
    'The intruder then acts as two people and reads their mail with few calls.',
  ],
  build: (random) => {
    const org = organization(random, 'larkhaven.example', 18)
    const start = time('2026-05-19T00:00:00Z')
    const days = background(org, { until: start + 9 * DAY, days: 80, records: 800 })
    const account = { project: 'larkhaven-notices', name: 'notice-mailer', number: `1${random.digits(20)}` }
    const app = delegatedApp(account, 'Notice Mailer', ['gmail.readonly', 'gmail.send'])
    const routine = dailyDelegation(org, {
      first: start - 70 * DAY + 6 * HOUR,
      days: 79,
      people: org.people.slice(1, 10),
      app,
      account,
      from: network('203.0.113.24', 396982, 'BE'),
      methods: ['gmail.users.messages.list', 'gmail.users.messages.send'],
    })
    const developer = person(org, 3)
    const hostile = network('192.0.2.114', 9009, 'RO')
    const key = (random.uuid() + random.uuid()).replaceAll('-', '').slice(0, 40)
    const upload = uploadKey(org, {
      at: start + 11 * HOUR + 17 * MINUTE,
      who: developer,
      from: hostile,
      account,
      key,
      days: 3650,
    })
    // The key rests for two days; then a few mails of two people each night, as somebody who knows what they want.
    const victims = [person(org, 12), person(org, 15)]
    const theft = Array.from({ length: 6 }, (_, night) => night).flatMap((night) =>
      victims.flatMap((who, place) =>
        actsAs(org, {
          at: start + (2 + night) * DAY + (8 + place) * HOUR + random.integer(0, 50) * MINUTE,
          who,
          app: { ...app, scopes: ['https://www.googleapis.com/auth/gmail.readonly'] },
          account,
          from: network('192.0.2.131', 9009, 'RO'),
          methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
        }),
      ),
    )
    return {
      records: timeline(days.records, routine, [upload], theft),
      firstHostile: ids([upload])[0] ?? '',
      dataLeft: ids(theft),
      required: [
        {
          act: 'A developer uploads a key to a delegated service account from a foreign network',
          ids: ids([upload]),
          minimum: 'medium',
        },
        {
          act: 'The delegated service account reads mail from a network that it never used',
          ids: ids(theft),
          minimum: 'medium',
        },
      ],
      quiet: [...days.quiet, ...ids(routine.slice(150, 180))],
    }
  },
})
