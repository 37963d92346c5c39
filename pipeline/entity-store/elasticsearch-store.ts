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
  unknownMembers,
} from '../../mappings/entities/entity.ts'
import { entityIndex } from '../../mappings/entities/templates.ts'
import { type EntityName, entityNames, entityTypes } from '../../mappings/entities/types.ts'
import { GenerationCache } from '../../mappings/kernel/bounded-cache.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { Retry, type RetryPolicy, type Runtime, realRuntime } from '../clients/retry.ts'
import { defaultRetryPolicies } from '../clients/retry-policies.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { ActClaims } from './act-claims.ts'
import { EntityRequests, type MakeRetry, type Versioned, type Write } from './elasticsearch-requests.ts'
import { concernsFrom, type Late, lateOf, markLate, toLateMember } from './late.ts'
import type { Act, DeltaWriter, EntityId, EntityStore, Reader, StoreOptions } from './store.ts'

export interface ElasticsearchStoreSettings {
  readonly client: Client
  readonly namespace: string
  /** The number of entities of each kind whose last state is cached. The cache avoids writes that change nothing. */
  readonly cacheSize?: number
  readonly retry?: Partial<RetryPolicy>
  readonly runtime?: Runtime
  /** Request retries by the client. They delay the first report of a failure by seconds. */
  readonly maxRetries?: number
}

type AnyEntity = Entity<EntityType>

interface Delta {
  readonly name: EntityName
  readonly id: EntityId
  readonly entity: AnyEntity
  /** The event time from which documents may have been annotated without this delta. */
  from: number
}

/** An entity as it was last read or written. Its state only grows, so the stored entity contains everything in it. */
interface Known {
  readonly entity: AnyEntity
  readonly version: Versioned
  readonly late: readonly Late[]
  /** Members of the document that a newer version of this software wrote. */
  readonly others?: JsonObject | undefined
}

type PerName<T> = Readonly<Record<EntityName, T>>

/** Makes one value for each kind of entity: a combined key for each lookup would cost more than the lookup. */
const perName = <T>(make: () => T): PerName<T> =>
  Object.fromEntries(entityNames.map((name) => [name, make()])) as unknown as PerName<T>
const typeOf = (name: EntityName): EntityType => entityTypes[name]

class Deltas implements DeltaWriter {
  readonly all: Delta[] = []
  readonly #byKey = perName(() => new Map<string, Delta>())

  observe: DeltaWriter['observe'] = (name, id, field, item) => {
    let delta = this.#byKey[name].get(id.key)
    if (delta === undefined) {
      delta = { name, id, entity: {}, from: Number.POSITIVE_INFINITY }
      this.#byKey[name].set(id.key, delta)
      this.all.push(delta)
    }
    const from = concernsFrom(name, field, item as never)
    if (from !== undefined) delta.from = Math.min(delta.from, from)
    observe(typeOf(name), delta.entity, field, item as never)
  }
}

/** An entity as readers see it, and its known state. */
interface Shown {
  readonly name: EntityName
  readonly key: string
  readonly known?: Known | undefined
  entity: AnyEntity | undefined
}

/** Returns loaded entities, or otherwise their last known state, and notes which entities must then be checked. */
class Loaded implements Reader {
  unchecked: Shown[] = []
  readonly #known: PerName<GenerationCache<Known>>
  readonly #shown = perName(() => new Map<string, Shown>())

  constructor(known: PerName<GenerationCache<Known>>) {
    this.#known = known
  }

  set(name: EntityName, key: string, entity: AnyEntity): void {
    this.#shown[name].set(key, { name, key, entity })
  }

  get: Reader['get'] = (name, key) => {
    let shown = this.#shown[name].get(key)
    if (shown === undefined) {
      const known = this.#known[name].get(key)
      shown = { name, key, known, entity: known?.entity }
      this.#shown[name].set(key, shown)
      this.unchecked.push(shown)
    }
    return shown.entity as never
  }
}

/** Aliases lead to entities, and entities to granting accounts. Reading never needs more rounds than this. */
const mostRounds = 8

/** An entity store with indices that `setup` creates. */
export interface InstalledStore extends EntityStore {
  /** Rejects with a DependencyError if an index is missing. */
  ready(): Promise<void>
}

class ElasticsearchStore implements InstalledStore {
  private readonly requests: EntityRequests
  private readonly namespace: string
  private readonly known: PerName<GenerationCache<Known>>
  private readonly acts: ActClaims
  private readonly makeRetry: MakeRetry
  private readonly runtime: Runtime
  /** Writers in one process take turns: parallel writes would only cause conflicts. */
  private turn: Promise<void> = Promise.resolve()
  private indicesFound: Promise<void> | undefined

  constructor({ client, namespace, cacheSize = 50_000, retry, runtime, ...options }: ElasticsearchStoreSettings) {
    this.known = perName(() => new GenerationCache(cacheSize))
    this.runtime = runtime ?? realRuntime
    const policy = { ...defaultRetryPolicies.elasticsearch, ...retry }
    this.makeRetry = ({ signal, onPause }) => new Retry(policy, this.runtime, signal, onPause)
    this.requests = new EntityRequests(client, options, this.makeRetry)
    this.namespace = namespace
    this.acts = new ActClaims({ requests: this.requests, namespace, cacheSize, now: this.runtime.now })
  }

  ready(): Promise<void> {
    this.indicesFound ??= this.findIndices().catch((error: unknown) => {
      this.indicesFound = undefined
      throw error
    })
    return this.indicesFound
  }

  /** Checks that the indices exist: otherwise a write would create them without our mapping. */
  private async findIndices(): Promise<void> {
    const indices = entityNames.map((name) => entityIndex(name, this.namespace))
    const missing = await this.requests.missing(indices)
    if (missing.length === 0) return
    const message = `The entity store has no index ${missing.join(', ')}. Run \`consentry setup\`, then start again.`
    throw new DependencyError('entity_store_missing', message)
  }

  async updateEntities<T>(
    apply: (deltas: DeltaWriter) => void,
    read: (reader: Reader) => T,
    options: StoreOptions = {},
  ): Promise<T> {
    const deltas = new Deltas()
    apply(deltas)
    const loaded = new Loaded(this.known)
    await this.ready()
    if (deltas.all.length > 0) await this.inTurn(() => this.write(deltas, loaded, options))
    for (let round = 0; round < mostRounds; round++) {
      // The known state is nearly always the stored state: one request checks this, and then the result is valid.
      const result = read(loaded)
      if (!(await this.loadChanged(loaded, options.signal))) return result
    }
    throw new Error('entity store: each read asks for further entities')
  }

  claim(acts: readonly Act[], options?: StoreOptions): Promise<ReadonlyMap<string, string>> {
    return this.acts.claim(acts, options)
  }

  private async inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.turn.then(work)
    this.turn = mine.catch(() => undefined)
    return mine
  }

  private index(name: EntityName): string {
    return entityIndex(name, this.namespace)
  }

  /** Merges deltas into the stored entities, and loads the entities that were written. */
  private async write(deltas: Deltas, loaded: Loaded, options: StoreOptions): Promise<void> {
    const retry = this.makeRetry(options)
    let pending: readonly Delta[] = deltas.all.filter(({ name, id, entity }) => {
      const known = this.known[name].get(id.key)
      return known === undefined || !holdsAll(typeOf(name), known.entity, entity)
    })
    while (pending.length > 0) {
      retry.check()
      await this.refresh(pending, options.signal)
      const writes: { delta: Delta; known: Omit<Known, 'version'>; write: Write }[] = []
      for (const delta of pending) {
        const { name, id } = delta
        const known = this.known[name].get(id.key)
        const entity: AnyEntity = known?.entity ?? {}
        const before =
          name === 'log_sources' ? (entity as Entity<typeof entityTypes.log_sources>).first_seen : undefined
        if (!mergeEntity(typeOf(name), entity, delta.entity)) {
          loaded.set(name, id.key, entity)
          continue
        }
        const isOlder =
          before === undefined || before > ((entity as Entity<typeof entityTypes.log_sources>).first_seen ?? 0)
        const held = known?.late ?? []
        const late = isOlder ? markLate(held, delta.from, this.runtime.now()) : held
        const others = known?.others
        const source = {
          ...others,
          ...toSource(name, id, entity),
          ...(late.length > 0 && { late: toLateMember(late) }),
        }
        const write = { index: this.index(name), id: id.key, version: known?.version, source }
        writes.push({ delta, known: { entity, late, others }, write })
      }
      // A merged state that is not yet stored is not a known state.
      for (const { delta } of writes) this.known[delta.name].delete(delta.id.key)
      const results = await this.requests.write(
        writes.map(({ write }) => write),
        options,
      )
      const refused: Delta[] = []
      for (const [i, { delta, known }] of writes.entries()) {
        const { name, id } = delta
        const version = results[i]
        if (version === undefined || version === 'conflict') refused.push(delta)
        else {
          this.known[name].set(id.key, { ...known, version })
          loaded.set(name, id.key, known.entity)
        }
      }
      if (refused.length > 0) {
        retry.progress(1 - refused.length / writes.length)
        const busy = 'the same entities were changed at the same time'
        await retry.pause(new DependencyError('entity_store_conflict', `Entity store: ${busy}.`, { retryable: true }))
      }
      pending = refused
    }
  }

  private async refresh(pending: readonly Delta[], signal: AbortSignal | undefined): Promise<void> {
    const unknown = pending.filter(({ name, id }) => this.known[name].get(id.key) === undefined)
    const found = await this.requests.read(
      unknown.map(({ name, id }) => ({ index: this.index(name), id: id.key })),
      signal,
    )
    for (const [i, { name, id }] of unknown.entries()) this.keep(name, id.key, found[i])
  }

  /** Loads entities that were read unchecked. Returns true if any of them differed from the state that readers saw. */
  private async loadChanged(loaded: Loaded, signal: AbortSignal | undefined): Promise<boolean> {
    const { unchecked } = loaded
    loaded.unchecked = []
    const found = await this.requests.readChanged(
      unchecked.map(({ name, key, known }) => ({ index: this.index(name), id: key, known: known?.version })),
      signal,
    )
    let isChanged = false
    for (const [i, shown] of unchecked.entries()) {
      const document = found[i]
      if (document === 'same') continue
      shown.entity = this.keep(shown.name, shown.key, document)
      isChanged ||= document !== undefined || shown.known !== undefined
    }
    return isChanged
  }

  private keep(
    name: EntityName,
    key: string,
    document: { source: JsonObject; version: Versioned } | undefined,
  ): AnyEntity | undefined {
    if (document === undefined) return undefined
    const { source, version } = document
    const entity = fromStored(typeOf(name), source)
    this.known[name].set(key, { entity, version, late: lateOf(source), others: unknownMembers(typeOf(name), source) })
    return entity
  }
}

function toSource(name: EntityName, { vendor, tenant, ids }: EntityId, entity: AnyEntity): JsonObject {
  const type = typeOf(name)
  const keys = Object.fromEntries(type.keys.map((key, i) => [key, ids[i]]))
  return { vendor, tenant, ...keys, ...toStored(type, entity) }
}

export function makeElasticsearchStore(settings: ElasticsearchStoreSettings): InstalledStore {
  return new ElasticsearchStore(settings)
}
