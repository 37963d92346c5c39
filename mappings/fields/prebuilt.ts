// The fields that Elastic's prebuilt rules (August 2026) read from datasets that we also fill. Each of these fields
// must exist with this type if a record has the data. The catalog contains the types of ECS fields.
import { each, type FieldTable } from './field.ts'

/** The fields that rules read from one dataset. `google_workspace.*` stands for any Google dataset. */
export interface PrebuiltFields {
  readonly dataset: string
  readonly fields: FieldTable
}

const common: FieldTable = {
  ...each('keyword', 'event', 'action category dataset outcome'),
  ...each('ip', '', 'source.ip'),
  ...each('keyword', 'source', 'as.organization.name geo.country_name geo.region_name'),
  ...each('long', 'source', 'as.number'),
  ...each('keyword', 'user', 'domain email id name'),
}

const audit: FieldTable = {
  ...common,
  ...each('keyword', '', 'application.name organization.name related.user rule.name session.id token.id'),
  ...each('keyword', 'event', 'code provider'),
  ...each('keyword', 'file', 'directory extension name'),
  ...each('long', '', 'file.size'),
  ...each('keyword', 'user_agent', 'name original'),
  ...each(
    'keyword',
    'o365.audit',
    `Actor.Type AffectedItems.Subject AppAccessContext.AADSessionId ApplicationId AuthenticationType
    AzureActiveDirectoryEventType ClientAppId CommunicationType DeviceProperties.Value ErrorNumber
    ExtendedProperties.RequestType ExtendedProperties.ResultStatusDetail LogonError LogonType Name NewValue ObjectId
    OperationProperties.Name OperationProperties.Value Platform RecordType SearchQueryText Site SiteUrl Target.ID Target.Type
    UserId UserType ModifiedProperties.Role_DisplayName.NewValue`,
  ),
  ...each('boolean', 'o365.audit', 'IsManagedDevice'),
  ...each('flattened', 'o365.audit', 'Members'),
  ...each('long', 'o365.audit', 'OperationCount'),
  ...each('boolean', 'o365.audit.ParticipantInfo', 'HasForeignTenantUsers HasGuestUsers HasOtherGuestUsers'),
  ...Object.assign(
    {},
    ...'AllowFederatedUsers AllowGuestUser AllowTeamsConsumer IsPublic ShareUsingAnonymousLinks ShareWithGuests'
      .split(' ')
      .map((name) => each('keyword', `o365.audit.ModifiedProperties.${name}`, 'NewValue OldValue')),
  ),
  ...each(
    'keyword',
    'o365.audit.Parameters',
    `AccessRights AllowFederatedUsers AllowGuestUser BlindCopyTo BodyContainsWords DeleteMessage Enabled ForwardAsAttachmentTo
    ForwardTo ForwardingAddress ForwardingSmtpAddress GrantSendOnBehalfTo MoveToFolder RedirectMessageTo RedirectTo
    RedirectToRecipients SubjectContainsWords WithinSizeRangeMinimum`,
  ),
}

const auditlogs: FieldTable = {
  ...common,
  ...each('keyword', 'azure.auditlogs', 'identity operation_name'),
  ...each('keyword', 'azure.auditlogs.properties', 'category correlation_id result_reason userAgent'),
  ...each('keyword', 'azure.auditlogs.properties.additional_details', 'key value'),
  ...each('keyword', 'azure.auditlogs.properties.initiated_by.user', 'displayName id ipAddress userPrincipalName'),
  ...each('keyword', 'azure.auditlogs.properties.target_resources.0', 'display_name id type user_principal_name'),
  ...each(
    'keyword',
    'azure.auditlogs.properties.target_resources.0.modified_properties.0',
    'display_name new_value old_value',
  ),
}

const signIn = 'azure.signinlogs.properties'

const signinlogs: FieldTable = {
  ...common,
  ...each('keyword', '', 'related.user user_agent.name user_agent.original'),
  ...each(
    'keyword',
    'azure.signinlogs',
    'category identity operation_name result_description result_signature result_type',
  ),
  ...each(
    'keyword',
    signIn,
    `app_display_name app_id app_owner_tenant_id applied_conditional_access_policies.enforced_grant_controls
    applied_conditional_access_policies.result authentication_details.authentication_method authentication_protocol
    authentication_requirement client_app_used client_credential_type conditional_access_audiences.application_id
    conditional_access_status correlation_id device_detail.browser device_detail.device_id device_detail.operating_system
    device_detail.trust_type incoming_token_type mfa_detail.auth_method original_request_id original_transfer_method
    resource_display_name resource_id resource_owner_tenant_id risk_detail risk_level_aggregated risk_level_during_signin
    risk_state service_principal_id session_id tenant_id token_issuer_type
    token_protection_status_details.sign_in_session_status unique_token_identifier user_display_name user_id
    user_principal_name user_type`,
  ),
  ...each('boolean', signIn, 'device_detail.is_managed is_interactive'),
  ...each('flattened', signIn, 'authentication_processing_details'),
  ...each('long', signIn, 'status.error_code'),
}

const google: FieldTable = {
  ...common,
  ...each('keyword', '', 'event.id event.provider organization.id source.user.email google_workspace.event.type'),
  ...each('keyword', 'google_workspace', 'actor.type'),
  ...each('keyword', 'source.geo', 'city_name'),
  ...each('geo_point', 'source.geo', 'location'),
}

export const prebuiltFields: readonly PrebuiltFields[] = [
  { dataset: 'o365.audit', fields: audit },
  { dataset: 'azure.auditlogs', fields: auditlogs },
  { dataset: 'azure.signinlogs', fields: signinlogs },
  { dataset: 'google_workspace.*', fields: google },
  {
    dataset: 'google_workspace.admin',
    fields: {
      ...each(
        'keyword',
        'google_workspace.admin',
        'application.name new_value old_value role.name setting.name setting.metadata.rule.type',
      ),
      ...each('keyword', 'user.target', 'domain group.domain'),
    },
  },
  {
    dataset: 'google_workspace.device',
    fields: {
      ...each('keyword', 'google_workspace.device', 'account_state id model resource.id type'),
      ...each('keyword', '', 'host.os.version'),
    },
  },
  {
    dataset: 'google_workspace.drive',
    fields: {
      ...each('keyword', 'google_workspace.drive', 'copy_type file.type visibility'),
      ...each('boolean', 'google_workspace.drive', 'owner_is_team_drive'),
      ...each('keyword', '', 'file.extension'),
    },
  },
  { dataset: 'google_workspace.token', fields: each('keyword', 'google_workspace.token', 'client.id scope.value') },
]

/** Fields that the records lack. Databases of the operator fill them. Sign-in records contain some of them. */
export const notOfARecord: Readonly<Record<string, string>> = {
  'source.as.number': 'from an ASN database',
  'source.as.organization.name': 'from an ASN database',
  'source.geo.city_name': 'from a city database',
  'source.geo.country_name': 'from a city database',
  'source.geo.location': 'from a city database',
  'source.geo.region_name': 'from a city database',
}
