// The engineers on duty change every week: the manager of the duty group swaps members, and a deployment account is a member, too.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import type { ServiceAccount } from '../google-cloud-layouts.ts'
import { dailyDelegation, delegatedApp } from '../google-cloud-trust.ts'
import { accessToken, signedRequest } from '../google-federation.ts'
import { groupMember, robot } from '../google-guests.ts'
import { DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'A duty group with a cloud role gets other members every Monday, and they repair the signature service',
  sources: [
    'https://cloud.google.com/iam/docs/groups-best-practices',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/groups-enterprise',
  ],
  resembles: 'New members of a group get tokens of an account with domain-wide delegation on the same evening.',
  accounts: 9,
  days: 81,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'fernhagen-bahn.example', 25)
    const end = time('2026-08-28T15:00:00Z')
    const days = background(org, { until: end, days: 130, records: 1300 })
    const signer: ServiceAccount = {
      project: 'fernhagen-mail-207',
      name: 'signature-writer',
      number: random.digits(21),
    }
    const client = delegatedApp(signer, 'Signaturdienst', ['gmail.settings.basic'])
    const daily = dailyDelegation(org, {
      first: time('2026-04-21T03:00:00Z'),
      days: 129,
      people: org.people,
      app: client,
      account: signer,
      from: network('203.0.113.61', 64541, 'DE'),
      methods: ['gmail.users.settings.sendAs.list', 'gmail.users.settings.sendAs.patch'],
    })
    const manager = person(org, 4)
    const rota = [5, 8, 11, 14, 16, 19, 21, 23].map((place) => person(org, place))
    const first = time('2026-06-08T06:30:00Z')
    const deploy = groupMember(org, {
      at: first - 20 * MINUTE,
      who: manager,
      group: 'bereitschaft-mail',
      member: robot(org, 'release-bot', signer.project),
      kind: 'service_account',
    })
    const weeks = Array.from({ length: 12 }, (_, week) => {
      const at = first + week * 7 * DAY + random.integer(0, 40) * MINUTE
      const now = rota[week % rota.length] ?? manager
      const before = rota[(week + rota.length - 1) % rota.length] ?? manager
      const swap = { who: manager, group: 'bereitschaft-mail', kind: 'user' as const }
      const caller = { email: now.email, subject: `user:${now.email}` }
      const evening = at + (week % 4) * DAY + 12 * HOUR + random.integer(0, 90) * MINUTE
      // Two weeks of three have a repair, mostly in the evening at home.
      const repair =
        week % 3 === 0
          ? []
          : [
              accessToken(org, { at: evening, from: now.home, caller, account: signer }),
              signedRequest(org, { at: evening + 3 * MINUTE, from: now.home, caller, account: signer }),
            ]
      return [
        ...(week === 0 ? [] : [groupMember(org, { ...swap, at, member: before, removed: true })]),
        groupMember(org, { ...swap, at: at + 40_000, member: now }),
        ...repair,
      ]
    }).flat()
    return { records: timeline(days.records, daily, [deploy], weeks), ids: ids([deploy], weeks) }
  },
})
