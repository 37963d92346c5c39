/** A cache of at least the last `limit` entries, at most twice as many. A full younger generation drops the older. */
export class GenerationCache<T> {
  readonly #limit: number
  #young = new Map<string, T>()
  #old = new Map<string, T>()

  constructor(limit: number) {
    this.#limit = limit
  }

  get(key: string): T | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  set(key: string, value: T): void {
    if (this.#young.size >= this.#limit && !this.#young.has(key)) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(key, value)
  }

  delete(key: string): void {
    this.#young.delete(key)
    this.#old.delete(key)
  }
}

export type BoundedCache<T> = (key: string, make: (key: string) => T) => T

/**
 * Caches values for keys of at most `keyLength` characters, so that hostile input cannot exhaust memory. `make`
 * receives the key, so one function serves all calls.
 */
export function boundedCache<T extends object | string>({ limit = 5_000, keyLength = 4_096 } = {}): BoundedCache<T> {
  const cache = new GenerationCache<T>(limit)
  return (key, make) => {
    if (key.length > keyLength) return make(key)
    const known = cache.get(key)
    if (known !== undefined) return known
    const value = make(key)
    cache.set(key, value)
    return value
  }
}
