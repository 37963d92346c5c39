// Lists of permission names: vendors order and case them as they like, so they compare without case and keep their order.

/** The names in a text separated by blanks, each once. */
export function toScopes(text: string | undefined): string[] {
  if (text === undefined) return []
  return distinctScopes(text.split(/\s+/))
}

/** The most scopes of a grant. A vendor's own limit is far lower: https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant. */
export const mostScopes = 5_000

/**
 * Each name once (without regard to case), in order of first appearance; empty texts are left out. Ends at one name more than
 * `mostScopes`, so that the budget of a record refuses the list before anything weighs it.
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
