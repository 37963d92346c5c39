// What a batch has looked up already. Everything a batch tells is told before it reads, so within the batch the same ids
// lead to the same entities: most of its events share their applications and accounts.
import type { accounts, apps, grants } from '../../mappings/entities/types.ts'
import type { Reader } from './store.ts'
import type { View } from './view.ts'

/** One id, with the span of time in which it was this thing's. */
export interface Identity {
  readonly id: string
  readonly from?: number
  readonly until?: number
}

export class Lookup implements Reader {
  readonly get: Reader['get']
  readonly apps = new Map<string, readonly string[]>()
  readonly accounts = new Map<string, readonly Identity[]>()
  // Ids that were looked up are the keys of what is looked up by them.
  readonly appViews = new WeakMap<readonly string[], View<typeof apps>>()
  readonly accountViews = new WeakMap<readonly Identity[], View<typeof accounts>>()
  readonly grantViews = new WeakMap<readonly string[], WeakMap<readonly Identity[], View<typeof grants>>>()
  readonly withEverybody = new WeakMap<readonly Identity[], readonly Identity[]>()

  constructor(reader: Reader) {
    this.get = reader.get.bind(reader) as Reader['get']
  }
}

/** The value of a key, made at the first time. */
export function lookedUp<K, V>(
  known: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  known.set(key, made)
  return made
}
