import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import type { ServiceAccount } from '../google-cloud-layouts.ts'
import { actsAs, dailyDelegation, delegatedApp } from '../google-cloud-trust.ts'
import { signIn } from '../google-events.ts'
import { accessToken, signedRequest, through } from '../google-federation.ts'
import { groupMember, robot } from '../google-guests.ts'
import { DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

export default attackCampaign({
  title: 'A group manager adds a service account of a stranger, which then signs token requests of a delegated account',
  sources: [
    'https://docs.forestall.io/fsprotect/edges/gcp/gws_group_manager',
    'https://docs.forestall.io/fsprotect/edges/gcp/gws_add_group_member',
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
  ],
  facts: [
    'A hijacked manager of a group adds a member, and the member inherits the cloud roles of the group at once.',
    'The change is in the log of the groups alone; no policy of Google Cloud is set.',
    'The member is a service account of another project, so nobody signs in.',
    'It lets Google sign token requests of an account with domain-wide delegation and reads few messages of few people.',
  ],
  build: (random) => {
    const org = organization(random, 'kestrelworks.example', 24)
    const end = time('2026-05-22T16:00:00Z')
    const days = background(org, { until: end, days: 90, records: 1050 })
    const archive: ServiceAccount = { project: 'kestrel-archive-310', name: 'mail-archive', number: random.digits(21) }
    const client = delegatedApp(archive, 'Mail archive', ['gmail.readonly'])
    const server = network('203.0.113.44', 64540, 'DE')
    const daily = dailyDelegation(org, {
      first: time('2026-02-23T02:10:00Z'),
      days: 88,
      people: org.people,
      app: client,
      account: archive,
      from: server,
      methods: ['gmail.users.history.list', 'gmail.users.messages.get'],
    })
    const engineer = person(org, 7)
    const staff = { email: engineer.email, subject: `user:${engineer.email}` }
    const repairs = Array.from({ length: 9 }, () =>
      accessToken(org, { at: workMoment(org, end, 80), from: org.office, caller: staff, account: archive }),
    )
    // The day of the attack: a Tuesday evening, six members are in the group already.
    const start = time('2026-05-12T19:42:00Z')
    const manager = person(org, 13)
    const proxy = network('192.0.2.91', 9009, 'NL')
    const added = ['oncall-archive', 'oncall-archive', 'build-helpers', 'oncall-archive'].map((group, index) =>
      groupMember(org, {
        at: start - (70 - index * 15) * DAY - 9 * HOUR,
        who: manager,
        group,
        member: person(org, 5 + index),
        kind: 'user',
      }),
    )
    const outside: ServiceAccount = { project: 'lattice-ops-411', name: 'build-cache', number: random.digits(21) }
    const session = signIn(org, { at: start, who: manager, from: proxy })
    const joined = groupMember(org, {
      at: start + 11 * MINUTE,
      who: manager,
      from: proxy,
      group: 'oncall-archive',
      member: robot(org, outside.name, outside.project),
      kind: 'service_account',
    })
    const host = network('192.0.2.140', 20473, 'SG')
    const nights = [1, 2, 4, 7, 8].map((night) => start + night * DAY + 3 * HOUR + random.integer(0, 50) * MINUTE)
    const signed = nights.map((at) =>
      signedRequest(org, {
        at,
        from: host,
        caller: through(outside),
        account: archive,
      }),
    )
    const reads = nights.flatMap((at, index) =>
      actsAs(org, {
        at: at + 20_000,
        who: person(org, index % 2 === 0 ? 2 : 11),
        app: client,
        account: archive,
        from: host,
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.attachments.get'],
      }),
    )
    const mail = reads.filter(
      (record) => (record as { id: { applicationName: string } }).id.applicationName === 'token',
    )
    return {
      records: timeline(days.records, daily, repairs, added, [session, joined], signed, reads),
      firstHostile: ids([session])[0] ?? '',
      dataLeft: ids(mail),
      required: [
        { act: 'A service account of another project becomes a member of a group', ids: ids([joined]), minimum: 'low' },
        {
          act: 'The outside account lets Google sign token requests of the delegated account',
          ids: ids(signed),
          minimum: 'medium',
        },
        { act: 'The delegated account reads mail of people from a new network', ids: ids(reads), minimum: 'medium' },
      ],
      quiet: [...days.quiet, ...ids(daily.slice(60, 66), added.slice(0, 2))],
    }
  },
})
