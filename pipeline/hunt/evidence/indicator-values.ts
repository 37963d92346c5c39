// Values to search for elsewhere: IDs, addresses, URIs and user agents of the applications with alerts. indicators.csv
// contains all values, the report contains the first of each kind.
import { concernedApp, type EcsDocument, type OauthGroup } from '../../../mappings/fields/document.ts'
import { forwardedTo } from '../../../mappings/fields/setting.ts'
import { networksTest } from '../../../mappings/kernel/ip-network.ts'
import { present } from '../../../mappings/kernel/present.ts'
import type { Alert } from '../../../rules/lib/alert.ts'
import { keysOf } from '../../entity-store/subject.ts'
import type { Device } from '../../review/containment/microsoft.ts'
import { cut, keptIn } from '../report/kept.ts'
import { type Capped, limits } from '../report/limits.ts'
import { Times } from '../report/times.ts'
import { count } from '../report/words.ts'

const mostValues = 100_000

export const indicatorKinds = [
  'client ID',
  'object ID',
  'registration ID',
  'redirect URI',
  'key ID',
  'device ID',
  'address',
  'forwarding address',
  'user agent',
] as const
export type IndicatorKind = (typeof indicatorKinds)[number]

export interface Indicator {
  readonly kind: IndicatorKind
  readonly value: string
  readonly count: number
  readonly first: string
  readonly last: string
  /** The number and the owner of the autonomous system of an address; empty if neither the records nor the database name one. */
  readonly network: string
  readonly note: string
  /** The applications with records of the value; empty if only an alert about no application has the value. */
  readonly apps: readonly string[]
}

interface Seen {
  readonly times: Times
  network: string
  readonly note: string
  readonly apps: Set<string>
}

type Source = NonNullable<EcsDocument['source']>

export class IndicatorValues {
  readonly #kinds = new Map(indicatorKinds.map((kind) => [kind, { values: new Map<string, Seen>(), missed: 0 }]))
  readonly #isOwn: (address: string) => boolean

  readonly #records: ReadonlyMap<string, number>

  /**
   * `networks` are the networks of the organization (CIDR). `records` contains the number of records from each address.
   * An address of the organization, or of records about others, is a weaker indicator.
   */
  constructor(networks: readonly string[] = [], records: ReadonlyMap<string, number> = new Map()) {
    this.#records = records
    this.#isOwn = networksTest(networks)
  }

  see(document: EcsDocument, app: string): void {
    const { event, oauth, source, user_agent: agent } = document
    const at = document['@timestamp'] ?? ''
    const add = (kind: IndicatorKind, value: string | undefined, note = '') => this.#add(kind, value, { at, note, app })
    const { id, object_id, registration_id, name: appName } = concernedApp(present({ oauth })) ?? {}
    add('client ID', id, appName)
    add('object ID', object_id, appName)
    add('registration ID', registration_id, appName)
    for (const uri of oauth?.redirect?.added ?? []) add('redirect URI', uri)
    for (const key of keysOf(oauth?.credential)) add('key ID', key, keyNote(oauth))
    if (source?.ip !== undefined)
      this.#add('address', source.ip, { at, note: this.#placeOf(source), app, network: networkOf(source) })
    for (const to of forwardedTo(document)) add('forwarding address', to, event.action)
    add('user agent', agent?.original, agent?.original === 'EvoSTS' ? 'the token service of Entra ID itself' : '')
  }

  seeDevice({ id, name, account, at }: Device): void {
    this.#add('device ID', id, { at, note: `"${name}", registered by ${account}`, app: '' })
  }

  /** Takes the address of an alert about no single application, or of a record about none. */
  seeAddress({ source, '@timestamp': at = '' }: Alert | EcsDocument, why = ''): void {
    if (source?.ip === undefined) return
    const note = [why, this.#placeOf(source)].filter((text) => text !== '').join(', ')
    this.#add('address', source.ip, { at, note, app: '', network: networkOf(source) })
  }

  #add(
    kind: IndicatorKind,
    value: string | undefined,
    {
      at,
      note,
      app,
      network = '',
    }: { readonly at: string; readonly note: string; readonly app: string; readonly network?: string },
  ): void {
    const of = this.#kinds.get(kind)
    if (of === undefined || value === undefined || value === '') return
    const fresh: Seen = { times: new Times(), network, note: cut(note, limits.name), apps: new Set() }
    const seen = keptIn(of.values, value, mostValues, () => fresh)
    if (seen === undefined) {
      of.missed++
      return
    }
    seen.times.add(at)
    if (seen.network === '') seen.network = network
    if (app !== '') seen.apps.add(app)
  }

  /** The location of an address, if a database or the vendor supplies it. */
  #placeOf({ ip, geo }: Source): string {
    const own = ip !== undefined && this.#isOwn(ip) ? 'own network' : undefined
    const parts = [own, geo?.city_name, geo?.country_iso_code ?? geo?.country_name]
    return parts.filter((part) => part !== undefined).join(', ')
  }

  #othersOf(kind: IndicatorKind, value: string, own: number): string {
    const others = kind === 'address' ? (this.#records.get(value) ?? 0) - own : 0
    return others > 0 ? `also in ${count(others, 'other record')}` : ''
  }

  /** Returns the values of a kind, and the number of sightings that were not kept. */
  of(kind: IndicatorKind): Capped<Indicator> {
    const { values, missed } = this.#kinds.get(kind) ?? { values: new Map<string, Seen>(), missed: 0 }
    return {
      shown: [...values].map(([value, { apps, note, network, times }]) => ({
        kind,
        value,
        ...times,
        network,
        apps: [...apps],
        note: [note, this.#othersOf(kind, value, times.count)].filter((text) => text !== '').join(', '),
      })),
      more: missed,
    }
  }

  first(): Capped<Indicator> {
    const all = indicatorKinds.map((kind) => this.of(kind))
    const shown = all.flatMap((values) => values.shown.slice(0, limits.indicatorsOfKind))
    return { shown, more: all.reduce((sum, values) => sum + values.shown.length + values.more, 0) - shown.length }
  }
}

function networkOf({ as }: Source): string {
  const parts = [as?.number === undefined ? undefined : `AS${as.number}`, as?.organization?.name]
  return cut(parts.filter((part) => part !== undefined).join(' '), limits.name)
}

/** The name of a key alone explains nothing. A risk detection names a key, but is no act. */
function keyNote({ action, credential }: OauthGroup = {}): string {
  const { added = 0, kind = 'credential', name } = credential ?? {}
  const what = added > 0 ? ', added' : action === undefined ? ', reported by Entra ID Protection' : ''
  return `${kind}${name === undefined ? '' : ` "${name}"`}${what}`
}
