// Cache of the lookups of a batch. All updates of a batch are applied before the batch reads, so the same IDs lead to
// the same entities within the batch. Most events share their applications and accounts.
import type { accounts, apps, grants } from '../../mappings/entities/types.ts'
import type { Reader } from './store.ts'
import type { View } from './view.ts'

/** An ID, and the time span in which it belonged to the object. */
export interface Identity {
  readonly id: string
  readonly from?: number | undefined
  readonly until?: number | undefined
}

export class Lookup implements Reader {
  readonly get: Reader['get']
  readonly apps = new Map<string, readonly string[]>()
  readonly accounts = new Map<string, readonly Identity[]>()
  // The arrays of IDs from earlier lookups are the keys of these caches.
  readonly appViews = new WeakMap<readonly string[], View<typeof apps>>()
  readonly accountViews = new WeakMap<readonly Identity[], View<typeof accounts>>()
  readonly grantViews = new WeakMap<readonly string[], WeakMap<readonly Identity[], View<typeof grants>>>()
  readonly wideGrantViews = new WeakMap<readonly string[], WeakMap<readonly Identity[], View<typeof grants>>>()

  get size(): number {
    return this.apps.size + this.accounts.size
  }

  constructor(reader: Reader) {
    this.get = reader.get.bind(reader) as Reader['get']
  }
}

/** Maximum applications and accounts kept between batches: in large tenants, most recur too late to be reused. */
const mostKept = 5_000

/** Reuses the lookups of the previous batch if the reader reports that its results are unchanged. */
export class Lookups {
  #last: { readonly reader: Reader; readonly shape: number; readonly lookup: Lookup } | undefined

  over(reader: Reader): Lookup {
    const { shape } = reader
    const last = this.#last
    if (last !== undefined && last.reader === reader && last.shape === shape && last.lookup.size <= mostKept)
      return last.lookup
    const lookup = new Lookup(reader)
    this.#last = shape === undefined ? undefined : { reader, shape, lookup }
    return lookup
  }
}
