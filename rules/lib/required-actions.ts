// Which acts a rule can alert on at all.
import { parseEql } from './query/eql/parse.ts'
import { parseKql } from './query/kql/parse.ts'
import { requiredOfEql, requiredValues } from './required-values.ts'
import type { Rule } from './rule.ts'

/** The values of `oauth.action` without one of which a rule finds nothing; undefined when it may find something without. */
export function requiredActions(rule: Rule): string[] | undefined {
  return requiredOf(rule, 'oauth.action')
}

/** The same of any field, sorted. */
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
