import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import type { ServiceAccount } from '../google-cloud-layouts.ts'
import { actsAs, dailyDelegation, delegatedApp } from '../google-cloud-trust.ts'
import { authorize, signIn } from '../google-events.ts'
import { accessToken, signedRequest } from '../google-federation.ts'
import { joinGroup } from '../google-group-join.ts'
import {
  DAY,
  HOUR,
  idOf,
  ids,
  inUnit,
  MINUTE,
  network,
  organization,
  person,
  time,
  timeline,
} from '../google-layouts.ts'
import { cloudCommandLine } from '../google-protection.ts'

export default attackCampaign({
  title: 'A stolen clerk login joins an open group with a cloud role, signs as the archive account and reads all mail',
  sources: [
    'https://docs.forestall.io/fsprotect/edges/gcp/gws_group_owner',
    'https://cloud.google.com/security-command-center/docs/findings/threats/privileged-group-opened-to-public',
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
  ],
  facts: [
    'Everybody in the organization can join a group that is open, and the group holds a role in the cloud.',
    'A new member has the role at once, and the policy of the cloud project does not change.',
    'The Workspace log records the new member, and the cloud log records the request that the member signs.',
    'A signed request of a delegated account gives tokens for any person of the domain.',
  ],
  build: (random) => {
    const org = organization(random, 'birkental-werke.example', 27)
    const end = time('2026-07-24T15:00:00Z')
    const days = background(org, { until: end, days: 120, records: 1150 })
    const account: ServiceAccount = {
      project: 'birkental-archive',
      name: 'mail-archive',
      number: `1${random.digits(20)}`,
    }
    const client = delegatedApp(account, 'Mail Archive', ['gmail.readonly'])
    const daily = dailyDelegation(org, {
      first: time('2026-03-30T01:40:00Z'),
      days: 115,
      people: org.people.slice(1, 20),
      app: client,
      account,
      from: network('203.0.113.72', 64541, 'DE'),
      methods: ['gmail.users.history.list', 'gmail.users.messages.get'],
    })
    // The on-call engineers occasionally repair the archive, and new engineers join the group.
    const engineers = inUnit(org, 'Engineering')
    const group = 'notdienst-plattform'
    const joins = engineers
      .slice(0, 3)
      .map((who) => joinGroup(org, { at: workMoment(org, time('2026-05-01T00:00:00Z'), 25), who, group }))
    const repairs = Array.from({ length: 9 }, (_, place) => {
      const who = engineers[place % 3] ?? person(org, 3)
      const caller = { email: who.email, subject: `user:${who.email}` }
      const at = workMoment(org, time('2026-07-10T00:00:00Z'), 60)
      return [
        accessToken(org, { at, from: org.office, caller, account }),
        signedRequest(org, { at: at + 2 * MINUTE, from: org.office, caller, account }),
      ]
    }).flat()
    const clouds = engineers
      .slice(0, 3)
      .map((who) =>
        authorize(org, { at: workMoment(org, time('2026-05-04T00:00:00Z'), 25), who, app: cloudCommandLine }),
      )
    // The attacker phishes the session of a clerk, works from a rented server, and has no permissions in the cloud yet.
    const clerk = inUnit(org, 'People')[1] ?? person(org, 9)
    const server = network('192.0.2.173', 20473, 'SE')
    const start = time('2026-07-13T18:22:00Z')
    const entered = signIn(org, { at: start, who: clerk, from: server })
    const joined = joinGroup(org, { at: start + 34 * MINUTE, who: clerk, from: server, group })
    const granted = authorize(org, { at: start + 41 * MINUTE, who: clerk, from: server, app: cloudCommandLine })
    const caller = { email: clerk.email, subject: `user:${clerk.email}` }
    const targets = [org.admin, ...inUnit(org, 'Finance').slice(0, 2), ...inUnit(org, 'Sales').slice(0, 2)]
    const rounds = [0, 0, 0, 1, 2, 3, 6, 8].map((day, place) => {
      const at = start + day * DAY + HOUR + (place < 3 ? place * 9 : 40) * MINUTE + random.integer(0, 120) * 1000
      const who = targets[place % targets.length] ?? org.admin
      return {
        signed: signedRequest(org, { at, from: server, caller, account }),
        reads: actsAs(org, {
          at: at + 20_000,
          who,
          app: client,
          account,
          from: server,
          methods: ['gmail.users.messages.list', ...Array.from({ length: 7 }, () => 'gmail.users.messages.get')],
        }),
      }
    })
    const signed = rounds.map((round) => round.signed)
    const reads = rounds.flatMap((round) => round.reads)
    return {
      records: timeline(days.records, daily, joins, repairs, clouds, [entered, joined, granted], signed, reads),
      firstHostile: idOf(entered),
      dataLeft: ids(reads.filter((record) => JSON.stringify(record).includes('messages.get'))),
      required: [
        {
          act: 'A clerk on a foreign network joins the group on call and connects the command line of the cloud',
          ids: ids([joined, granted]),
          minimum: 'medium',
        },
        { act: 'The clerk signs requests of the delegated account', ids: ids(signed), minimum: 'medium' },
        { act: 'The delegated account reads mail from the same foreign server', ids: ids(reads), minimum: 'high' },
      ],
      quiet: [...days.quiet, ...ids(daily.slice(-120, -100), repairs.slice(8, 12))],
    }
  },
})
