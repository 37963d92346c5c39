// The fields directly below `azure` in the documents of all Azure datasets.
import { each, type Field, type FieldTable, type FieldType } from '../../fields/field.ts'
import type { Shape } from './readers/shapes.ts'

export const azureFields: FieldTable = {
  ...each('keyword', 'azure', 'tenant_id correlation_id subscription_id'),
  ...each('keyword', 'azure.resource', 'id group provider name namespace authorization_rule'),
}

/** The fields of the members that hold one value. */
export function shapeFields(below: string, { texts, dates, longs, booleans }: Shape): FieldTable {
  const fields = (type: FieldType, names: readonly string[]): FieldTable =>
    Object.fromEntries(names.map((name): [string, Field] => [`${below}.${name}`, { type }]))
  return {
    ...fields('keyword', texts),
    ...fields('date', dates),
    ...fields('long', longs),
    ...fields('boolean', booleans),
  }
}
