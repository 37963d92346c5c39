// Who told an act first, shared by every instance. Claims are of use as long as another feed may tell the same act, and there
// is one for nearly every sign-in: they stand in an index for each month, and an old month goes as a whole.
import type { Client } from '@elastic/elasticsearch'
import { actsIndexBody } from '../../mappings/entities/templates.ts'
import { toWorldError, whereIs } from '../elasticsearch.ts'
import type { MemoryRequests, Write } from './elasticsearch-requests.ts'
import { GenerationCache } from './generation-cache.ts'
import type { Act, ActHolder } from './store.ts'

/** The index of the month in which an act happened: every feed tells the same month. */
export function actsIndex(namespace: string, at: number): string {
  return `consentry-acts-${namespace}-${new Date(at).toISOString().slice(0, 7)}`
}

/** So long an index that was there is taken to be there. */
const seenForMs = 600_000

export interface ActClaimsOptions {
  readonly requests: MemoryRequests
  readonly namespace: string
  readonly cacheSize: number
}

export class ActClaims {
  readonly #requests: MemoryRequests
  readonly #namespace: string
  readonly #known: GenerationCache<ActHolder>
  /** When an index was seen to be there: another instance may remove it. */
  readonly #seen = new Map<string, number>()

  constructor({ requests, namespace, cacheSize }: ActClaimsOptions) {
    this.#requests = requests
    this.#namespace = namespace
    this.#known = new GenerationCache(cacheSize)
  }

  /** The holder of each act, by id: the first that claimed it. */
  async claim(acts: readonly Act[]): Promise<ReadonlyMap<string, ActHolder>> {
    const holders = new Map<string, ActHolder>()
    const unknown = new Map<string, Act>()
    for (const act of acts) {
      const holder = this.#known.get(act.id)
      if (holder !== undefined) holders.set(act.id, holder)
      else if (!unknown.has(act.id)) unknown.set(act.id, act)
    }
    if (unknown.size === 0) return holders
    const writes = [...unknown.values()].map(
      ({ id, ...source }): Write => ({
        index: actsIndex(this.#namespace, source.at),
        id,
        version: undefined,
        source: { ...source },
      }),
    )
    await this.#make(new Set(writes.map(({ index }) => index)))
    const results = await this.#requests.write(writes)
    const taken = writes.filter((_, i) => results[i] === 'conflict')
    const found = await this.#requests.read(taken)
    for (const act of unknown.values()) holders.set(act.id, act)
    for (const [i, { id }] of taken.entries()) {
      const source = found[i]?.source
      if (source !== undefined) holders.set(id, { dataset: String(source.dataset), event: String(source.event) })
    }
    for (const id of unknown.keys()) this.#known.set(id, holders.get(id) as ActHolder)
    return holders
  }

  /** Left to the first write, an index would have a mapping of its own guessing. */
  async #make(indices: ReadonlySet<string>): Promise<void> {
    const now = performance.now()
    const unsure = [...indices].filter((index) => now - (this.#seen.get(index) ?? Number.NEGATIVE_INFINITY) > seenForMs)
    if (unsure.length === 0) return
    for (const index of await this.#requests.missing(unsure)) await this.#requests.makeIndex(index, actsIndexBody)
    for (const index of unsure) this.#seen.set(index, now)
  }
}

const monthOfName = /-(\d{4})-(\d{2})$/

/** Removes the months of acts that ended before a time; the names of what was removed. Throws a WorldError. */
export async function removeOldActs(client: Client, namespace: string, before: number): Promise<string[]> {
  try {
    const path = `/consentry-acts-${namespace}-*`
    const querystring = { ignore_unavailable: 'true', allow_no_indices: 'true', filter_path: '*.settings.index.uuid' }
    const found = await client.transport.request<Record<string, unknown>>({ method: 'GET', path, querystring })
    const old = Object.keys(found).filter((index) => {
      const [, year, month] = monthOfName.exec(index) ?? []
      return year !== undefined && Date.UTC(Number(year), Number(month)) <= before
    })
    for (const index of old) await client.transport.request({ method: 'DELETE', path: `/${index}` }, { ignore: [404] })
    return old
  } catch (error) {
    throw toWorldError(error, whereIs(client))
  }
}
