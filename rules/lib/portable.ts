// Which fields a rule reads, and so whether it also works on documents of Elastic's integrations.
import { never } from '../../mappings/kernel/never.ts'
import { datasetFacts } from './datasets.ts'
import { fieldsOf as eqlFields } from './query/eql/ast.ts'
import { parseEql } from './query/eql/parse.ts'
import { fieldsOf } from './query/kql/ast.ts'
import { parseKql } from './query/kql/parse.ts'
import type { Rule } from './rule.ts'

/** Rules are plain data that nobody changes, and alerts ask for their fields again and again. */
const known = new WeakMap<Rule, readonly string[]>()

/** The fields that a rule reads, groups or keeps by, sorted; none of the query when it cannot be parsed. */
export function ruleFields(rule: Rule): readonly string[] {
  const fields = known.get(rule) ?? readFields(rule)
  known.set(rule, fields)
  return fields
}

function readFields(rule: Rule): string[] {
  switch (rule.type) {
    case undefined:
    case 'query':
      return queryFields(rule.query)
    case 'threshold': {
      const { field, cardinality = [] } = rule.threshold
      return sorted([...queryFields(rule.query), ...field, ...cardinality.map((entry) => entry.field)])
    }
    case 'new_terms':
      return sorted([...queryFields(rule.query), ...rule.newTermsFields])
    case 'eql': {
      const parsed = parseEql(rule.query)
      return parsed.ok ? eqlFields(parsed.query) : []
    }
    default:
      return never(rule)
  }
}

function queryFields(query: string): string[] {
  const parsed = parseKql(query)
  return parsed.ok ? fieldsOf(parsed.node) : []
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort()
}

/** True when a rule reads vendor and ECS fields only, and datasets that others fill as well. */
export function isPortable(rule: Rule): boolean {
  return (
    rule.datasets.every((name) => datasetFacts(name).integration !== undefined) &&
    ruleFields(rule).every((field) => !/^(?:oauth|saas)(?:\.|$)/.test(field))
  )
}
