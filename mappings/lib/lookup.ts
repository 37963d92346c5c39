// Lookup tables from raw text to a value. Vendors give families of events a common prefix, so a name may end in `*`.
export interface LookupTable<V> {
  get(text: string): V | undefined
}

/**
 * Compiles a table. A name that ends in `*` matches every text with this prefix. An exact name has priority over a
 * prefix, and a longer prefix over a shorter prefix.
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
