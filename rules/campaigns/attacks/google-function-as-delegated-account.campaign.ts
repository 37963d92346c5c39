// Unit 42 (2023): an insider runs code as a service account with domain-wide delegation. Here a deployed function does it, without a key.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse, workMoment } from '../google-background.ts'
import { accountEmail } from '../google-cloud-layouts.ts'
import { impersonation } from '../google-events.ts'
import { deployFunction } from '../google-functions.ts'
import { calls } from '../google-grants.ts'
import {
  type App,
  DAY,
  HOUR,
  ids,
  MINUTE,
  network,
  organization,
  person,
  scope,
  time,
  timeline,
} from '../google-layouts.ts'

export default attackCampaign({
  title: 'Insider deploys a function that runs as the delegated service account',
  sources: [
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
    'https://scalesec.com/blog/overview-of-google-cloud-function-identities/',
    'https://nhimg.org/articles/confusedfunction-exposes-privilege-escalation-through-cloud-build-identity/',
  ],
  facts: [
    'A developer with editor permissions in a project can get tokens of a service account with domain-wide delegation.',
    'A function can be deployed with any service account that the developer may act as; no key is made.',
    'The service account then impersonates people of the domain, within the scopes that the delegation has had for years.',
    'The function has the name of a cleanup job and is in the same project as the calendar service.',
    'The calls come from inside Google, so the log has no address; the calendar service has a fixed one.',
  ],
  build(random) {
    const org = organization(random, 'fernmarket.example', 26)
    const start = time('2026-02-17T20:05:00Z')
    const account = { project: 'fernmarket-rooms', name: 'room-sync', number: `10${random.digits(19)}` }
    const email = accountEmail(account)
    const rooms = ['calendar', 'admin.directory.resource.calendar.readonly']
    const client = (scopes: readonly string[]): App => ({
      id: account.number,
      name: 'room-sync',
      type: 'WEB',
      scopes: scopes.map(scope),
    })
    const service = client(rooms)
    const planners = org.people.slice(4, 9)
    const own = network('198.51.100.77', 64501, 'DE', 'DE-HE')
    const until = start + 3 * DAY
    const days = background(org, { until, days: 90, records: 900 })
    const usualTokens = Array.from({ length: 240 }, (_, index) =>
      impersonation(org, {
        at: workMoment(org, until, 88),
        who: planners[index % planners.length] ?? org.admin,
        app: service,
        from: own,
        account: email,
      }),
    )
    const usual = steadyUse(org, service, {
      until,
      days: 88,
      count: 320,
      people: planners,
      from: own,
      methods: ['calendar.events.list', 'calendar.events.patch', 'calendar.freebusy.query'],
      impersonates: true,
    })
    const developer = person(org, 12)
    const function_ = { project: account.project, location: 'europe-west3', account, who: developer }
    const earlier = [70, 41, 19].map((day, index) =>
      deployFunction(org, {
        ...function_,
        at: start - day * DAY - 8 * HOUR,
        from: org.office,
        name: 'room-webhook',
        account: { ...account, name: 'room-webhook', number: `10${random.digits(19)}` },
        again: index > 0,
      }),
    )
    const deployed = [
      deployFunction(org, { ...function_, at: start, from: developer.home, name: 'log-retention-cleanup' }),
    ]
    const mail = client(['gmail.readonly', 'drive.readonly'])
    const targets = [person(org, 0), person(org, 2), person(org, 17)]
    const tokens = targets.map((who, index) =>
      impersonation(org, { at: start + (25 + index * 7) * MINUTE, who, app: mail, from: null, account: email }),
    )
    const reads = targets.flatMap((who, index) =>
      calls(org, {
        start: start + (26 + index * 7) * MINUTE,
        count: 34,
        gap: [4, 14],
        who,
        app: mail,
        from: null,
        methods: [
          'gmail.users.messages.list',
          'gmail.users.messages.get',
          'gmail.users.messages.get',
          'drive.files.get',
        ],
        bytes: [4_000, 90_000],
        impersonates: true,
      }),
    )
    const [first] = ids(deployed)
    return {
      records: timeline(days.records, usualTokens, usual, earlier, deployed, tokens, reads),
      firstHostile: first ?? '',
      dataLeft: ids(reads),
      required: [
        {
          act: 'the calendar account impersonates executives for mail and files for the first time',
          ids: ids(tokens),
          minimum: 'medium',
        },
        { act: 'the calendar account reads mail of three people', ids: ids(reads), minimum: 'medium' },
      ],
      quiet: [...days.quiet, ...ids(usual.slice(40, 52), earlier.slice(1))],
    }
  },
})
