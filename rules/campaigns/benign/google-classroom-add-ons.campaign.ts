// Before the term teachers connect add-ons for their courses.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

const start = time('2026-08-24T08:15:00Z')

export default benignWork({
  title: 'Teachers authorize Classroom add-ons at the start of the term',
  sources: ['https://developers.google.com/workspace/classroom/add-ons'],
  resembles:
    'Many people of one group consent on the same days to clients that are new, with access to rosters of pupils.',
  accounts: 11,
  days: 7,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'elmtree-school.example', 17)
    const quietDays = background(org, { until: start + 8 * DAY, days: 60, records: 240 })
    const identity = ['openid', 'userinfo.email', 'userinfo.profile']
    const addons = [
      app(random, 'Kahoot! for Classroom', [...identity, 'classroom.rosters.readonly', 'classroom.addons.teacher']),
      app(random, 'Edpuzzle', [...identity, 'classroom.courses.readonly', 'classroom.addons.teacher']),
      app(random, 'Pear Deck', [...identity, 'classroom.courses.readonly', 'drive.file']),
    ]
    const teachers = org.people.slice(1, 12)
    const consents = teachers.flatMap((who, index) =>
      addons
        .slice(0, 1 + (index % 3))
        .map((addon, step) =>
          authorize(org, { at: start + (index % 4) * DAY + index * 13 * MINUTE + step * 3 * MINUTE, who, app: addon }),
        ),
    )
    const server = network('203.0.113.52', 64529, 'US', 'US-VA')
    const calls = teachers.flatMap((who, index) =>
      [4, 5, 6].map((day) =>
        use(org, {
          at: start + day * DAY + HOUR + index * 9 * MINUTE,
          who,
          app: addons[0] ?? app(random, '', []),
          from: server,
          method: random.pick(['classroom.courses.list', 'classroom.courses.students.list']),
          bytes: random.integer(900, 12_000),
        }),
      ),
    )
    return { records: timeline(quietDays.records, consents, calls), ids: ids(consents, calls) }
  },
})
