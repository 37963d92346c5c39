import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize } from '../google-events.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'
import { vault } from '../google-vault.ts'

export default benignWork({
  title: 'The legal department exports mail of nine people for a tax audit through its known case tool',
  sources: [
    'https://developers.google.com/workspace/vault/guides',
    'https://developers.google.com/admin-sdk/reports/v1/appendix/activity/vault',
  ],
  resembles: 'A client makes many exports of mailboxes of the finance department and the directors in a few days.',
  accounts: 2,
  days: 6,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'messingwerk.example', 24)
    const end = time('2026-07-03T15:00:00Z')
    const days = background(org, { until: end, days: 112, records: 900 })
    const lawyers = inUnit(org, 'People').slice(0, 2)
    const tool = app(random, 'Aktenlotse eDiscovery', [
      'openid',
      'userinfo.email',
      'ediscovery',
      'devstorage.read_only',
    ])
    const cloud = network('192.0.2.55', 16509, 'DE')
    const first = end - 110 * DAY
    const consents = lawyers.map((who, place) => authorize(org, { at: first + (2 + place) * HOUR, who, app: tool }))
    const matter = (at: number, place: number, title: string, targets: readonly string[]) => {
      const who = lawyers[place % lawyers.length] ?? org.admin
      const matterId = random.uuid()
      const act = (later: number, name: string, more: Record<string, string>) =>
        vault(org, { at: at + later, who, from: cloud, through: tool, name, values: { matter_id: matterId, ...more } })
      return [
        act(0, 'create_investigation_begin', { resource_name: title }),
        act(1_500, 'create_investigation_end', { resource_name: title }),
        ...targets.flatMap((email, index) => {
          const later = (3 + index * 11) * MINUTE
          const hold = { resource_name: `${title} ${index + 1}`, target_user: email }
          const query = `corpus: MAIL, account: ${email}, terms: "Rechnung OR Umsatzsteuer"`
          return [
            act(later, 'add_litigation_hold_begin', hold),
            act(later + 2_000, 'add_litigation_hold_end', hold),
            act(later + 4 * MINUTE, 'create_export_begin', { ...hold, query }),
            act(later + 4 * MINUTE + 90_000, 'create_export_end', { ...hold, query }),
          ]
        }),
      ]
    }
    // Every month one or two small cases.
    const past = [12, 31, 46, 67, 88].flatMap((day, place) =>
      matter(first + day * DAY + 9 * HOUR, place, `Vorgang ${place + 1}`, [
        org.people[(place * 5 + 3) % org.people.length]?.email ?? '',
      ]),
    )
    const asked = [...inUnit(org, 'Finance').slice(0, 4), ...inUnit(org, 'Sales').slice(0, 5)].map((who) => who.email)
    const start = time('2026-06-23T08:15:00Z')
    const work = [0, 1, 2].flatMap((part) =>
      matter(
        start + part * 2 * DAY + part * HOUR,
        part,
        `Betriebsprüfung Teil ${part + 1}`,
        asked.slice(part * 3, part * 3 + 3),
      ),
    )
    return { records: timeline(days.records, consents, past, work), ids: ids(work) }
  },
})
