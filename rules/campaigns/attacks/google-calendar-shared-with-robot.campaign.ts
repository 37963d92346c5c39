import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, revoke } from '../google-events.ts'
import { robot } from '../google-guests.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { appointment, calendarAccess } from '../google-lifecycle.ts'
import { seenIn } from '../google-vault.ts'

const browser =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36'

export default attackCampaign({
  title: 'A client shares calendars with a service account of a stranger, and its own grant is gone within the hour',
  sources: [
    'https://github.com/MrSaighnal/GCR-Google-Calendar-RAT',
    'https://services.google.com/fh/files/blogs/gcat_threathorizons_full_oct2023.pdf',
    'https://cloud.google.com/blog/topics/threat-intelligence/apt41-innovative-tactics',
  ],
  facts: [
    'Google Calendar RAT needs a service account and a calendar that is shared with it.',
    'All its traffic goes to the calendar service of Google, and defenders see nothing unusual on the network.',
    'APT41 used calendar events for commands and for stolen data.',
    'The share of a calendar stays when the grant of the client is removed.',
  ],
  build: (random) => {
    const org = organization(random, 'domkapelle.example', 18)
    const end = time('2026-07-17T16:00:00Z')
    // The edition of this customer has no record of single API calls: token has grants alone.
    const days = seenIn(background(org, { until: end, days: 98, records: 1_050 }), [
      'token',
      'login',
      'admin',
      'user_accounts',
    ])
    const grantsOnly = days.records.filter((record) => !JSON.stringify(record).includes('"name":"activity"'))
    const kept = new Set(grantsOnly.map(idOf))
    const assistant = person(org, 5)
    const director = person(org, 9)
    const ordinary = Array.from({ length: 60 }, (_, place) => {
      const who = random.pick(org.people)
      const common = { at: workMoment(org, end, 90), who, kind: 'web', agent: browser, calendar: who.email } as const
      return place % 3 === 0
        ? calendarAccess(org, {
            ...common,
            grantee: random.pick(org.people).email,
            level: random.pick(['read', 'editor']),
          })
        : appointment(org, { ...common, title: random.pick(['Team', 'Probe', 'Planung']) })
    })
    const outsider = robot(org, 'calendar-sync', 'agenda-bridge-4471')
    const client = app(random, 'Kalender-Abgleich', ['openid', 'userinfo.email', 'calendar'])
    const server = network('192.0.2.44', 16276, 'FR')
    const start = time('2026-06-09T08:20:00Z')
    const grant = authorize(org, { at: start, who: assistant, app: client })
    const share = (at: number, calendar: string, level: 'read' | 'owner') =>
      calendarAccess(org, {
        at,
        who: assistant,
        from: server,
        calendar,
        grantee: outsider.email,
        level,
        kind: 'api_v3',
        agent: 'google-api-python-client/2.181.0 (gzip),gzip(gfe)',
      })
    const own = share(start + 4 * MINUTE, assistant.email, 'owner')
    const chief = share(start + 5 * MINUTE, director.email, 'read')
    const gone = revoke(org, { at: start + 38 * MINUTE, who: assistant, app: client })
    // A month later the same steps give the calendar of the board.
    const second = start + 29 * DAY + 3 * HOUR
    const again = authorize(org, { at: second, who: assistant, app: client })
    const board = share(second + 3 * MINUTE, `c_${random.uuid().replaceAll('-', '')}@group.calendar.google.com`, 'read')
    const goneAgain = revoke(org, { at: second + 25 * MINUTE, who: assistant, app: client })
    return {
      records: timeline(grantsOnly, ordinary, [grant, own, chief, gone, again, board, goneAgain]),
      firstHostile: idOf(grant),
      dataLeft: [],
      required: [
        {
          act: 'A new client shares the calendars of an assistant and a director with an outside service account',
          ids: ids([own, chief]),
          minimum: 'medium',
        },
        { act: 'The same happens with the calendar of the board', ids: ids([board]), minimum: 'medium' },
      ],
      quiet: [...days.quiet.filter((id) => kept.has(id)), ...ids(ordinary.slice(0, 12))],
    }
  },
})
