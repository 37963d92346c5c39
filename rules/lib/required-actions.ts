// The acts on which a rule can alert.
import { parseEql } from './query/eql/parse.ts'
import { parseKql } from './query/kql/parse.ts'
import { requiredOfEql, requiredValues } from './required-values.ts'
import type { Rule } from './rule.ts'

/** Returns values of `oauth.action` of which a matching document must have one; undefined if none is required. */
export function requiredActions(rule: Rule): string[] | undefined {
  return requiredOf(rule, 'oauth.action')
}

/** Returns the same for any field, sorted. */
export function requiredOf(rule: Rule, field: string): string[] | undefined {
  if (rule.type === 'eql') {
    const parsed = parseEql(rule.query)
    const values = parsed.ok ? requiredOfEql(parsed.query, field) : undefined
    return values === undefined ? undefined : [...values].sort()
  }
  const parsed = parseKql(rule.query)
  const values = parsed.ok ? requiredValues(parsed.node, field) : undefined
  return values === undefined ? undefined : [...values].sort()
}
