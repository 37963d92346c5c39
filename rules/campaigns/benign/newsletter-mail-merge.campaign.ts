// Marketing sends its monthly letter from a spreadsheet; this month a new colleague does it.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, ids, MINUTE, organization, person, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'A marketing assistant sends 420 letters with a mail merge tool from a spreadsheet',
  sources: ['https://developers.google.com/apps-script/samples/automations/mail-merge'],
  resembles: 'A fresh consent for sending mail, then hundreds of messages in two hours from an address inside Google.',
  accounts: 24,
  days: 100,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'juniper-events.example', 24)
    const days = background(org, { until: time('2026-06-05T18:00:00Z'), days: 100, records: 1000 })
    const merge = app(random, 'Mergewell for Sheets', ['openid', 'userinfo.email', 'spreadsheets', 'gmail.send'])
    const senior = person(org, 6)
    const assistant = person(org, 11)
    const send = (start: number, who = senior, count = 420) =>
      calls(org, {
        start,
        count,
        gap: [8, 26],
        who,
        app: merge,
        from: null,
        methods: ['gmail.users.messages.send'],
        bytes: [300, 900],
      })
    const first = authorize(org, { at: time('2026-03-03T09:00:00Z'), who: senior, app: merge })
    // Three letters of the past months.
    const past = ['2026-03-03T10:10:00Z', '2026-04-01T10:05:00Z', '2026-05-05T10:20:00Z'].flatMap((written) =>
      send(time(written), senior, random.integer(380, 410)),
    )
    const today = time('2026-06-02T09:40:00Z')
    const list = file(org, {
      at: today - 3 * MINUTE,
      who: assistant,
      name: 'copy',
      kind: 'spreadsheet',
      title: 'Guests of all events',
      owner: senior,
    })
    const given = authorize(org, { at: today, who: assistant, app: merge })
    const test = send(today + 6 * MINUTE, assistant, 4)
    const letters = send(today + 25 * MINUTE, assistant)
    const reminders = send(today + 2 * DAY, assistant, 160)
    const work = [[list, given], test, letters, reminders]
    return { records: timeline(days.records, [first], past, ...work), ids: ids(...work) }
  },
})
