// The alumni office invites to the summer meeting with a mail merge add-on.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, ids, network, organization, person, time, timeline } from '../google-layouts.ts'

const start = time('2026-04-20T08:10:00Z')

export default benignWork({
  title: 'Mail merge add-on in the invitation season',
  sources: [
    'https://developers.google.com/apps-script/samples/automations/mail-merge',
    'https://developers.google.com/workspace/gmail/api/auth/scopes',
  ],
  resembles: 'A client new to the organization may send mail and read sheets, and sends hundreds of messages in hours.',
  accounts: 3,
  days: 15,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'oldscholars.example', 14)
    const quietDays = background(org, { until: start + 18 * DAY, days: 95, records: 300 })
    const merge = app(random, 'Letterbird Mail Merge', [
      'gmail.send',
      'gmail.compose',
      'spreadsheets.currentonly',
      'script.container.ui',
      'userinfo.email',
    ])
    const vendor = network('203.0.113.150', 64540, 'IE', 'IE-D')
    const office = [3, 6, 10].map((index) => person(org, index))
    const lists = office.map((who, index) =>
      file(org, {
        at: start + index * DAY - HOUR,
        who,
        name: 'create',
        title: 'Guests of the meeting',
        kind: 'spreadsheet',
      }),
    )
    const granted = office.map((who, index) => authorize(org, { at: start + index * DAY, who, app: merge }))
    const sent = [0, 2, 7, 14].flatMap((days, wave) =>
      office.slice(0, wave === 0 ? 1 : 3).flatMap((who, index) =>
        calls(org, {
          start: start + days * DAY + (2 + index) * HOUR,
          count: 45,
          gap: [2, 9],
          who,
          app: merge,
          from: vendor,
          methods: ['gmail.users.messages.send'],
          bytes: [300, 900],
        }),
      ),
    )
    return { records: timeline(quietDays.records, lists, granted, sent), ids: ids(lists, granted, sent) }
  },
})
