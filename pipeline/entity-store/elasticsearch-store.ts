// The entity store in Elasticsearch, shared by all instances: one index for each kind of entity, merged with optimistic concurrency.
import type { Client } from '@elastic/elasticsearch'
import {
  type Entity,
  type EntityType,
  fromStored,
  holdsAll,
  mergeEntity,
  observe,
  toStored,
} from '../../mappings/entities/entity.ts'
import { entityIndex } from '../../mappings/entities/templates.ts'
import { type EntityName, entityNames, entityTypes } from '../../mappings/entities/types.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { Retry, type RetryPolicy, type Runtime, realRuntime } from '../clients/retry.ts'
import { defaultRetryPolicies } from '../clients/retry-policies.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { ActClaims } from './act-claims.ts'
import { EntityRequests, type Versioned, type Write } from './elasticsearch-requests.ts'
import { GenerationCache } from './generation-cache.ts'
import { concernsFrom, type Late, lateOf, markLate, toLateMember } from './late.ts'
import type { Act, ActHolder, DeltaWriter, EntityId, EntityStore, Reader, StoreOptions } from './store.ts'

export interface ElasticsearchStoreSettings {
  readonly client: Client
  readonly namespace: string
  /** Entities with a cached last state, which avoids writes without a change. */
  readonly cacheSize?: number
  readonly retry?: Partial<RetryPolicy>
  readonly runtime?: Runtime
}

type AnyEntity = Entity<EntityType>

/** The updates of one entity in a batch. */
interface Delta {
  readonly name: EntityName
  readonly id: EntityId
  readonly entity: AnyEntity
  /** From when on documents may have been annotated without it. */
  from: number
}

/** An entity as it was read or written last. Its state only grows, so what it holds, the stored one holds, too. */
interface Known {
  readonly entity: AnyEntity
  readonly version: Versioned
  readonly late: readonly Late[]
}

const slot = (name: EntityName, key: string): string => `${name}/${key}`
const typeOf = (name: EntityName): EntityType => entityTypes[name]

class Deltas implements DeltaWriter {
  readonly byPlace = new Map<string, Delta>()

  observe: DeltaWriter['observe'] = (name, id, field, item) => {
    const place = slot(name, id.key)
    let delta = this.byPlace.get(place)
    if (delta === undefined) {
      delta = { name, id, entity: {}, from: Number.POSITIVE_INFINITY }
      this.byPlace.set(place, delta)
    }
    const from = concernsFrom(name, field, whenOf(item as never))
    if (from !== undefined) delta.from = Math.min(delta.from, from)
    observe(typeOf(name), delta.entity, field, item as never)
  }
}

/** The event time of a fact, and the click that it belongs to. */
function whenOf(item: number | { first: number } | { at: number; bundle?: string }): { at: number; bundle?: string } {
  if (typeof item === 'number') return { at: item }
  return 'at' in item ? item : { at: item.first }
}

/** An entity that was read without knowing whether it is still so: what was shown, and its version. */
interface Shown {
  readonly name: EntityName
  readonly key: string
  readonly known: Known | undefined
}

/** Answers from what is loaded, else as it was last known, and notes what has to be checked then. */
class Loaded implements Reader {
  readonly entities = new Map<string, AnyEntity | undefined>()
  unchecked = new Map<string, Shown>()
  readonly #known: GenerationCache<Known>

  constructor(known: GenerationCache<Known>) {
    this.#known = known
  }

  get: Reader['get'] = (name, key) => {
    const place = slot(name, key)
    const entity = this.entities.get(place)
    if (entity !== undefined || this.entities.has(place)) return entity as never
    let shown = this.unchecked.get(place)
    if (shown === undefined) {
      shown = { name, key, known: this.#known.get(place) }
      this.unchecked.set(place, shown)
    }
    return shown.known?.entity as never
  }
}

/** Aliases lead to entities, entities to the accounts that granted: more rounds than this, reading never needs. */
const mostRounds = 8

class ElasticsearchStore implements EntityStore {
  private readonly requests: EntityRequests
  private readonly namespace: string
  private readonly known: GenerationCache<Known>
  private readonly acts: ActClaims
  private readonly policy: RetryPolicy
  private readonly runtime: Runtime
  /** Writers of one process wait for each other: they would only meet in conflicts. */
  private turn: Promise<void> = Promise.resolve()
  private checked: Promise<void> | undefined

  constructor({ client, namespace, cacheSize = 50_000, retry, runtime }: ElasticsearchStoreSettings) {
    this.requests = new EntityRequests(client)
    this.namespace = namespace
    this.known = new GenerationCache(cacheSize)
    this.policy = { ...defaultRetryPolicies.elasticsearch, ...retry }
    this.runtime = runtime ?? realRuntime
    this.acts = new ActClaims({ requests: this.requests, namespace, cacheSize, now: this.runtime.now })
  }

  private ready(): Promise<void> {
    this.checked ??= this.findIndices().catch((error: unknown) => {
      this.checked = undefined
      throw error
    })
    return this.checked
  }

  /** Without its indices, writing would make some of its own accord, without our mapping. */
  private async findIndices(): Promise<void> {
    const indices = entityNames.map((name) => entityIndex(name, this.namespace))
    const missing = await this.requests.missing(indices)
    if (missing.length === 0) return
    const message = `The entity store has no index ${missing.join(', ')}. Run \`consentry setup\`, then start again.`
    throw new DependencyError('entity_store_missing', message, { retryable: false })
  }

  async updateEntities<T>(
    apply: (deltas: DeltaWriter) => void,
    read: (reader: Reader) => T,
    { signal }: StoreOptions = {},
  ): Promise<T> {
    const deltas = new Deltas()
    apply(deltas)
    const loaded = new Loaded(this.known)
    await this.ready()
    if (deltas.byPlace.size > 0) await this.inTurn(() => this.write(deltas, loaded, signal))
    for (let round = 0; round < mostRounds; round++) {
      // What is known is nearly always what is stored: one request checks it, and the result counts.
      const result = read(loaded)
      if (!(await this.check(loaded, signal))) return result
    }
    throw new Error('entity store: each read asks for further entities')
  }

  claim(acts: readonly Act[], { signal }: StoreOptions = {}): Promise<ReadonlyMap<string, ActHolder>> {
    return this.acts.claim(acts, signal)
  }

  private async inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.turn.then(work)
    this.turn = mine.catch(() => undefined)
    return mine
  }

  private index(name: EntityName): string {
    return entityIndex(name, this.namespace)
  }

  /** Merges deltas into what is stored; what was written is loaded, as it is stored. */
  private async write(deltas: Deltas, loaded: Loaded, signal: AbortSignal | undefined): Promise<void> {
    const retry = new Retry(this.policy, this.runtime, signal)
    let pending = [...deltas.byPlace].filter(([place, { name, entity }]) => {
      const known = this.known.get(place)
      return known === undefined || !holdsAll(typeOf(name), known.entity, entity)
    })
    while (pending.length > 0) {
      retry.check()
      await this.refresh(pending, signal)
      const writes: { place: string; delta: Delta; late: readonly Late[]; write: Write; entity: AnyEntity }[] = []
      for (const [place, delta] of pending) {
        const { name, id } = delta
        const known = this.known.get(place)
        const entity: AnyEntity = known?.entity ?? {}
        const before =
          name === 'log_sources' ? (entity as Entity<typeof entityTypes.log_sources>).first_seen : undefined
        if (!mergeEntity(typeOf(name), entity, delta.entity)) {
          loaded.entities.set(place, entity)
          continue
        }
        const isOlder =
          before === undefined || before > ((entity as Entity<typeof entityTypes.log_sources>).first_seen ?? 0)
        const held = known?.late ?? []
        const late = isOlder ? markLate(held, delta.from, this.runtime.now()) : held
        const source = { ...toSource(name, id, entity), ...(late.length > 0 && { late: toLateMember(late) }) }
        const write = { index: this.index(name), id: id.key, version: known?.version, source }
        writes.push({ place, delta, late, entity, write })
      }
      // A state that was merged and is not stored yet is no longer a known one.
      for (const { place } of writes) this.known.delete(place)
      const results = await this.requests.write(
        writes.map(({ write }) => write),
        signal,
      )
      pending = []
      for (const [i, { place, delta, entity, late }] of writes.entries()) {
        const result = results[i]
        if (result === undefined || result === 'conflict') pending.push([place, delta])
        else {
          this.known.set(place, { entity, version: result, late })
          loaded.entities.set(place, entity)
        }
      }
      if (pending.length < writes.length) retry.progress('reset')
      if (pending.length > 0) {
        const busy = 'other instances keep changing the same entities'
        await retry.pause(new DependencyError('entity_store_conflict', `Entity store: ${busy}.`, { retryable: true }))
      }
    }
  }

  /** Reads what is to be changed and not known. */
  private async refresh(
    pending: readonly (readonly [string, Delta])[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const unknown = pending.filter(([place]) => this.known.get(place) === undefined)
    const found = await this.requests.read(
      unknown.map(([, { name, id }]) => ({ index: this.index(name), id: id.key })),
      signal,
    )
    for (const [i, [place, { name }]] of unknown.entries()) this.keep(place, name, found[i])
  }

  /** Loads what was read unchecked; true if anything of it was not as it was shown. */
  private async check(loaded: Loaded, signal: AbortSignal | undefined): Promise<boolean> {
    const shown = [...loaded.unchecked]
    loaded.unchecked = new Map()
    const found = await this.requests.readChanged(
      shown.map(([, { name, key, known }]) => ({ index: this.index(name), id: key, known: known?.version })),
      signal,
    )
    let isChanged = false
    for (const [i, [place, { name, known }]] of shown.entries()) {
      const document = found[i]
      if (document === 'same') loaded.entities.set(place, known?.entity)
      else {
        this.keep(place, name, document)
        loaded.entities.set(place, document && this.known.get(place)?.entity)
        isChanged ||= document !== undefined || known !== undefined
      }
    }
    return isChanged
  }

  private keep(
    place: string,
    name: EntityName,
    document: { source: JsonObject; version: Versioned } | undefined,
  ): void {
    if (document === undefined) return
    const { source, version } = document
    this.known.set(place, { entity: fromStored(typeOf(name), source), version, late: lateOf(source) })
  }
}

function toSource(name: EntityName, { vendor, tenant, ids }: EntityId, entity: AnyEntity): JsonObject {
  const type = typeOf(name)
  const keys = Object.fromEntries(type.keys.map((key, i) => [key, ids[i]]))
  return { vendor, tenant, ...keys, ...toStored(type, entity) }
}

export function makeElasticsearchStore(settings: ElasticsearchStoreSettings): EntityStore {
  return new ElasticsearchStore(settings)
}
