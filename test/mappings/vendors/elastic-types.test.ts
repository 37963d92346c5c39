// Compares the types of vendor fields with those of Elastic's integrations (`fields.yml` of the packages o365, azure
// and google_workspace). A field with two types is unusable in a data view over both, and a rule on the field fails.
import { expect, it } from 'vitest'
import { fieldCatalog } from '../../../pipeline/catalog.ts'
import { loadMappings } from '../../../pipeline/chain.ts'

/** Fields that are not keywords in Elastic's integrations, by type, and keywords that look like another type. */
const agreed: Readonly<Record<string, string>> = {
  ip: 'azure.signinlogs.caller_ip_address google_workspace.admin.email.log_search_filter.recipient.ip google_workspace.admin.email.log_search_filter.sender.ip o365.audit.Data.sip',
  date: 'azure.auditlogs.properties.activity_datetime azure.graphactivitylogs.properties.time_generated azure.graphactivitylogs.properties.token_issued_at azure.signinlogs.properties.created_at google_workspace.admin.email.log_search_filter.end_date google_workspace.admin.email.log_search_filter.start_date google_workspace.admin.user.birthdate o365.audit.EndTimeUtc o365.audit.ExchangeMetaData.Sent o365.audit.FilteringDate o365.audit.LastUpdateTimeUtc',
  boolean:
    'azure.signinlogs.properties.device_detail.is_compliant azure.signinlogs.properties.device_detail.is_managed azure.signinlogs.properties.flagged_for_review azure.signinlogs.properties.is_interactive azure.signinlogs.properties.is_tenant_restricted azure.signinlogs.properties.is_through_global_secure_access o365.audit.CustomUniqueId o365.audit.ExternalAccess o365.audit.SensitiveInfoDetectionIsIncluded',
  long: 'azure.signinlogs.properties.autonomous_system_number azure.signinlogs.properties.status.error_code google_workspace.admin.application.licences_purchased google_workspace.admin.bulk_upload.failed google_workspace.admin.bulk_upload.total google_workspace.admin.mobile.company_owned_devices google_workspace.token.num_response_bytes o365.audit.FileSizeBytes o365.audit.OperationCount o365.audit.SensitivityLabelEventData.ActionSourceDetail o365.audit.SensitivityLabelEventData.LabelEventType',
  integer: 'azure.graphactivitylogs.properties.client_auth_method',
  flattened:
    'azure.signinlogs.properties.authentication_processing_details google_workspace.token.scope.data o365.audit.Actions o365.audit.Data.flattened o365.audit.Members o365.audit.PolicyDetails',
  nested:
    'o365.audit.AdditionalData o365.audit.AttachmentData o365.audit.AuthDetails o365.audit.ExchangeAggregatedFolders o365.audit.ExchangeAggregatedMessages',
  text: 'o365.audit.Comments',
  match_only_text: 'o365.audit.Description',
  keyword:
    'azure.auditlogs.properties.additional_details.value azure.auditlogs.properties.initiated_by.user.ipAddress azure.auditlogs.properties.target_resources.0.ip_address azure.auditlogs.properties.target_resources.0.modified_properties.0.new_value azure.graphactivitylogs.properties.roles azure.graphactivitylogs.properties.scopes google_workspace.token.scope.value o365.audit.Actor.Type o365.audit.ActorIpAddress o365.audit.AzureActiveDirectoryEventType o365.audit.ClientIP o365.audit.CreationTime o365.audit.FileSize o365.audit.LogonType o365.audit.ModifiedProperties.Role_DisplayName.NewValue o365.audit.RecordType o365.audit.Target.Type',
}

/** Fields with an intentionally different type: [theirs, ours, reason]. */
const different: Readonly<Record<string, readonly [theirs: string, ours: string, reason: string]>> = {
  'azure.auditlogs.level': ['float', 'keyword', 'the log writes a number in a text'],
  'azure.signinlogs.properties.processing_time_ms': ['float', 'long', 'both are numbers in a data view'],
  'google_workspace.admin.email_dump.include_deleted': ['boolean', 'keyword', 'Google writes words'],
  'o365.audit.AdditionalInfo': ['object', 'flattened', 'the members of the object are queried under the same names'],
  'o365.audit.ExtendedProperties.additionalDetails': ['object', 'flattened', 'the same'],
  'o365.audit.AlertLinks': ['flattened', 'keyword', 'the addresses of the links are texts here'],
  'o365.audit.ResultCount': ['keyword', 'long', 'later versions of the record write a number'],
  'o365.audit.StartTime': ['keyword', 'date', 'ranges over the time'],
  'o365.audit.StartTimeUtc': ['keyword', 'date', 'ranges over the time'],
  'o365.audit.MessageTime': ['keyword', 'date', 'ranges over the time'],
}

const catalog = fieldCatalog(await loadMappings())
const typeOf = (name: string) => {
  const field = catalog.get(name)
  return field?.indexedAs ?? field?.type
}

it.each(Object.entries(agreed))('vendor fields have the same type as in the integrations: %s', (type, names) => {
  for (const name of names.split(' ')) expect(typeOf(name), name).toBe(type)
})

it('a vendor field has a different type only with a stated reason', () => {
  for (const [name, [, ours]] of Object.entries(different)) expect(typeOf(name), name).toBe(ours)
})
