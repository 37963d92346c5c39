// The interface of an entity store: apply deltas, and read entities.
import type { Entity, ItemOf } from '../../mappings/entities/entity.ts'
import type { Vendor } from '../../mappings/entities/key.ts'
import type { EntityName, entityTypes } from '../../mappings/entities/types.ts'
import type { OnPause } from '../clients/retry.ts'

type Types = typeof entityTypes

/** The identity of an entity: its key, and the parts of the key. */
export interface EntityId {
  readonly key: string
  readonly vendor: Vendor
  readonly tenant: string
  /** In the order of the type's `keys`. */
  readonly ids: readonly string[]
}

export interface DeltaWriter {
  observe<N extends EntityName, F extends keyof Types[N]['fields'] & string>(
    name: N,
    id: EntityId,
    field: F,
    item: ItemOf<Types[N], F>,
  ): void
}

export interface Reader {
  get<N extends EntityName>(name: N, key: string): Entity<Types[N]> | undefined
  /**
   * By kind, a token that stays the same as long as each key leads to the same entity (or none) and each alias to the
   * same IDs; undefined if unknown. The content of other entities may change at any time.
   */
  readonly shape?: Readonly<Record<EntityName, number>> | undefined
}

export interface Act {
  readonly id: string
  readonly dataset: string
  readonly event: string
  readonly vendor: string
  readonly tenant: string
  readonly at: number
}

export interface StoreOptions {
  readonly signal?: AbortSignal | undefined
  /** Called when a write waits for a busy server. */
  readonly onPause?: OnPause | undefined
}

export interface EntityStore {
  /**
   * Merges the deltas that `apply` writes, and then calls `read`: of two concurrent writers, at least one sees the
   * other. `read` may run several times, until all requested entities are loaded; the last result counts.
   */
  updateEntities<T>(
    apply: (deltas: DeltaWriter) => void,
    read: (reader: Reader) => T,
    options?: StoreOptions,
  ): Promise<T>
  /** Returns the holder of each act by ID: the dataset that claimed the act first. */
  claim(acts: readonly Act[], options?: StoreOptions): Promise<ReadonlyMap<string, string>>
}
