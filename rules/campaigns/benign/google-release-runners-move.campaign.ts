// A team moves the releases of its browser extension from hosted build machines to machines of its own.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, revoke } from '../google-events.ts'
import { DAY, HOUR, ids, network, organization, person, time, timeline } from '../google-layouts.ts'
import { dailyLook, hostedRunner, release, releaseClient } from '../google-store-release.ts'

const until = time('2026-03-21T00:00:00Z')

export default benignWork({
  title: 'The releases of a browser extension move to own build machines, and nine versions go out in five weeks',
  sources: ['https://developer.chrome.com/docs/webstore/using-api.md.txt'],
  resembles: 'The token of the release pipeline is used from a network that never published before.',
  accounts: 2,
  days: 35,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'hedgewell.example', 15)
    const days = background(org, { until, days: 130, records: 300 })
    const manager = person(org, 3)
    const deputy = person(org, 8)
    const client = releaseClient(random, 'Hedgewell Clipper Release')
    const first = time('2025-11-12T08:20:00Z')
    const move = time('2026-02-12T09:00:00Z')
    const before = [
      authorize(org, { at: first, who: manager, app: client }),
      ...dailyLook(org, { first: first + DAY, days: 90, who: manager, app: client, from: hostedRunner }),
      ...Array.from({ length: 10 }, (_, index) =>
        release(org, {
          at: first + (1 + index * 9) * DAY + random.integer(0, 6) * HOUR,
          who: manager,
          app: client,
          from: hostedRunner(org),
        }),
      ).flat(),
    ]
    // The own machines stand in a rented data center.
    const own = network('192.0.2.94', 64541, 'FI')
    const looks = dailyLook(org, {
      first: move - 4 * HOUR,
      days: 35,
      who: manager,
      app: client,
      from: (_, day) => (day < 12 && day % 2 === 0 ? hostedRunner(org) : own),
    })
    const releases = [0, 1, 4, 7, 12, 18, 22, 27, 33].map((day, index) =>
      release(org, {
        at: move + day * DAY + random.integer(0, 11) * HOUR,
        who: index > 5 ? deputy : manager,
        app: client,
        from: index === 2 ? hostedRunner(org) : own,
      }),
    )
    // The deputy takes the token over; the manager withdraws his own at the end.
    const handover = [
      authorize(org, { at: move + 20 * DAY, who: deputy, app: client }),
      revoke(org, { at: move + 34 * DAY + 8 * HOUR, who: manager, app: client }),
    ]
    return {
      records: timeline(days.records, before, looks, ...releases, handover),
      ids: ids(looks, ...releases, handover),
    }
  },
})
