// Records which log source reported an act first, for all instances. Nearly every sign-in has a claim, which is only
// needed while another log source may report the same act. Therefore each month has an index, and old months are
// deleted as a whole. The time in a record can be wrong, so acts with a time far from the present share one index.
import type { Client } from '@elastic/elasticsearch'
import { actsIndexBody } from '../../mappings/entities/templates.ts'
import { GenerationCache } from '../../mappings/kernel/bounded-cache.ts'
import { dayMs } from '../../mappings/kernel/durations.ts'
import { bulkItems } from '../clients/answers.ts'
import { toDependencyError, whereIs } from '../clients/elasticsearch.ts'
import { inParts } from '../clients/in-parts.ts'
import { type IndexAnswer, namesOf } from '../clients/index-names.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import type { EntityRequests, Write } from './elasticsearch-requests.ts'
import type { Act, StoreOptions } from './store.ts'

const yearMs = 366 * dayMs

const monthIndex = (namespace: string, at: number): string =>
  `consentry-acts-${namespace}-${new Date(at).toISOString().slice(0, 7)}`

const otherIndex = (namespace: string): string => `consentry-acts-${namespace}-other`

/** Returns the index of an act: of its month from a year ago to a day ahead of the clock, otherwise a common index. */
export function actsIndex(namespace: string, at: number, now: number): string {
  const first = new Date(now - yearMs).toISOString().slice(0, 7)
  return at >= Date.parse(`${first}-01T00:00:00Z`) && at <= now + dayMs
    ? monthIndex(namespace, at)
    : otherIndex(namespace)
}

/** How long an index is assumed to exist after it was last seen, because another instance may delete it. */
const seenForMs = 600_000

export interface ActClaimsOptions {
  readonly requests: EntityRequests
  readonly namespace: string
  readonly cacheSize: number
  readonly now: () => number
}

export class ActClaims {
  readonly #requests: EntityRequests
  readonly #namespace: string
  readonly #known: GenerationCache<string>
  readonly #now: () => number
  readonly #seen = new Map<string, number>()
  #otherExists = false

  constructor({ requests, namespace, cacheSize, now }: ActClaimsOptions) {
    this.#requests = requests
    this.#namespace = namespace
    this.#known = new GenerationCache(cacheSize)
    this.#now = now
  }

  /** Returns the holder of each act by ID: the log source that claimed the act first. */
  async claim(acts: readonly Act[], options: StoreOptions = {}): Promise<ReadonlyMap<string, string>> {
    const { signal } = options
    const holders = new Map<string, string>()
    const unknown = new Map<string, Act>()
    for (const act of acts) {
      const holder = this.#known.get(act.id)
      if (holder !== undefined) holders.set(act.id, holder)
      else if (!unknown.has(act.id)) unknown.set(act.id, act)
    }
    if (unknown.size === 0) return holders
    const now = this.#now()
    const placed = [...unknown.values()].map((act) => ({ act, index: actsIndex(this.#namespace, act.at, now) }))
    await this.#make(new Set(placed.map(({ index }) => index)), signal)
    const moved = await this.#claimedElsewhere(placed, signal)
    const writes = placed.flatMap(({ act: { id, ...source }, index }): Write[] =>
      moved.has(id) ? [] : [{ index, id, version: undefined, source: { ...source, claimed: now } }],
    )
    const results = await this.#requests.write(writes, options)
    const taken = writes.filter((_, i) => results[i] === 'conflict')
    const found = await this.#requests.read(taken, signal)
    for (const { id, dataset } of unknown.values()) holders.set(id, moved.get(id) ?? dataset)
    for (const [i, { id }] of taken.entries()) {
      const source = found[i]?.source
      if (source !== undefined) holders.set(id, String(source.dataset))
    }
    for (const id of unknown.keys()) this.#known.set(id, holders.get(id) as string)
    return holders
  }

  /** Looks for claims in the other index: at the claim, the month may have been too far ahead or not yet too old. */
  async #claimedElsewhere(
    placed: readonly { readonly act: Act; readonly index: string }[],
    signal: AbortSignal | undefined,
  ): Promise<Map<string, string>> {
    const other = otherIndex(this.#namespace)
    const wanted = placed.flatMap(({ act: { id, at }, index }) => {
      if (index === other) return [{ index: monthIndex(this.#namespace, at), id }]
      return this.#otherExists ? [{ index: other, id }] : []
    })
    const found = await this.#requests.read(wanted, signal, 'empty')
    return new Map(
      wanted.flatMap(({ id }, i) => {
        const source = found[i]?.source
        return source === undefined ? [] : [[id, String(source.dataset)]]
      }),
    )
  }

  /** Creates missing indices. If the first write created an index, Elasticsearch would guess its mapping. */
  async #make(indices: ReadonlySet<string>, signal: AbortSignal | undefined): Promise<void> {
    const now = performance.now()
    const unsure = [...indices].filter((index) => now - (this.#seen.get(index) ?? Number.NEGATIVE_INFINITY) > seenForMs)
    if (unsure.length === 0) return
    const other = otherIndex(this.#namespace)
    const missing = new Set(await this.#requests.missing([...new Set([...unsure, other])], signal))
    for (const index of unsure) {
      if (missing.delete(index)) await this.#requests.makeIndex(index, actsIndexBody, signal)
      this.#seen.set(index, now)
    }
    this.#otherExists = !missing.has(other)
  }
}

const monthOfName = /-(\d{4})-(0[1-9]|1[0-2])$/

/** Returns the first moment after the month in the name of an index; undefined if the name has another form. */
function endOfMonth(prefix: string, index: string): number | undefined {
  const [name, year, month] = monthOfName.exec(index) ?? []
  if (name === undefined || index !== `${prefix}${name}`) return undefined
  const end = new Date(`${year}-${month}-01T00:00:00Z`)
  return end.setUTCMonth(end.getUTCMonth() + 1)
}

/**
 * Deletes the acts of months that ended before a time, and other acts that were claimed before this time. Keeps an
 * index that was created after this time: a backfill records old months and needs their acts while it runs. Returns the
 * names of the deleted indices. Throws a DependencyError.
 */
export async function removeOldActs(client: Client, namespace: string, before: number): Promise<string[]> {
  const prefix = `consentry-acts-${namespace}`
  const other = otherIndex(namespace)
  try {
    const found = await client.transport.request<Record<string, IndexAnswer & { settings?: Record<string, string> }>>({
      method: 'GET',
      path: `/${prefix}-*`,
      querystring: {
        ignore_unavailable: 'true',
        allow_no_indices: 'true',
        flat_settings: 'true',
        filter_path: '*.aliases,*.settings',
      },
    })
    const old: string[] = []
    const shared: string[] = []
    for (const [index, each] of Object.entries(found))
      for (const name of namesOf(index, each)) {
        const end = endOfMonth(prefix, name)
        const created = Number(each.settings?.['index.creation_date'])
        if (name === other) shared.push(name)
        else if (end === undefined || end > before) continue
        // An alias cannot be deleted, and the privileges of the service do not cover the index behind it.
        else if (name !== index) shared.push(name)
        else if (created <= before) old.push(name)
      }
    old.sort()
    for (const index of old) await client.transport.request({ method: 'DELETE', path: `/${index}` }, { ignore: [404] })
    for (const index of shared) await removeOldClaims(client, index, before)
    return old
  } catch (error) {
    throw toDependencyError(error, whereIs(client))
  }
}

const claimsAtATime = 5_000

/** Some distributions of Elasticsearch lack `_delete_by_query`. */
async function removeOldClaims(client: Client, index: string, before: number): Promise<void> {
  const query = { range: { claimed: { lt: before, format: 'epoch_millis' } } }
  const search = { size: claimsAtATime, query, _source: false, track_total_hits: false }
  for (;;) {
    const { hits } = await client.search({ index, ...search })
    if (hits.hits.length === 0) return
    const operations = hits.hits.map(({ _id = '' }) => ({ delete: { _index: index, _id } }))
    const items = await inParts(operations, async (part) =>
      bulkItems(client, await client.bulk({ operations: [...part], refresh: true }), part.length),
    )
    if (items.some(({ status }) => status >= 300 && status !== 404)) {
      const message = `Old claims in ${index} at ${whereIs(client)} cannot be removed. Does the API key or the user have the privilege delete on it?`
      throw new DependencyError('entity_store_refused', message, { retryable: true })
    }
    if (hits.hits.length < claimsAtATime) return
  }
}
