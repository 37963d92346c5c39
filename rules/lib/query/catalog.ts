// The fields that a query may read, and their types.
import { ecsFields } from '../../../mappings/ecs/catalog.gen.ts'
import { catalogOf, type FieldCatalog } from '../../../mappings/fields/catalog.ts'
import { commonFields } from '../../../mappings/fields/document.ts'
import type { Field } from '../../../mappings/fields/field.ts'
import { kibanaAlertFields } from '../../../mappings/fields/kibana-alert.ts'

export { catalogOf, type FieldCatalog } from '../../../mappings/fields/catalog.ts'

/** All fields that are not specific to a vendor. */
export const commonCatalog: FieldCatalog = catalogOf(commonFields)

/** The fields of alerts, for rules that read the alerts of other rules. */
export const alertCatalog: FieldCatalog = catalogOf(ecsFields, kibanaAlertFields)

/** A query's field as Elasticsearch resolves it: by name, as a key of a flattened field, or inside a nested field. */
export type Resolved =
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'flattened_key'; readonly root: string }
  | { readonly kind: 'in_nested'; readonly root: string }
  | { readonly kind: 'unknown' }

export function resolveField(name: string, catalog: FieldCatalog): Resolved {
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const root = name.slice(0, dot)
    const type = catalog.get(root)?.type
    if (type === 'nested') return { kind: 'in_nested', root }
    if (type === 'flattened') return { kind: 'flattened_key', root }
  }
  const field = catalog.get(name)
  return field === undefined ? { kind: 'unknown' } : { kind: 'field', field }
}
