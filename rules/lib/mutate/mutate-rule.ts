// Every rule that differs from a rule in one place.
import { never } from '../../../mappings/kernel/never.ts'
import { lineAndColumn } from '../query/problem.ts'
import type { Rule, ThresholdRule } from '../rule.ts'
import { readQuery } from '../rule-query.ts'
import { mutateEql } from './eql.ts'
import { mutateKql } from './kql.ts'
import type { Mutant, QueryMutant } from './mutant.ts'

/** Returns the mutants of a rule. A query that cannot be parsed gives no mutants. */
export function mutateRule(rule: Rule): Mutant[] {
  const mutants = readQuery(rule, mutateKql, mutateEql) ?? []
  return [...mutants.map((mutant) => toMutant(rule, mutant)), ...mutateCounts(rule)]
}

function toMutant(rule: Rule, { query, span, change }: QueryMutant): Mutant {
  const { line, column } = lineAndColumn(rule.query, span.start)
  const what = rule.query.slice(span.start, span.end).replace(/\s+/g, ' ')
  return { rule: { ...rule, query }, change, what, path: `query:${line}:${column}` }
}

/** Changes the members by which a rule counts and keeps history, besides its query. */
function mutateCounts(rule: Rule): Mutant[] {
  switch (rule.type) {
    case undefined:
    case 'query':
    case 'eql':
      return []
    case 'threshold':
      return mutateThreshold(rule)
    case 'new_terms':
      return rule.newTermsFields.flatMap((field, i) => {
        const rest = rule.newTermsFields.filter((_, j) => j !== i)
        if (rest.length === 0) return []
        const newTermsFields = rest as unknown as typeof rule.newTermsFields
        return [{ rule: { ...rule, newTermsFields }, change: 'removed', what: field, path: `newTermsFields.${i}` }]
      })
    default:
      return never(rule)
  }
}

function mutateThreshold(rule: ThresholdRule): Mutant[] {
  const { threshold } = rule
  const change = (changed: object, what: string, path: string, kind: Mutant['change']): Mutant => ({
    rule: { ...rule, threshold: { ...threshold, ...changed } },
    change: kind,
    what,
    path: `threshold.${path}`,
  })
  const fewer = change({ value: threshold.value - 1 }, `value ${threshold.value}`, 'value', 'changed')
  const fields = threshold.field.map((field, i) =>
    change({ field: threshold.field.filter((_, j) => j !== i) }, field, `field.${i}`, 'removed'),
  )
  const { cardinality, ...open } = threshold
  const different = cardinality?.[0]
  if (different === undefined) return [...(threshold.value > 1 ? [fewer] : []), ...fields]
  const lower = [{ ...different, value: different.value - 1 }]
  return [
    ...(threshold.value > 1 && threshold.value > different.value ? [fewer] : []),
    ...fields,
    { ...change({}, different.field, 'cardinality', 'removed'), rule: { ...rule, threshold: open } },
    change({ cardinality: lower }, `${different.field} ${different.value}`, 'cardinality.0.value', 'changed'),
  ]
}
