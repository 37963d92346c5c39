import { each, type FieldTable } from '../../fields/field.ts'
import { azureFields, shapeFields } from './azure.fields.ts'
import { riskShape } from './readers/shapes.ts'

const root = 'azure.identityprotection'
const properties = `${root}.properties`

export const identityProtectionFields: FieldTable = {
  ...azureFields,
  ...each('keyword', root, 'category operation_name operation_version result_signature'),
  ...shapeFields(properties, riskShape),
  ...each('flattened', properties, 'additional_info location'),
  ...each('keyword', properties, 'additional_info_raw location_raw'),
}
