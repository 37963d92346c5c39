// The members of `properties` that are indexed as a single value, and the members that are indexed as objects.
// Elasticsearch would refuse a whole document with a wrong shape, so each member is converted to the shape in the
// catalog.
import { words } from '../../../fields/field.ts'
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { toBoolean } from '../../../lib/convert.ts'

export interface Shape {
  readonly texts: readonly string[]
  readonly dates: readonly string[]
  readonly longs: readonly string[]
  readonly booleans: readonly string[]
  readonly objects: readonly string[]
}

export const auditShape: Shape = {
  texts:
    words(`id category tenantId userAgent result result_reason result_description activity_display_name correlation_id
    logged_by_service operation_type`),
  dates: ['activity_datetime'],
  longs: [],
  booleans: [],
  objects: ['initiated_by', 'additional_details'],
}

export const signInShape: Shape = {
  texts: words(`agent_type alternate_sign_in_name app_display_name app_id app_owner_tenant_id authentication_protocol
    authentication_requirement authentication_strengths client_app_used client_credential_type conditional_access_status
    correlation_id cross_tenant_access_type federated_credential_id global_secure_access_ip_address home_tenant_id
    home_tenant_name id incoming_token_type mfa_authentication_method original_request_id original_transfer_method
    resource_display_name resource_id resource_owner_tenant_id resource_service_principal_id resource_tenant_id
    risk_detail risk_event_types risk_event_types_v2 risk_level_aggregated risk_level_during_signin risk_state
    service_principal_credential_key_id service_principal_credential_thumbprint service_principal_id
    service_principal_name session_id sign_in_event_types sign_in_identifier sign_in_identifier_type tenant_id
    token_issuer_name token_issuer_type unique_token_identifier user_display_name user_id user_principal_name user_type`),
  dates: ['created_at'],
  longs: ['autonomous_system_number', 'processing_time_ms'],
  booleans: words('flagged_for_review is_interactive is_tenant_restricted is_through_global_secure_access'),
  objects: words(`status device_detail mfa_detail managed_service_identity token_protection_status_details
    private_link_details conditional_access_audiences applied_conditional_access_policies authentication_details
    authentication_requirement_policies network_location_details`),
}

export const riskShape: Shape = {
  texts:
    words(`activity app_id correlation_id cross_tenant_access_type detection_timing_type display_name home_tenant_id id
    ip_address key_ids request_id resource_tenant_id risk_detail risk_event_type risk_level risk_state risk_type
    service_principal_display_name service_principal_id service_principal_type source token_issuer_type
    user_display_name user_id user_principal_name user_type`),
  dates: words('activity_datetime detected_datetime last_updated_datetime risk_last_updated_datetime'),
  longs: [],
  booleans: words('account_enabled is_deleted is_enabled is_guest is_processing'),
  objects: ['additional_info', 'location'],
}

export const graphShape: Shape = {
  texts:
    words(`api_version app_id atcontent c_deviceid c_idtyp c_iat c_sid client_request_id device_id identity_provider
    location operation_id request_id request_method roles scopes service_principal_id session_id sign_in_activity_id
    tenant_id token_id unique_token_id user_id user_principal_object_id wids`),
  dates: ['time_generated', 'token_issued_at'],
  longs: words('client_auth_method duration_ms response_size_bytes response_status_code'),
  booleans: ['is_replay'],
  objects: [],
}

export const aadGraphShape: Shape = {
  texts:
    words(`actor_type api_version app_id device_id direct_access_source env_cloud_role http_method identity_provider
    location request_id roles scopes service_principal_id session_id sign_in_activity_id tenant_id user_id wids`),
  dates: ['time_generated', 'token_issued_at'],
  longs: words('client_auth_method duration_ms http_status_code response_size_bytes'),
  booleans: [],
  objects: [],
}

/** Returns a value that is not an object. An object becomes text. */
export const asValue = (value: Json): Json =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value

function holdsObjectsOnly(value: Json): boolean {
  return Array.isArray(value) ? value.every(isObject) : isObject(value)
}

/** Returns an in-place shaper: objects in value members become text, values in object members move to `<name>_raw`. */
export function shaper(shape: Shape): (block: JsonObject) => void {
  const values = [...shape.texts, ...shape.dates, ...shape.longs, ...shape.booleans]
  return (block) => {
    for (const name of values) {
      const value = block[name]
      if (typeof value !== 'object' || value === null) continue
      block[name] = Array.isArray(value) ? value.map(asValue) : asValue(value)
    }
    for (const name of shape.booleans) {
      const boolean = toBoolean(block[name])
      if (boolean !== undefined) block[name] = boolean
    }
    for (const name of shape.objects) {
      const value = block[name]
      if (value === undefined || value === null || holdsObjectsOnly(value)) continue
      delete block[name]
      block[`${name}_raw`] = asValue(value)
    }
  }
}
