// Reports the rules that find nothing while the entity store is off.
import { commonFields } from '../../mappings/fields/document.ts'
import type { FieldTable } from '../../mappings/fields/field.ts'
import { ruleFields } from '../../rules/lib/portable.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import { findingsDataset } from '../findings/finding.ts'
import { type Judgment, note } from './diagnosis.ts'

const fields: FieldTable = commonFields

/** Only the entity store fills these fields; it also supplies the findings. */
const isAnnotated = (field: string): boolean => fields[field]?.by?.join() === 'entity_store'

export function lookAtDisabledStore(rules: readonly Rule[]): Judgment {
  const affected = rules.filter((rule) => rule.datasets.includes(findingsDataset) || ruleFields(rule).some(isAnnotated))
  return note(
    `the entity store is off: ${affected.length} of ${rules.length} rules read facts that only the entity store supplies`,
    'set CONSENTRY_ENTITY_STORE=true and run `consentry setup`',
  )
}
