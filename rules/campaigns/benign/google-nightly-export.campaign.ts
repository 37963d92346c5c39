// A job with old delegation reads sheets every night and is larger at the end of the month.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { impersonation, use } from '../google-events.ts'
import { type App, DAY, HOUR, ids, network, organization, person, scope, time, timeline } from '../google-layouts.ts'

const until = time('2026-06-10T00:00:00Z')
const nights = 70

export default benignWork({
  title: 'Nightly export of reports by a service account',
  sources: ['https://developers.google.com/identity/protocols/oauth2/service-account'],
  resembles: 'A service account acts as people and reads files at night, with a jump in volume at the end of a month.',
  accounts: 3,
  days: 70,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'rivenstone.example', 14)
    const quietDays = background(org, { until, days: 75, records: 260 })
    const number = `1${random.digits(20)}`
    const scopes = ['drive.readonly', 'spreadsheets.readonly'].map(scope)
    const client: App = { id: number, name: number, type: 'TYPE_UNSPECIFIED', scopes }
    const account = 'report-export@rivenstone-data.iam.gserviceaccount.com'
    const server = network('203.0.113.85', 64540, 'BE', 'BE-WHT')
    const owners = [person(org, 2), person(org, 7), person(org, 12)]
    const runs = Array.from({ length: nights }, (_, night) => {
      const midnight = until - (nights - night) * DAY
      const who = owners[night % owners.length] ?? org.admin
      const count = new Date(midnight).getUTCDate() === 1 ? 14 : 3
      return [
        impersonation(org, { at: midnight + 2 * HOUR, who, from: server, app: client, account }),
        ...Array.from({ length: count }, (_, step) =>
          use(org, {
            at: midnight + 2 * HOUR + 3000 + step * 5000,
            who,
            app: client,
            from: server,
            method: step === 0 ? 'drive.files.list' : 'drive.files.get',
            bytes: random.integer(40_000, 400_000),
            impersonates: true,
          }),
        ),
      ]
    }).flat()
    return { records: timeline(quietDays.records, runs), ids: ids(runs) }
  },
})
