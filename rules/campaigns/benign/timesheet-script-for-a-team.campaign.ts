// One colleague writes a script for the timesheets; the team authorizes it, and timers run it each evening.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, organization, person, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'A script with timers reads the calendar, fills a timesheet, and sends a reminder for sixteen people',
  sources: [
    'https://developers.google.com/apps-script/guides/triggers/installable',
    'https://developers.google.com/apps-script/guides/services/authorization',
  ],
  resembles:
    'An unverified script gets rights to send mail and to call other servers from sixteen people, and then runs each evening.',
  accounts: 24,
  days: 112,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'redfern-architects.example', 24)
    const days = background(org, { until: time('2026-06-26T18:00:00Z'), days: 112, records: 1100 })
    const script = app(random, 'Timesheet helper', [
      'calendar.readonly',
      'spreadsheets',
      'script.send_mail',
      'script.external_request',
      'script.scriptapp',
    ])
    const author = person(org, 5)
    const start = time('2026-06-08T07:30:00Z')
    const title = 'Timesheet helper'
    const made = file(org, { at: start, who: author, name: 'create', kind: 'script', title })
    const edits = Array.from({ length: 9 }, (_, n) =>
      file(org, { at: start + (n + 1) * 14 * MINUTE, who: author, name: 'edit', kind: 'script', title }),
    )
    const share = file(org, {
      at: start + 3 * HOUR,
      who: author,
      name: 'change_user_access',
      kind: 'spreadsheet',
      title: 'Timesheet 2026',
      more: { target_user: `studio@${org.domain}`, old_value: ['none'], new_value: ['can_edit'] },
    })
    // The author first, the others after the team meeting.
    const team = [author, ...[1, 2, 3, 4, 7, 8, 9, 10, 12, 13, 15, 16, 18, 19, 22].map((index) => person(org, index))]
    const work = team.flatMap((who, index) => {
      const at = index === 0 ? start + 2 * HOUR : start + DAY + 2 * HOUR + index * random.integer(1, 6) * MINUTE
      const from = index % 4 === 3 ? who.home : org.office
      const evenings = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16].flatMap((later) =>
        calls(org, {
          start: start + (later + 1) * DAY + 9 * HOUR + index * 20_000,
          count: 3,
          gap: [1, 4],
          who,
          app: script,
          from: null,
          methods: ['calendar.events.list', 'sheets.spreadsheets.values.append', 'gmail.users.messages.send'],
          bytes: [400, 9_000],
        }),
      )
      return [
        authorize(org, { at, who, app: script, from }),
        file(org, { at: at + MINUTE, who, from, name: 'script_trigger_created', kind: 'script', title, owner: author }),
        ...evenings,
      ]
    })
    return {
      records: timeline(days.records, [made, share], edits, work),
      ids: ids([made, share], edits, work),
    }
  },
})
