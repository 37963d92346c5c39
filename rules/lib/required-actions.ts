// The acts on which a rule can alert.
import { requiredOfEql, requiredValues } from './required-values.ts'
import type { Rule } from './rule.ts'
import { readQuery } from './rule-query.ts'

/** Returns values of `oauth.action` of which a matching document must have one; undefined if none is required. */
export function requiredActions(rule: Rule): string[] | undefined {
  return requiredOf(rule, 'oauth.action')
}

/** Returns the same for any field, sorted. */
export function requiredOf(rule: Rule, field: string): string[] | undefined {
  const values = readQuery(
    rule,
    (node) => requiredValues(node, field),
    (query) => requiredOfEql(query, field),
  )
  return values && [...values].sort()
}
