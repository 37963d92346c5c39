import { each, type FieldTable } from '../../fields/field.ts'
import { azureFields, shapeFields } from './azure.fields.ts'
import { graphShape } from './readers/shapes.ts'

const root = 'azure.graphactivitylogs'
const properties = `${root}.properties`

export const graphactivitylogsFields: FieldTable = {
  ...azureFields,
  ...shapeFields(properties, graphShape),
  [`${properties}.client_auth_method`]: { type: 'long', indexedAs: 'integer' },
  ...each('keyword', root, 'category operation_name operation_version result_signature'),
}
