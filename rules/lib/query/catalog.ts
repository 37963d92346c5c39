// Which fields a query may read, and of what type they are.
import { catalogOf, type FieldCatalog } from '../../../mappings/fields/catalog.ts'
import { commonFields } from '../../../mappings/fields/document.ts'
import type { Field } from '../../../mappings/fields/field.ts'

export { catalogOf, type FieldCatalog } from '../../../mappings/fields/catalog.ts'

/** Every field that is not a vendor's own. */
export const commonCatalog: FieldCatalog = catalogOf(commonFields)

/** A field of a query as Elasticsearch resolves it: found by its name, as a key of a flattened field, or inside a nested one. */
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
