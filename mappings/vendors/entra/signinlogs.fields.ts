import { each, type FieldTable } from '../../fields/field.ts'
import { azureFields, shapeFields } from './azure.fields.ts'
import { signInShape } from './readers/shapes.ts'

const root = 'azure.signinlogs'
const properties = `${root}.properties`

export const signinlogsFields: FieldTable = {
  ...azureFields,
  ...shapeFields(properties, signInShape),
  ...each('keyword', root, 'category identity operation_name operation_version'),
  ...each('ip', root, 'caller_ip_address'),
  ...each('keyword', root, 'result_type result_signature result_description'),
  ...each('long', `${properties}.status`, 'error_code'),
  ...each('keyword', `${properties}.device_detail`, 'browser device_id display_name operating_system trust_type'),
  ...each('boolean', `${properties}.device_detail`, 'is_compliant is_managed'),
  ...each('keyword', `${properties}.mfa_detail`, 'auth_detail auth_method'),
  ...each('keyword', `${properties}.managed_service_identity`, 'associated_resource_id federated_token_id msi_type'),
  ...each('keyword', `${properties}.token_protection_status_details`, 'sign_in_session_status'),
  ...each('long', `${properties}.token_protection_status_details`, 'sign_in_session_status_code'),
  ...each('keyword', `${properties}.private_link_details`, 'policy_id policy_name policy_tenant_id resource_id'),
  ...each('keyword', `${properties}.conditional_access_audiences`, 'application_id audience_reasons'),
  ...each(
    'keyword',
    `${properties}.applied_conditional_access_policies`,
    'display_name enforced_grant_controls enforced_session_controls id result',
  ),
  ...each(
    'keyword',
    `${properties}.authentication_details`,
    'authentication_method authentication_method_detail authentication_step_requirement authentication_step_result_detail',
  ),
  ...each('date', `${properties}.authentication_details`, 'authentication_step_date_time'),
  ...each('boolean', `${properties}.authentication_details`, 'succeeded'),
  ...each('keyword', `${properties}.authentication_requirement_policies`, 'detail requirement_provider'),
  ...each('keyword', `${properties}.network_location_details`, 'network_names network_type'),
  ...each('flattened', properties, 'authentication_processing_details authentication_processing_details_list'),
  ...each('flattened', properties, 'agent applied_event_listeners authentication_context_class_references'),
  ...each('flattened', properties, 'authentication_app_device_details authentication_app_policy_evaluation_details'),
  ...each('flattened', properties, 'session_lifetime_policies sign_in_token_protection_status'),
}
