// The whole office moves to a building with another internet provider, and mail programs sign in again there.
import { benignWork } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { authorize, file, signIn, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

const start = time('2026-06-08T06:40:00Z')

export default benignWork({
  title: 'A company moves to a new building, and everybody works from a network that nobody has used before',
  sources: ['https://support.google.com/a/answer/9291336', 'https://support.google.com/a/answer/6089179'],
  resembles:
    'All accounts and their mail programs change to an unknown network on one morning, and grant access again.',
  accounts: 22,
  days: 10,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'quillbridge.example', 22)
    const quietDays = background(org, { until: start - 2 * DAY, days: 90, records: 420 })
    const building = network('203.0.113.88', 64544, 'DE', 'DE-BY')
    const program = app(
      random,
      'Google Workspace Sync for Microsoft Outlook',
      ['https://mail.google.com/', 'calendar', 'https://www.google.com/m8/feeds', 'userinfo.email'],
      'NATIVE_DESKTOP',
    )
    const holders = org.people.slice(3, 15)
    const months = holders.map((who, index) =>
      authorize(org, { at: start - 88 * DAY + index * 13 * MINUTE, who, app: program }),
    )
    const before = steadyUse(org, program, {
      until: start - 2 * DAY,
      days: 84,
      count: 260,
      people: holders,
      from: org.office,
      methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'calendar.events.list'],
    })
    const signIns = org.people.map((who, index) =>
      signIn(org, { at: start + HOUR + index * 3 * MINUTE + random.integer(0, 90) * 1000, who, from: building }),
    )
    const again = holders.map((who, index) =>
      authorize(org, { at: start + 2 * HOUR + index * 5 * MINUTE, who, app: program, from: building }),
    )
    const workDays = [0, 1, 2, 3, 4, 7, 8, 9]
    const mail = workDays.flatMap((day) =>
      holders.flatMap((who, index) =>
        Array.from({ length: 5 }, (_, step) =>
          use(org, {
            at: start + day * DAY + 4 * HOUR + index * 6 * MINUTE + step * 47_000,
            who,
            app: program,
            from: building,
            method: step === 0 ? 'gmail.users.messages.list' : 'gmail.users.messages.get',
            bytes: random.integer(2_000, 60_000),
          }),
        ),
      ),
    )
    const documents = workDays.flatMap((day) =>
      org.people.map((who, index) =>
        file(org, {
          at: start + day * DAY + 5 * HOUR + index * 9 * MINUTE,
          who,
          from: building,
          name: random.pick(['view', 'edit', 'download']),
          title: random.pick(['Desk plan', 'Key list', 'Moving day', 'Weekly plan']),
        }),
      ),
    )
    return {
      records: timeline(quietDays.records, months, before, signIns, again, mail, documents),
      ids: ids(signIns, again, mail, documents),
    }
  },
})
