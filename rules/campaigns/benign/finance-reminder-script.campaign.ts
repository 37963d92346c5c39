// Finance writes a script behind a sheet: it sends payment reminders every month.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Apps Script of the finance team sends payment reminders from a sheet',
  sources: [
    'https://developers.google.com/apps-script/guides/services/authorization',
    'https://developers.google.com/apps-script/class_scriptapp',
  ],
  resembles: 'A new script without a review gets the right to send mail and runs by a trigger, nobody signed in.',
  accounts: 3,
  days: 64,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'copperlane.example', 16)
    const script = app(random, 'Payment reminders', [
      'spreadsheets.currentonly',
      'gmail.send',
      'script.scriptapp',
      'userinfo.email',
    ])
    const team = inUnit(org, 'Finance')
    const author = team[0] ?? org.admin
    const start = time('2026-05-27T08:40:00Z')
    const days = 64
    const quietDays = background(org, { until: start + days * DAY, days: 118, records: 240 })
    const touch = (at: number, name: string, kind: string, title: string) =>
      file(org, { at, who: author, name, title, kind })
    const made = [
      touch(start, 'create', 'spreadsheet', 'Open invoices'),
      touch(start + 40 * MINUTE, 'create', 'script', 'Payment reminders'),
      touch(start + 70 * MINUTE, 'edit', 'script', 'Payment reminders'),
      touch(start + 95 * MINUTE, 'edit', 'script', 'Payment reminders'),
    ]
    const grants = team.map((who, index) =>
      authorize(org, { at: start + 100 * MINUTE + index * (DAY + 2 * HOUR), who, app: script }),
    )
    const trigger = touch(start + 104 * MINUTE, 'script_trigger_created', 'script', 'Payment reminders')
    const monthly = [time('2026-06-01T05:00:00Z'), time('2026-07-01T05:00:00Z')].flatMap((at) =>
      calls(org, {
        start: at,
        count: 26,
        gap: [1, 4],
        who: author,
        app: script,
        from: null,
        methods: ['gmail.users.messages.send'],
        bytes: [300, 600],
      }),
    )
    const tries = calls(org, {
      start: start + 110 * MINUTE,
      count: 3,
      gap: [60, 300],
      who: author,
      app: script,
      from: null,
      methods: ['gmail.users.messages.send'],
      bytes: [300, 600],
    })
    return {
      records: timeline(quietDays.records, made, grants, [trigger], monthly, tries),
      ids: ids(made, grants, [trigger], monthly, tries),
    }
  },
})
