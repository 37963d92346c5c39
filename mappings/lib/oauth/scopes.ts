// Lists of permission names. Order and case vary by vendor, so comparisons ignore case, and lists keep their order.
/** Returns the distinct names in a text separated by spaces. */
export function toScopes(text: string | undefined): string[] {
  if (text === undefined) return []
  return distinctScopes(text.split(/\s+/))
}

/** The most scopes of a grant. A vendor's own limit is far lower: https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant. */
export const mostScopes = 5_000

/**
 * Returns the distinct names (ignoring case), in order of first appearance and without empty texts. Stops at one name
 * more than `mostScopes`, so that the record limit refuses the list before further processing.
 */
export function distinctScopes(scopes: Iterable<string>): string[] {
  const seen = new Set<string>()
  const list: string[] = []
  for (const scope of scopes) {
    const key = scope.toLowerCase()
    if (scope === '' || seen.has(key)) continue
    seen.add(key)
    list.push(scope)
    if (list.length > mostScopes) break
  }
  return list
}

/** The names of `scopes` that `others` does not have, without regard to case. */
export function scopesWithout(scopes: readonly string[], others: readonly string[]): string[] {
  const has = new Set(others.map((scope) => scope.toLowerCase()))
  return scopes.filter((scope) => !has.has(scope.toLowerCase()))
}

/** A discriminator for an act: the same for the same set of names. */
export function scopeKey(scopes: readonly string[]): string {
  return scopes
    .map((scope) => scope.toLowerCase())
    .sort()
    .join(' ')
}
