// Shorter sessions for Google Cloud: engineers grant the command line again on most days, and one weekend has no limit.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, use } from '../google-events.ts'
import { DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { cloudCommandLine, sessionLength } from '../google-protection.ts'

export default benignWork({
  title: 'Sessions for Google Cloud end after eight hours, so ten engineers grant the command line again day after day',
  sources: [
    'https://support.google.com/a/answer/9368756',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/admin-security-settings',
  ],
  resembles:
    'The same wide grant returns each day from offices, homes and a train, and an administrator lifts the limit on a weekend.',
  accounts: 22,
  days: 90,
  allowed: 'medium',
  build(random) {
    const org = organization(random, 'tidewell.example', 22)
    const until = time('2026-05-15T18:00:00Z')
    const first = time('2026-02-16T00:00:00Z')
    const days = background(org, { until, days: 88, records: 850 })
    const engineers = Array.from({ length: 10 }, (_, index) => person(org, index + 2))
    const train = network('203.0.113.71', 64533, 'DE')
    const change = (day: number, hour: number, unit: string, before: string, now: string) =>
      sessionLength(org, { at: first + day * DAY + hour * HOUR, who: org.admin, unit, before, now })
    const never = 'Never require reauthentication'
    const eight = 'Require reauthentication every 8 hours'
    const settings = [
      change(28, 9, 'Platform pilot', never, 'Require reauthentication every 16 hours'),
      change(35, 10, 'Platform pilot', 'Require reauthentication every 16 hours', eight),
      change(42, 9, 'Engineering', never, eight),
      // The move of the data base lasts the whole weekend.
      change(60, 16, 'Engineering', eight, never),
      change(63, 8, 'Engineering', never, eight),
      change(70, 11, 'Operations', never, eight),
    ]
    const work = Array.from({ length: 88 }, (_, day) => first + day * DAY).flatMap((midnight, day) => {
      const weekend = [0, 6].includes(new Date(midnight).getUTCDay())
      const moving = day === 61 || day === 62
      if (weekend && !moving) return []
      return engineers.flatMap((who, index) => {
        const pilot = index < 3
        const asks = day >= 42 ? !moving : pilot ? day >= 28 : random.integer(1, 20) === 1
        const at = midnight + (moving ? 20 : 7) * HOUR + random.integer(0, 110) * MINUTE
        const from = moving ? who.home : random.pick([org.office, org.office, who.home, train])
        const granted = asks ? [authorize(org, { at, who, app: cloudCommandLine, from })] : []
        const called = Array.from({ length: random.integer(0, moving ? 4 : 2) }, (_, turn) =>
          use(org, {
            at: at + (turn * 50 + 4) * MINUTE,
            who,
            app: cloudCommandLine,
            from,
            method: random.pick([
              'cloudresourcemanager.projects.list',
              'compute.instances.list',
              'storage.objects.get',
            ]),
            bytes: random.integer(800, 30_000),
          }),
        )
        return [...granted, ...called]
      })
    })
    return { records: timeline(days.records, settings, work), ids: ids(settings, work) }
  },
})
