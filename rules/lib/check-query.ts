// What is wrong with the part of a rule that asks: its query, and the fields that it groups or keeps by.
import { never } from '../../mappings/kernel/never.ts'
import { alertCatalogue } from './alert-catalogue.ts'
import { alertsDataset } from './datasets.ts'
import type { FieldCatalogue } from './query/catalogue.ts'
import { checkKql } from './query/check.ts'
import { checkEql } from './query/eql/check.ts'
import { checkMapped } from './query/eql/mapped.ts'
import { parseEql } from './query/eql/parse.ts'
import type { QueryProblem } from './query/problem.ts'
import type { EqlRule, Rule } from './rule.ts'

/** The fields that a rule may read: of an index of alerts those alone that Kibana maps there. */
export function catalogueOfRule(rule: Rule, catalogue: FieldCatalogue): FieldCatalogue {
  return rule.datasets.includes(alertsDataset) ? alertCatalogue : catalogue
}

/** What is wrong with a query in a tenant that has not all log sources of the rule; nothing where that cannot be told. */
function checkTenants({ query, datasets }: EqlRule, { ofDataset }: FieldCatalogue): QueryProblem[] {
  const parsed = parseEql(query)
  return parsed.ok && ofDataset !== undefined ? checkMapped(parsed.query, datasets, ofDataset) : []
}

/** What is wrong with the query of a rule. */
export function checkRuleQuery(rule: Rule, catalogue: FieldCatalogue): QueryProblem[] {
  switch (rule.type) {
    case undefined:
    case 'query':
    case 'threshold':
    case 'new_terms':
      return checkKql(rule.query, catalogueOfRule(rule, catalogue))
    case 'eql': {
      const fields = catalogueOfRule(rule, catalogue)
      return [...checkEql(rule.query, fields), ...checkTenants(rule, fields)]
    }
    default:
      return never(rule)
  }
}
