import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file, use } from '../google-events.ts'
import { run } from '../google-grants.ts'
import {
  type App,
  clientId,
  DAY,
  HOUR,
  ids,
  inUnit,
  MINUTE,
  network,
  organization,
  scope,
  time,
  timeline,
} from '../google-layouts.ts'

export default benignWork({
  title: 'Researchers copy the results of their instruments from Drive to the storage of the institute each night',
  sources: ['https://rclone.org/drive/', 'https://github.com/giuliocsr/rclone4gdrive/issues/6'],
  resembles: 'A copy tool with a new client reads about fifty files each night with scopes of the whole Drive.',
  accounts: 4,
  days: 30,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'alderfen-institute.example', 21)
    const start = time('2026-08-03T09:00:00Z')
    const quietDays = background(org, { until: start + 31 * DAY, days: 106, records: 680 })
    const server = network('198.51.100.21', 64501, 'DE', 'DE-HE')
    const scopes = [scope('drive.readonly')]
    // For years the laboratory has used the shared client of the tool; the tool gives that client up.
    const shared: App = {
      id: '202264815644.apps.googleusercontent.com',
      name: 'rclone',
      type: 'NATIVE_DESKTOP',
      scopes,
    }
    const own: App = { id: clientId(random), name: 'Alderfen result copy', type: 'NATIVE_DESKTOP', scopes }
    const researchers = inUnit(org, 'Engineering')
    const night = (client: App, day: number): ReturnType<typeof file>[] =>
      researchers.flatMap((who, place) => {
        const first = day + (12 + place) * HOUR + random.integer(0, 9) * MINUTE
        const part = { who, from: server, app: client }
        return [
          use(org, { at: first, ...part, method: 'drive.files.list', bytes: random.integer(20_000, 60_000) }),
          ...run(org, { start: first + 20_000, count: random.integer(9, 16), gap: [6, 90] }, (at) =>
            file(org, { at, ...part, name: 'download', kind: 'txt', title: `Run ${random.integer(1000, 9999)}` }),
          ),
          use(org, {
            at: first + 30 * MINUTE,
            ...part,
            method: 'drive.files.get',
            bytes: random.integer(9_000, 90_000),
          }),
        ]
      })
    const earlier = researchers.map((who, index) =>
      authorize(org, { at: start - 74 * DAY + index * HOUR, who, app: shared, from: server }),
    )
    const before = Array.from({ length: 18 }, (_, index) => night(shared, start - (72 - 4 * index) * DAY)).flat()
    const consents = researchers.map((who, index) =>
      authorize(org, { at: start + index * 26 * MINUTE, who, app: own, from: server }),
    )
    const after = Array.from({ length: 30 }, (_, day) => night(own, start + day * DAY)).flat()
    return {
      records: timeline(quietDays.records, earlier, before, consents, after),
      ids: ids(consents, after),
    }
  },
})
