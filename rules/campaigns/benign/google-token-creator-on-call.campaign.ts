// The engineer on call may act as the reporting account for a week; the right moves on each Monday.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { signJwt } from '../google-cloud-layouts.ts'
import { changeMember, dailyDelegation, delegatedApp } from '../google-cloud-trust.ts'
import { DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'The right to act as the reporting account moves to the engineer on call each Monday',
  sources: [
    'https://docs.cloud.google.com/iam/docs/service-account-permissions',
    'https://docs.cloud.google.com/iam/docs/create-short-lived-credentials-direct',
  ],
  resembles:
    'People get the role of a token creator on a delegated account, sign with it from home, and lose the role.',
  accounts: 5,
  days: 56,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'windrose-health.example', 21)
    const first = time('2026-07-06T00:00:00Z')
    const days = background(org, { until: first + 60 * DAY, days: 110, records: 950 })
    const account = { project: 'windrose-reports', name: 'duty-reports', number: `1${random.digits(20)}` }
    const app = delegatedApp(account, 'Duty Reports', ['calendar.readonly', 'spreadsheets'])
    const routine = dailyDelegation(org, {
      first: first - 48 * DAY + 4 * HOUR,
      days: 106,
      people: org.people,
      app,
      account,
      from: network('203.0.113.31', 396982, 'DE'),
      methods: ['calendar.events.list'],
    })
    const engineers = [3, 8, 13, 18].map((place) => person(org, place))
    const lead = person(org, 2)
    const at = (index: number) => engineers[index % engineers.length] ?? lead
    const role = 'roles/iam.serviceAccountTokenCreator'
    const work = Array.from({ length: 8 }, (_, week) => week).flatMap((week) => {
      const monday = first + week * 7 * DAY + 7 * HOUR + random.integer(10, 70) * MINUTE
      const member = (who: string) => `user:${who}`
      const lent = { who: lead, from: org.office, account, role }
      const given = changeMember(org, { ...lent, at: monday, action: 'ADD', member: member(at(week).email) })
      const back = changeMember(org, {
        ...lent,
        at: monday + 3 * MINUTE,
        action: 'REMOVE',
        member: member(at(week + 3).email),
      })
      // A report did not come on some evening, and the engineer runs it by hand, mostly from home.
      const repairs = Array.from({ length: random.integer(0, 2) }, (_, place) =>
        signJwt(org, {
          at: monday + (1 + place * 2) * DAY + 10 * HOUR + random.integer(0, 90) * MINUTE,
          who: at(week),
          from: random.number() < 0.7 ? at(week).home : org.office,
          account,
        }),
      )
      return [given, ...(week === 0 ? [] : [back]), ...repairs]
    })
    return { records: timeline(days.records, routine, work), ids: ids(work) }
  },
})
