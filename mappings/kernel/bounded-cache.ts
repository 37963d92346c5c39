export type BoundedCache<T> = (key: string, make: (key: string) => T) => T

/**
 * Caches the value of a key. Contains at most twice `limit` keys, each at most `keyLength` long, so that hostile input
 * cannot grow it: two generations, and the older one is dropped when the younger is full. `make` receives the key, so
 * that one function serves all calls.
 */
export function boundedCache<T extends object | string>({ limit = 5_000, keyLength = 4_096 } = {}): BoundedCache<T> {
  let young = new Map<string, T>()
  let old = new Map<string, T>()
  return (key, make) => {
    if (key.length > keyLength) return make(key)
    const hit = young.get(key)
    if (hit !== undefined) return hit
    const value = old.get(key) ?? make(key)
    if (young.size >= limit) {
      old = young
      young = new Map()
    }
    young.set(key, value)
    return value
  }
}
