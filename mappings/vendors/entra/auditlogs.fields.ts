import { each, type FieldTable } from '../../fields/field.ts'
import { azureFields, shapeFields } from './azure.fields.ts'
import { auditShape } from './readers/shapes.ts'

const root = 'azure.auditlogs'
const properties = `${root}.properties`

/** Rules read the numbered form by position. Positions above these limits can be searched through the list. */
const indexedTargets = 5
const indexedChanges = 20

const places = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i))

function target(place: string): FieldTable {
  const below = `${properties}.target_resources.${place}`
  const changes = places(indexedChanges).map((each) => `${below}.modified_properties.${each}`)
  return {
    ...each('keyword', below, 'display_name id type ip_address user_principal_name'),
    ...Object.assign({}, ...changes.map((change) => each('keyword', change, 'display_name new_value old_value'))),
  }
}

export const auditlogsFields: FieldTable = {
  ...azureFields,
  ...shapeFields(properties, auditShape),
  ...each('keyword', root, 'category operation_name operation_version identity level'),
  ...each('keyword', root, 'result_type result_signature result_description'),
  ...each('keyword', `${properties}.additional_details`, 'key value'),
  ...each(
    'keyword',
    `${properties}.initiated_by.user`,
    'id displayName userPrincipalName ipAddress userType homeTenantId',
  ),
  ...each('keyword', `${properties}.initiated_by.user`, 'agentType homeTenantName roles'),
  ...each(
    'keyword',
    `${properties}.initiated_by.app`,
    'agentType appId displayName servicePrincipalId servicePrincipalName',
  ),
  ...Object.assign({}, ...places(indexedTargets).map(target)),
  ...each('flattened', properties, 'target_resources_list'),
}
