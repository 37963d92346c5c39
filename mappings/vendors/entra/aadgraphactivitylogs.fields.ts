import { each, type FieldTable } from '../../fields/field.ts'
import { azureFields, shapeFields } from './azure.fields.ts'
import { aadGraphShape } from './readers/shapes.ts'

const root = 'azure.aadgraphactivitylogs'

export const aadgraphactivitylogsFields: FieldTable = {
  ...azureFields,
  ...shapeFields(`${root}.properties`, aadGraphShape),
  [`${root}.properties.client_auth_method`]: { type: 'long', indexedAs: 'integer' },
  ...each('keyword', root, 'category operation_name operation_version result_signature'),
}
