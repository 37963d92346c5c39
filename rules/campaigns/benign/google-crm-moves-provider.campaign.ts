// A customer database moves its synchronization to another cloud provider; token log alone.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { anyAddress, crowd } from '../google-crowd.ts'
import { authorize, use } from '../google-events.ts'
import { app, DAY, HOUR, idOf, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

export default benignWork({
  title:
    'A customer database of 2,100 accounts runs on two providers for three weeks, reads everything again, and stays on the new one',
  sources: ['https://developers.google.com/workspace/admin/reports/v1/appendix/activity/token'],
  resembles:
    'A client with mail scopes reads from a network that it never used, at night and with large answers, first for ' +
    'a few mailboxes and then for all; the old network falls silent.',
  accounts: 2100,
  days: 45,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'pennantfreight.example', 30)
    const start = time('2025-10-06T00:00:00Z')
    const end = start + 45 * DAY
    const quiet = seenIn(background(org, { until: end, days: 115, records: 620 }), ['token'])
    const sellers = crowd(org, 'pf', 'Sales', 2070)
    const crm = app(random, 'Keelhaul CRM', ['openid', 'userinfo.email', 'gmail.readonly', 'calendar.events'])
    const old = ['192.0.2.70', '192.0.2.71', '192.0.2.72'].map((ip) => network(ip, 16509, 'IE'))
    const fresh = () => anyAddress(org, '34.90', 396982, 'NL')
    const methods = ['gmail.users.history.list', 'gmail.users.messages.get', 'calendar.events.list']
    const reads = (at: number, index: number, from: ReturnType<typeof fresh> | null, bytes: number) =>
      use(org, {
        at,
        who: sellers[index % sellers.length] ?? org.admin,
        app: crm,
        from,
        method: methods[index % 3] ?? 'gmail.users.messages.get',
        bytes,
      })
    const grants = sellers
      .filter((_, index) => index % 2 === 0)
      .map((who, index) =>
        authorize(org, {
          at: start - 66 * DAY + (index % 20) * DAY + 8 * HOUR + index * MINUTE,
          who,
          app: crm,
          from: who.home,
        }),
      )
    const before = Array.from({ length: 900 }, (_, index) =>
      reads(workMoment(org, start, 60), index * 2, old[index % 3] ?? null, random.integer(900, 14_000)),
    )
    // Both providers for three weeks; the share of the new one grows.
    const both = Array.from({ length: 700 }, (_, index) => {
      const at = workMoment(org, start + 21 * DAY, 21)
      const moved = random.number() < (at - start) / (21 * DAY)
      return reads(at, index * 2, moved ? fresh() : (old[index % 3] ?? null), random.integer(900, 14_000))
    })
    // The new provider builds its index again in three nights.
    const again = Array.from({ length: 600 }, (_, index) =>
      reads(
        start + (8 + (index % 3)) * DAY + 20 * HOUR + index * 40_000,
        index * 2,
        fresh(),
        random.integer(40_000, 700_000),
      ),
    )
    const later = Array.from({ length: 500 }, (_, index) =>
      reads(workMoment(org, end, 23), index * 2, fresh(), random.integer(900, 14_000)),
    )
    return {
      records: timeline(quiet.records, grants, before, both, again, later),
      ids: [both, again, later].flat().map(idOf),
    }
  },
})
