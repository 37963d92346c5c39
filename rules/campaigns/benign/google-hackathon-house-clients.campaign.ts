// On two days of making, colleagues build small clients of their own and try them on one another.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, revoke } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, organization, time, timeline } from '../google-layouts.ts'

const projects = [
  ['Lunch Roulette', 'calendar.readonly', 'calendar.events.list'],
  ['Slide Judge', 'presentations.readonly', 'drive.files.get'],
  ['where-is-my-doc', 'drive.metadata.readonly', 'drive.files.list'],
  ['test', 'drive.readonly', 'drive.files.list'],
  ['Untitled project 3', 'spreadsheets', 'drive.files.get'],
  ['Meeting Cost Meter', 'calendar.readonly', 'calendar.events.list'],
  ['Inbox Weather', 'gmail.metadata', 'gmail.users.messages.list'],
  ['Team Map', 'directory.readonly', 'people.people.listDirectoryPeople'],
] as const

export default benignWork({
  title: 'Eight groups build and try own clients on two days',
  sources: [
    'https://support.google.com/cloud/answer/15549945',
    'https://developers.google.com/identity/protocols/oauth2/native-app',
  ],
  resembles: 'Many clients that nobody saw before, some without a proper name, get mail and Drive scopes within hours.',
  accounts: 22,
  days: 2,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'copperpine-software.example', 28)
    const start = time('2026-10-01T08:00:00Z')
    const end = time('2026-10-05T15:00:00Z')
    const days = background(org, { until: end, days: 75, records: 900 })
    const work = projects.flatMap(([name, wanted, method], group) => {
      const client = app(random, name, ['openid', 'email', wanted], group % 2 === 0 ? 'WEB' : 'NATIVE_DESKTOP')
      const makers = [0, 1, 2].map((place) => org.people[1 + ((group * 3 + place) % 22)] ?? org.admin)
      return makers.flatMap((who, place) => {
        const at = start + place * 5 * HOUR + random.integer(0, 150) * MINUTE
        const tries = [at, at + 50 * MINUTE, at + DAY]
        return [
          ...tries.map((moment) => authorize(org, { at: moment, who, app: client })),
          ...tries.flatMap((moment) =>
            calls(org, {
              start: moment + 40_000,
              count: random.integer(3, 9),
              gap: [4, 200],
              who,
              app: client,
              from: org.office,
              methods: [method],
              bytes: [400, 40_000],
            }),
          ),
          ...(place === 2 ? [revoke(org, { at: at + DAY + 3 * HOUR, who, app: client })] : []),
        ]
      })
    })
    return { records: timeline(days.records, work), ids: ids(work) }
  },
})
