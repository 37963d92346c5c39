// What to search for elsewhere: ids, addresses, hosts and user agents of the applications with alerts.
import { networkTest } from '../../../mappings/kernel/ip-network.ts'
import { type AlertedApp, trailOf } from './apps.ts'
import type { Collector } from './collect.ts'
import type { Sighting, Sightings } from './kept.ts'
import { type Capped, limits } from './limits.ts'
import type { Indicator, IndicatorKind } from './model.ts'

/**
 * The indicators of applications, by kind. `networks` are the organization's own (CIDR): an address in one is a weaker
 * indicator.
 */
export function makeIndicators(
  apps: readonly AlertedApp[],
  collector: Collector,
  networks: readonly string[],
): Capped<Indicator> {
  const own = networks.map(networkTest).filter((test) => test !== undefined)
  const found = new Map<string, Indicator>()
  let missed = 0

  function add(kind: IndicatorKind, { value, count, first, last, note }: Sighting, app: string | undefined): void {
    const key = `${kind} ${value}`
    const known = found.get(key)
    const apps = [...new Set([...(known?.apps ?? []), ...(app === undefined ? [] : [app])])]
    const said = note ?? known?.note
    found.set(key, {
      kind,
      value,
      count: count + (known?.count ?? 0),
      first: known !== undefined && known.first < first ? known.first : first,
      last: known !== undefined && known.last > last ? known.last : last,
      ...(said !== undefined && said !== '' && { note: said }),
      apps,
    })
  }

  function addAll(kind: IndicatorKind, sightings: Sightings, app: string | undefined): void {
    missed += sightings.missed
    for (const sighting of sightings.list()) add(kind, sighting, app)
  }

  for (const alerted of apps) {
    const { group, app } = alerted
    const { first, last, bySeverity } = group
    const name = app?.names[0] ?? group.name ?? app?.id ?? group.app?.id
    const alerts = Object.values(bySeverity).reduce((sum, each) => sum + each, 0)
    const [id, ...others] = app === undefined ? [group.app?.id as string] : [app.id, ...app.otherIds]
    add('application', { value: id as string, count: alerts, first, last }, name)
    for (const value of others) add('object id', { value, count: alerts, first, last }, name)
    const trail = trailOf(alerted, collector)
    if (trail === undefined) continue
    addAll('address', trail.addresses, name)
    addAll('redirect host', trail.hosts, name)
    addAll('user agent', trail.agents, name)
    addAll('credential', trail.credentials, name)
  }
  addAll('address', collector.addresses, undefined)
  const all = [...found.values()].map((each) =>
    each.kind === 'address' && own.some((inside) => inside(each.value))
      ? { ...each, note: ['own network', each.note].filter(Boolean).join(', ') }
      : each,
  )
  const kinds: readonly IndicatorKind[] = [
    'application',
    'object id',
    'credential',
    'redirect host',
    'address',
    'user agent',
  ]
  const sorted = all.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
  return { shown: sorted.slice(0, limits.indicators), more: Math.max(0, sorted.length - limits.indicators) + missed }
}
