// An integration team and the members of a course try API calls in the OAuth Playground.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { DAY, HOUR, ids, inUnit, MINUTE, organization, person, time, timeline } from '../google-layouts.ts'
import { playgroundTrial } from '../google-playground.ts'

const until = time('2026-04-25T00:00:00Z')

export default benignWork({
  title: 'Members of a course and the integration team try API calls in the OAuth Playground',
  sources: ['https://developers.google.com/oauthplayground/'],
  resembles: 'Many people grant mail and Drive scopes to one client within an hour, and the grants end after a day.',
  accounts: 11,
  days: 18,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'quarrybrook.example', 22)
    const quiet = background(org, { until, days: 110, records: 360 })
    const team = inUnit(org, 'Engineering')
    const earlier = Array.from({ length: 22 }, (_, index) =>
      playgroundTrial(org, {
        at: workMoment(org, until - 20 * DAY, 88),
        who: team[index % 2] ?? person(org, 3),
        from: random.integer(1, 4) === 1 ? (team[index % 2] ?? org.admin).home : org.office,
        scopes: ['openid', 'calendar.readonly', 'drive.metadata.readonly'],
        methods: ['calendar.calendarList.list', 'drive.files.list', 'drive.files.list'],
      }),
    )
    const members = [...team, ...inUnit(org, 'Operations'), ...inUnit(org, 'Sales').slice(0, 3)].slice(0, 11)
    // Two lessons of one hour; each member does the exercise at the own pace.
    const lessons = [time('2026-04-08T08:00:00Z'), time('2026-04-15T08:00:00Z')].flatMap((lesson, part) =>
      members.map((who) =>
        playgroundTrial(org, {
          at: lesson + random.integer(3, 40) * MINUTE,
          who,
          from: org.office,
          scopes: part === 0 ? ['calendar.readonly', 'tasks'] : ['gmail.readonly', 'drive.readonly'],
          methods:
            part === 0
              ? ['calendar.events.list', 'tasks.tasklists.list', 'calendar.events.list']
              : [
                  'gmail.users.labels.list',
                  'gmail.users.messages.list',
                  'gmail.users.messages.get',
                  'drive.files.list',
                ],
        }),
      ),
    )
    // One engineer searches for a fault of the own integration on three days.
    const fault = [0, 1, 2].map((day) =>
      playgroundTrial(org, {
        at: time('2026-04-21T07:30:00Z') + day * DAY + random.integer(0, 5) * HOUR,
        who: team[0] ?? person(org, 3),
        from: org.office,
        scopes: ['gmail.readonly'],
        methods: Array.from({ length: 12 }, (_, index) =>
          index % 3 === 0 ? 'gmail.users.messages.list' : 'gmail.users.messages.get',
        ),
      }),
    )
    return {
      records: timeline(quiet.records, ...earlier, ...lessons, ...fault),
      ids: ids(...lessons, ...fault),
    }
  },
})
