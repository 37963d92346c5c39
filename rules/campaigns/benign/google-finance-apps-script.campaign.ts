// An accountant writes a script that mails reminders from a sheet once a week.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, organization, person, time, timeline } from '../google-layouts.ts'

const start = time('2026-04-07T12:30:00Z')

export default benignWork({
  title: 'Invoice reminder script written by finance',
  sources: ['https://developers.google.com/apps-script/guides/services/authorization'],
  resembles: 'A script with a plain name gets mail and sheet scopes, and a timer makes it send mail without a person.',
  accounts: 2,
  days: 29,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'saltmeadow.example', 13)
    const quietDays = background(org, { until: start + 30 * DAY, days: 90, records: 280 })
    const script = app(random, 'Open invoice reminders', [
      'spreadsheets',
      'script.send_mail',
      'script.scriptapp',
      'userinfo.email',
    ])
    const writer = person(org, 2)
    const deputy = person(org, 7)
    const made = [
      file(org, { at: start - 3 * HOUR, who: writer, name: 'create', title: 'Open invoices', kind: 'spreadsheet' }),
      file(org, { at: start - 2 * HOUR, who: writer, name: 'create', title: 'Open invoice reminders', kind: 'script' }),
      file(org, { at: start - HOUR, who: writer, name: 'edit', title: 'Open invoice reminders', kind: 'script' }),
      authorize(org, { at: start, who: writer, app: script }),
      file(org, {
        at: start + 4 * MINUTE,
        who: writer,
        name: 'script_trigger_created',
        title: 'Open invoice reminders',
        kind: 'script',
      }),
      authorize(org, { at: start + 8 * DAY, who: deputy, app: script }),
    ]
    const runs = [6, 13, 20, 27].flatMap((day) =>
      ['script.processes.list', 'script.scripts.run'].map((method, step) =>
        use(org, {
          at: start + day * DAY - 5 * HOUR + step * 1500,
          who: writer,
          app: script,
          from: null,
          method,
          bytes: random.integer(400, 3000),
        }),
      ),
    )
    return { records: timeline(quietDays.records, made, runs), ids: ids(made, runs) }
  },
})
