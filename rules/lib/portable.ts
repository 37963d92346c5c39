// Which fields a rule reads, and so whether it also works on documents of Elastic's integrations.
import { datasetFacts } from './datasets.ts'
import { fieldsOf } from './query/kql/ast.ts'
import { parseKql } from './query/kql/parse.ts'
import { never, type Rule, ruleType } from './rule.ts'

/** The fields that the query of a rule reads, sorted; none when it cannot be parsed. */
export function ruleFields(rule: Rule): string[] {
  const type = ruleType(rule)
  switch (type) {
    case 'query': {
      const parsed = parseKql(rule.query)
      return parsed.ok ? fieldsOf(parsed.node) : []
    }
    default:
      return never(type)
  }
}

/** True when a rule reads vendor and ECS fields only, and data sets that others fill as well. */
export function isPortable(rule: Rule): boolean {
  return (
    rule.datasets.every((name) => datasetFacts(name).integration !== undefined) &&
    ruleFields(rule).every((field) => !/^(?:oauth|saas)(?:\.|$)/.test(field))
  )
}
