// Determines which fields a rule reads, and thus whether the rule also works on documents of Elastic's integrations.
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { never } from '../../mappings/kernel/never.ts'
import { datasetFacts } from './datasets.ts'
import { fieldsOf as eqlFields } from './query/eql/ast.ts'
import { fieldsOf } from './query/kql/ast.ts'
import type { Rule } from './rule.ts'
import { readQuery } from './rule-query.ts'

/** Cache: rules are plain data that nobody changes, and alerts need the fields of a rule again and again. */
const known = new WeakMap<Rule, readonly string[]>()

/** Returns the fields that a rule reads, groups by or keeps history by, sorted. An invalid query gives no fields. */
export function ruleFields(rule: Rule): readonly string[] {
  return lookedUp(known, rule, () =>
    [...new Set([...(readQuery(rule, fieldsOf, eqlFields) ?? []), ...countedFields(rule)])].sort(),
  )
}

function countedFields(rule: Rule): readonly string[] {
  switch (rule.type) {
    case undefined:
    case 'query':
    case 'eql':
      return []
    case 'threshold': {
      const { field, cardinality = [] } = rule.threshold
      return [...field, ...cardinality.map((entry) => entry.field)]
    }
    case 'new_terms':
      return rule.newTermsFields
    default:
      return never(rule)
  }
}

/** Returns true if a rule reads only vendor and ECS fields, and only datasets that other integrations also fill. */
export function isPortable(rule: Rule): boolean {
  return (
    rule.datasets.every((name) => datasetFacts(name).integration !== undefined) &&
    ruleFields(rule).every((field) => !/^(?:oauth|saas)(?:\.|$)/.test(field))
  )
}
