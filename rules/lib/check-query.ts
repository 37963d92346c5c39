// Problems in the part of a rule that selects documents: its query, and the fields by which it groups or keeps history.
import { never } from '../../mappings/kernel/never.ts'
import { alertsDataset } from './datasets.ts'
import { alertCatalog, type FieldCatalog } from './query/catalog.ts'
import { checkKql } from './query/check.ts'
import { checkEql } from './query/eql/check.ts'
import { checkMapped } from './query/eql/mapped.ts'
import { parseEql } from './query/eql/parse.ts'
import type { QueryProblem } from './query/problem.ts'
import type { EqlRule, Rule } from './rule.ts'

/** Returns the fields that a rule may read; for a rule on alerts, only those that Kibana maps in the alert index. */
export function catalogOfRule(rule: Rule, catalog: FieldCatalog): FieldCatalog {
  return rule.datasets.includes(alertsDataset) ? alertCatalog : catalog
}

/**
 * The problem of a query in a tenant without all log sources of the rule; undefined if there is none or it cannot be
 * determined.
 */
function checkTenants({ query, datasets }: EqlRule, { ofDataset }: FieldCatalog): QueryProblem[] {
  const parsed = parseEql(query)
  return parsed.ok && ofDataset !== undefined ? checkMapped(parsed.query, datasets, ofDataset) : []
}

export function checkRuleQuery(rule: Rule, catalog: FieldCatalog): QueryProblem[] {
  switch (rule.type) {
    case undefined:
    case 'query':
    case 'threshold':
    case 'new_terms':
      return checkKql(rule.query, catalogOfRule(rule, catalog))
    case 'eql': {
      const fields = catalogOfRule(rule, catalog)
      return [...checkEql(rule.query, fields), ...checkTenants(rule, fields)]
    }
    default:
      return never(rule)
  }
}
