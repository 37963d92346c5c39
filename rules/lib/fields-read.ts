// The fields of the records on which the rules depend: if a dataset loses one of these fields, a rule becomes blind.
import type { FieldTable } from '../../mappings/fields/field.ts'
import { oauthFields } from '../../mappings/fields/oauth.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { datasetFacts } from './datasets.ts'
import { ruleFields } from './portable.ts'
import type { Rule } from './rule.ts'

/** Returns the fields that rules read, by dataset, sorted, without fields of the entity store and our own knowledge. */
export function fieldsRead(rules: readonly Rule[]): Map<string, readonly string[]> {
  const fields: FieldTable = oauthFields
  const byDataset = new Map<string, Set<string>>()
  for (const rule of rules) {
    const read = ruleFields(rule).filter((name) => fields[name]?.by?.includes('record') !== false)
    for (const dataset of rule.datasets) {
      // Fields that we write ourselves do not change unexpectedly.
      if (datasetFacts(dataset).vendor === 'consentry') continue
      const known = lookedUp(byDataset, dataset, () => new Set())
      for (const name of read) known.add(name)
    }
  }
  return new Map([...byDataset].map(([dataset, names]) => [dataset, [...names].sort()]))
}
