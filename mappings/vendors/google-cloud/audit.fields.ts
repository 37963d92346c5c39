import { each, type FieldTable } from '../../fields/field.ts'

const root = 'gcp.audit'

export const auditFields: FieldTable = {
  ...each('keyword', root, 'method_name resource_name service_name type'),
  ...each(
    'keyword',
    `${root}.authentication_info`,
    'authority_selector principal_email principal_subject service_account_key_name',
  ),
  ...each('keyword', `${root}.authorization_info`, 'permission resource'),
  ...each('keyword', `${root}.request_metadata`, 'caller_ip caller_network caller_supplied_user_agent'),
  ...each('keyword', `${root}.status`, 'message'),
  ...each('long', `${root}.status`, 'code'),
  ...each('keyword', root, 'resource.type'),
  ...each('boolean', root, 'authorization_info.granted'),
  ...each('long', root, 'num_response_items'),
  [`${root}.resource_location.current_locations`]: { type: 'keyword', list: true },
  // Each method has its own members. A complete catalog would grow with Google's methods.
  ...each(
    'flattened',
    root,
    'labels metadata policy_delta request resource.labels response authentication_info.service_account_delegation_info',
  ),
}
