// Cache of the lookups of a batch. All updates of a batch are applied before the batch reads, so the same IDs lead to
// the same entities within the batch. Most events share their applications and accounts.
import type { accounts, apps, EntityName, grants } from '../../mappings/entities/types.ts'
import type { Reader } from './store.ts'
import type { View } from './view.ts'

/** An ID, and the time span in which it belonged to the object. */
export interface Identity {
  readonly id: string
  readonly from?: number | undefined
  readonly until?: number | undefined
}

/** Maximum applications and accounts kept between batches: in large tenants, most recur too late to be reused. */
const mostKept = 5_000

type GrantViews = WeakMap<readonly string[], WeakMap<readonly Identity[], View<typeof grants>>>

export class Lookup implements Reader {
  readonly get: Reader['get']
  readonly shape: Reader['shape']
  readonly apps: Map<string, readonly string[]>
  readonly accounts: Map<string, readonly Identity[]>
  // The arrays of IDs from earlier lookups are the keys of these caches. Each array belongs to one tenant.
  readonly appViews: WeakMap<readonly string[], View<typeof apps>>
  readonly accountViews: WeakMap<readonly Identity[], View<typeof accounts>>
  readonly grantViews: GrantViews
  readonly wideGrantViews: GrantViews

  /** Reuses the lookups of the last batch as far as the reader reports that its results are unchanged. */
  constructor(reader: Reader, last?: Lookup) {
    this.get = reader.get.bind(reader) as Reader['get']
    this.shape = reader.shape && { ...reader.shape }
    const kept = (name: EntityName) => (this.shape && last?.shape?.[name] === this.shape[name] ? last : undefined)
    const linked = last !== undefined && last.apps.size + last.accounts.size <= mostKept ? kept('aliases') : undefined
    this.apps = linked?.apps ?? new Map()
    this.accounts = linked?.accounts ?? new Map()
    this.appViews = kept('apps')?.appViews ?? new WeakMap()
    this.accountViews = kept('accounts')?.accountViews ?? new WeakMap()
    this.grantViews = kept('grants')?.grantViews ?? new WeakMap()
    this.wideGrantViews = kept('grants')?.wideGrantViews ?? new WeakMap()
  }
}
