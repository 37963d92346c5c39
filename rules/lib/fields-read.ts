// Which fields of the records the rules depend on: a dataset that no longer has one of them has gone blind for a rule.
import type { FieldTable } from '../../mappings/fields/field.ts'
import { oauthFields } from '../../mappings/fields/oauth.ts'
import { datasetFacts } from './datasets.ts'
import { ruleFields } from './portable.ts'
import type { Rule } from './rule.ts'

/** The fields that rules read, by dataset, sorted, without those of the entity store and of our own knowledge. */
export function fieldsRead(rules: readonly Rule[]): Map<string, readonly string[]> {
  const fields: FieldTable = oauthFields
  const byDataset = new Map<string, Set<string>>()
  for (const rule of rules) {
    const read = ruleFields(rule).filter((name) => fields[name]?.by?.includes('record') !== false)
    for (const dataset of rule.datasets) {
      // What we write ourselves does not change under us.
      if (datasetFacts(dataset).vendor === 'consentry') continue
      const known = byDataset.get(dataset) ?? new Set()
      for (const name of read) known.add(name)
      byDataset.set(dataset, known)
    }
  }
  return new Map([...byDataset].map(([dataset, names]) => [dataset, [...names].sort()]))
}
