import { each, type FieldTable } from '../../fields/field.ts'
import { azureFields } from './azure.fields.ts'

const root = 'azure.inventory'

const credential = (name: string): FieldTable => ({
  ...each('keyword', `${root}.${name}`, 'key_id display_name type usage'),
  ...each('date', `${root}.${name}`, 'start_date_time end_date_time'),
})

export const inventoryFields: FieldTable = {
  ...azureFields,
  ...each('keyword', root, 'id display_name description notes tags'),
  ...each('boolean', root, 'account_enabled'),
  ...each('date', root, 'created_date_time deleted_date_time'),

  // Service principals and registrations.
  ...each(
    'keyword',
    root,
    `app_id app_display_name app_description app_owner_organization_id application_template_id service_principal_type
    service_principal_names alternative_names sign_in_audience disabled_by_microsoft_status homepage login_url logout_url
    reply_urls preferred_single_sign_on_mode publisher_name publisher_domain identifier_uris notification_email_addresses
    service_management_reference group_membership_claims`,
  ),
  ...each('boolean', root, 'app_role_assignment_required is_fallback_public_client is_device_only_auth_supported'),
  ...each('keyword', `${root}.verified_publisher`, 'display_name verified_publisher_id'),
  ...each('date', `${root}.verified_publisher`, 'added_date_time'),
  ...credential('key_credentials'),
  ...credential('password_credentials'),
  ...each('flattened', root, 'api info web spa public_client required_resource_access optional_claims'),

  // Grants and assignments.
  ...each(
    'keyword',
    root,
    `client_id consent_type principal_id principal_display_name principal_type resource_id resource_display_name
    app_role_id role_definition_id directory_scope_id app_scope_id scope`,
  ),
  ...each('date', root, 'start_time expiry_time'),

  // Accounts.
  ...each(
    'keyword',
    root,
    `user_principal_name mail mail_nickname other_mails proxy_addresses given_name surname user_type creation_type
    external_user_state employee_id employee_type department company_name job_title office_location country usage_location
    preferred_language on_premises_domain_name on_premises_immutable_id on_premises_sam_account_name
    on_premises_security_identifier on_premises_user_principal_name on_premises_distinguished_name security_identifier
    password_policies city state`,
  ),
  ...each('boolean', root, 'on_premises_sync_enabled is_resource_account show_in_address_list'),
  ...each(
    'date',
    root,
    `last_password_change_date_time sign_in_sessions_valid_from_date_time external_user_state_change_date_time
    on_premises_last_sync_date_time employee_hire_date employee_leave_date_time`,
  ),
  ...each(
    'date',
    `${root}.sign_in_activity`,
    'last_sign_in_date_time last_non_interactive_sign_in_date_time last_successful_sign_in_date_time',
  ),
  ...each(
    'keyword',
    `${root}.sign_in_activity`,
    'last_sign_in_request_id last_non_interactive_sign_in_request_id last_successful_sign_in_request_id',
  ),
}
