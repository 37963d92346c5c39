// Tables from raw text to a value. Vendors name families of events by a common beginning, so a name may end in `*`.
export interface LookupTable<V> {
  get(text: string): V | undefined
}

/**
 * Compiles a table. A name that ends in `*` stands for every text that begins like it: an exact name comes before it, and
 * the longest beginning before shorter ones.
 */
export function compileLookup<V>(lookup: Readonly<Record<string, V>>): LookupTable<V> {
  const exact = new Map<string, V>()
  const beginnings: { readonly beginning: string; readonly value: V }[] = []
  for (const [name, value] of Object.entries(lookup)) {
    if (name.endsWith('*')) beginnings.push({ beginning: name.slice(0, -1), value })
    else exact.set(name, value)
  }
  if (beginnings.length === 0) return exact
  beginnings.sort((a, b) => b.beginning.length - a.beginning.length)
  return { get: (text) => exact.get(text) ?? beginnings.find(({ beginning }) => text.startsWith(beginning))?.value }
}
