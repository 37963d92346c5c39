// The entity store of a hunt, in memory. It grows with the number of applications, grants and accounts, not with the log.
import {
  type Entity,
  type EntityType,
  fromStored,
  mergeEntity,
  observe,
  toStored,
} from '../../mappings/entities/entity.ts'
import { entityKey, type Vendor } from '../../mappings/entities/key.ts'
import { type EntityName, entityNames, entityTypes } from '../../mappings/entities/types.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import type { Act, DeltaWriter, EntityId, EntityStore, Reader } from './store.ts'

/** Two log sources record the same act within minutes, so only this many older acts are kept, in two generations. */
const mostActs = 200_000

interface Held {
  readonly id: EntityId
  readonly entity: Entity<EntityType>
}

export interface SnapshotEntity {
  readonly name: EntityName
  readonly id: EntityId
  readonly state: JsonObject
}

export class InMemoryStore implements EntityStore, DeltaWriter, Reader {
  readonly #entities: Readonly<Record<EntityName, Map<string, Held>>> = {
    apps: new Map(),
    grants: new Map(),
    accounts: new Map(),
    aliases: new Map(),
    log_sources: new Map(),
  }
  /** The dataset of each act, by ID; all acts of a dataset share one string. */
  #acts = new Map<string, string>()
  #olderActs = new Map<string, string>()
  readonly #datasets = new Map<string, string>()
  readonly shape: Record<EntityName, number> = { apps: 0, grants: 0, accounts: 0, aliases: 0, log_sources: 0 }

  observe: DeltaWriter['observe'] = (name, id, field, item) => {
    const held = this.#entities[name]
    let found = held.get(id.key)
    if (found === undefined) {
      found = { id, entity: {} }
      held.set(id.key, found)
      this.shape[name]++
    }
    const changed = observe(entityTypes[name] as EntityType, found.entity, field, item as never)
    if (changed && name === 'aliases') this.shape[name]++
  }

  get: Reader['get'] = (name, key) => this.#entities[name].get(key)?.entity as never

  async updateEntities<T>(apply: (deltas: DeltaWriter) => void, read: (reader: Reader) => T): Promise<T> {
    apply(this)
    return read(this)
  }

  async claim(acts: readonly Act[]): Promise<ReadonlyMap<string, string>> {
    return new Map(acts.map(({ id, dataset }) => [id, this.#claim(id, dataset)]))
  }

  #claim(id: string, claimant: string): string {
    const holder = this.#acts.get(id) ?? this.#olderActs.get(id)
    if (holder !== undefined) return holder
    if (this.#acts.size >= mostActs) {
      this.#olderActs = this.#acts
      this.#acts = new Map()
    }
    this.#acts.set(
      id,
      lookedUp(this.#datasets, claimant, () => claimant),
    )
    return claimant
  }

  size(name: EntityName): number {
    return this.#entities[name].size
  }

  /** All entities of a kind, in the order of their first fact. */
  *entities<N extends EntityName>(name: N): Generator<{ id: EntityId; entity: Entity<(typeof entityTypes)[N]> }> {
    for (const { id, entity } of this.#entities[name].values()) yield { id, entity: entity as never }
  }

  /** Returns all entities in an order that depends only on their content. Does not include acts. */
  *snapshot(): Generator<SnapshotEntity> {
    for (const name of entityNames) {
      const held = [...this.#entities[name].values()].sort((a, b) => (a.id.key < b.id.key ? -1 : 1))
      for (const { id, entity } of held) yield { name, id, state: toStored(entityTypes[name] as EntityType, entity) }
    }
  }

  /** Assigns all entities from records without a tenant to this tenant. */
  adopt(vendor: Vendor, tenant: string): void {
    for (const name of entityNames)
      for (const [key, { id, entity }] of this.#entities[name]) {
        if (id.vendor !== vendor || id.tenant !== '') continue
        this.#entities[name].delete(key)
        const adopted = { ...id, tenant, key: entityKey(vendor, tenant, ...id.ids) }
        this.restore({ name, id: adopted, state: toStored(entityTypes[name] as EntityType, entity) })
      }
  }

  restore({ name, id, state }: SnapshotEntity): void {
    const type = entityTypes[name] as EntityType
    const held = this.#entities[name]
    const found = held.get(id.key) ?? { id, entity: {} }
    held.set(id.key, found)
    this.shape[name]++
    mergeEntity(type, found.entity, fromStored(type, state))
  }
}
