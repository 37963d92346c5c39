// Cache of the lookups of a batch. All updates of a batch are applied before it reads, so within the batch, the same
// IDs lead to the same entities: most events share their applications and accounts.
import type { accounts, apps, grants } from '../../mappings/entities/types.ts'
import type { Reader } from './store.ts'
import type { View } from './view.ts'

/** One id, with the span of time in which it was this thing's. */
export interface Identity {
  readonly id: string
  readonly from?: number | undefined
  readonly until?: number | undefined
}

export class Lookup implements Reader {
  readonly get: Reader['get']
  readonly apps = new Map<string, readonly string[]>()
  readonly accounts = new Map<string, readonly Identity[]>()
  // Ids that were looked up are the keys of what is looked up by them.
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

/** So many applications and accounts are kept from batch to batch: of large tenants most come again too late. */
const mostKept = 5_000

/** The next batch reuses the lookups of a batch as long as the reader reports unchanged results. */
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
