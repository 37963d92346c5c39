// A nightly job in Azure writes to Google Cloud through a pool. Its secret is renewed each quarter, and the job moves to another region.
import { benignWork } from '../campaign.ts'
import { background as googleBackground } from '../google-background.ts'
import { merged } from '../google-crowd.ts'
import { accessToken, exchangeToken, workload } from '../google-federation.ts'
import { DAY, HOUR, ids, MINUTE, network, time } from '../google-layouts.ts'
import { orgOf } from '../google-outside.ts'
import { background } from '../microsoft-background.ts'
import { credential, type Key } from '../microsoft-credentials.ts'
import { Log, makeApp, makeTenant } from '../microsoft-tenant.ts'

const end = time('2026-06-26T12:00:00Z')
const from = Math.floor((end - 95 * DAY) / DAY) * DAY

export default benignWork({
  title: 'A federated Azure job has a new secret and moves to another region',
  sources: [
    'https://roastidio.us/topic/17464461',
    'https://www.systemshardening.com/articles/cross-cutting/gcp-workload-identity-federation/',
  ],
  resembles:
    'An Entra application gets a second secret, and two days later its workload comes to the Google pool from an address that nobody has seen.',
  accounts: 15,
  days: 95,
  allowed: 'low',
  build: (random) => {
    const tenant = makeTenant(random, 'vela-instruments', 15)
    const log = new Log(random, tenant)
    background(log, { feeds: 'audit', from, days: 95, records: 900 })
    const job = makeApp(random, 'Sales Figures Export', tenant.id)
    const key = (name: string): Key => ({ id: random.uuid(), name })
    const keys = [key('figures-2025-q4'), key('figures-2026-q1'), key('figures-2026-q2')]
    const [first, second, third] = keys as [Key, Key, Key]
    const act = (day: number, before: readonly Key[], now: readonly Key[]) =>
      credential(log, from + day * DAY + 9 * HOUR, tenant.developer, job, before, now)
    const changes = [
      act(2, [first], [first, second]),
      act(5, [first, second], [second]),
      act(84, [second], [second, third]),
      act(88, [second, third], [third]),
    ]

    const org = orgOf(random, tenant)
    const days = googleBackground(org, { until: end, days: 93, records: 1100 })
    const pool = { project: 'vela-figures', number: '290117486635', name: 'azure-figures' }
    const writer = { project: pool.project, name: 'figures-writer', number: `1${random.digits(20)}` }
    const caller = workload(pool, job.spId)
    const north = network('52.169.18.44', 8075, 'IE')
    const west = network('20.229.96.201', 8075, 'NL')
    const nights = Array.from({ length: 95 }, (_, index) => {
      const at = from + index * DAY + 3 * HOUR + random.integer(0, 300) * 1000
      const place = index < 86 ? north : west
      return [
        exchangeToken(org, { at, from: place, caller, pool, provider: 'entra' }),
        accessToken(org, { at: at + 1500, from: place, caller, account: writer }),
      ]
    }).flat()
    // The developer tests the move by day, twice.
    const trials = [0, 25].flatMap((minutes) => {
      const at = from + 86 * DAY + 9 * HOUR + minutes * MINUTE
      return [
        exchangeToken(org, { at, from: west, caller, pool, provider: 'entra' }),
        accessToken(org, { at: at + 1500, from: west, caller, account: writer }),
      ]
    })
    return { records: merged(log.records(), days.records, nights, trials), ids: [...changes, ...ids(nights, trials)] }
  },
})
