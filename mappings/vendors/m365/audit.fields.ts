// The fields of o365.audit documents below `o365.audit`, with their index types. The types follow the requirements of
// Elastic's rules. Unlisted members are stored in the document but not indexed.
import { type FieldTable, type FieldType, each as fieldsBelow, words } from '../../fields/field.ts'

const root = 'o365.audit'

/** Fields of one type below the dataset's root, or below a member of it. */
function each(type: FieldType, names: string, below = root): FieldTable {
  return fieldsBelow(type, below, names)
}

const members = each(
  'keyword',
  `AadAppId AADGroupId ActorContextId ActorInfoString ActorIpAddress ActorUserId ActorYammerUserId AdditionalInfoRaw
  AddOnGuid AddOnName AddOnType AgentId AgentName AlertEntityId AlertId AlertType AppDistributionMode AppExternalId
  AppId AppIdentity Application ApplicationDisplayName ApplicationId AppName AppPoolName AuthenticationType
  AzureActiveDirectoryEventType AzureADAppId BrowserName Case Category ChannelGuid ChannelName ChatThreadId
  ClientAppId ClientApplication ClientInfoString ClientIP ClientIPAddress ClientProcessName ClientVersion
  CmdletVersion CommunicationType CorrelationId CreationTime CrossMailboxOperation DatabaseType DataExportType
  DataType DeepLinkUrl DeliveryAction DestFileName DestinationFileName DestinationRelativeUrl DetectionMethod
  DetectionType DeviceDisplayName DeviceName Directionality EffectiveOrganization EntityType ErrorCode ErrorNumber
  EventData EventDeepLink EventSource FileSize FlowConnectorNames FlowDetailsUrl HighPriorityMediaProcessing
  ImplicitShare IncidentId InternalLogonType InternetMessageId InterSystemsId IntraSystemId IntraSystemsId
  InvestigationId InvestigationName InvestigationType ItemName ItemType LatestDeliveryLocation LicenseDisplayName
  ListId ListItemUniqueId LogonError LogonType LogonUserDisplayName LogonUserSid MailboxGuid
  MailboxOwnerMasterAccountSid MailboxOwnerSid MailboxOwnerUPN MessageId Name NetworkMessageId NewValue
  NonPIIParameters ObjectId ObjectType OldValue OperationPropertiesRaw OperationScope OrganizationName
  OriginalDeliveryLocation OriginatingDomain OriginatingServer P1Sender P2Sender Permissions PhishConfidenceLevel
  Platform Policy PolicyAction PolicyId PolicyName QueryText Recipients RecipientUPN RecordType RelativeUrl ReleaseTo
  RequestId RequestSource RequestType ResourceId ResultReasonType ResultStatus RunningTime Scope SearchQueryText
  SecurityComplianceCenterEventType SendAsUserSmtp SenderIp SendOnBehalfOfUserSmtp SessionId Severity
  SharingLinkScope SharingPermission SharingType Site SiteUrl Source SourceFileExtension SourceFileName SourceId
  SourceRelativeUrl SourceWorkload Status Subject TargetContextId TargetUserId TargetUserOrGroupName
  TargetUserOrGroupType TargetYammerUserId TeamGuid TeamName TokenIssuedAtTime TokenTenantId UniqueSharingId Url
  URLClickAction UserId UserIp UserKey UserSharedWith UserType UserTypeInitiated UserUPN Verdict Version
  VersionId WebId YammerNetworkId`,
)

const lists = {
  ...each('keyword', 'ID Type', `${root}.Actor`),
  ...each('keyword', 'ID Type', `${root}.Target`),
  ...each('keyword', 'Name Value', `${root}.DeviceProperties`),
  ...each('keyword', 'Name Value', `${root}.OperationProperties`),
  ...each('keyword', 'Id Subject InternetMessageId Attachments', `${root}.AffectedItems`),
  ...each('keyword', 'Id Path', `${root}.AffectedItems.ParentFolder`),
  ...each('keyword', 'Name Value', `${root}.PropertyCollection`),
} satisfies FieldTable

const objects = {
  ...each(
    'keyword',
    'AADSessionId APIId AuthTime ClientAppId ClientAppName CorrelationId DeviceId IssuedAtTime TokenIssuedAtTime UniqueTokenId UserObjectId',
    `${root}.AppAccessContext`,
  ),
  ...each('keyword', 'Attachments Id ImmutableId InternetMessageId IsRecord SizeInBytes Subject', `${root}.Item`),
  ...each('keyword', 'Id MemberRights MemberSid MemberUpn Name Path', `${root}.Item.ParentFolder`),
  ...each('keyword', 'Id Path', `${root}.Folder`),
  ...each('keyword', 'Id Path', `${root}.DestFolder`),
  ...each(
    'keyword',
    'From ItemCreationTime ItemLastModifiedTime LastModifiedTime SensitivityLabelIds SiteAdmin SiteCollectionGuid SiteCollectionUrl',
    `${root}.SharePointMetaData`,
  ),
  ...each('keyword', 'From To CC BCC MessageID Subject UniqueID', `${root}.ExchangeMetaData`),
  ...each('long', 'FileSize RecipientCount', `${root}.ExchangeMetaData`),
  ...each('date', 'Sent', `${root}.ExchangeMetaData`),
  ...each(
    'keyword',
    'CurrentProtectionType LabelAction LabelAppliedDateTime OldSensitivityLabelId OldSensitivityLabelOwnerEmail SensitivityLabelId SensitivityLabelOwnerEmail SensitivityLabelPolicyId',
    `${root}.SensitivityLabelEventData`,
  ),
  ...each('long', 'ActionSourceDetail LabelEventType', `${root}.SensitivityLabelEventData`),
  ...each(
    'boolean',
    'HasForeignTenantUsers HasGuestUsers HasOtherGuestUsers HasUnauthenticatedUsers',
    `${root}.ParticipantInfo`,
  ),
  ...each('keyword', 'ParticipatingTenantIds', `${root}.ParticipantInfo`),
  ...each('keyword', 'RescanVerdict', `${root}.RescanResult`),
  ...each('date', 'Timestamp', `${root}.RescanResult`),
} satisfies FieldTable

const alertData = {
  ...each('flattened', 'flattened', `${root}.Data`),
  ...each('date', 'at md te ts ttdt', `${root}.Data`),
  ...each('ip', 'sip', `${root}.Data`),
  ...each(
    'keyword',
    `ad af aii ail alk als an cid cpid dm dpn eid etps etype f3u fvs imsgid lon mat ms od op ot plk pud reid rid sev sict sid
    sitmi srt ssic suid tdc thn tht tid tpid tpt trc tsd ttr upfc upfv ut von wl zfh zfn zmfh zmfn zu`,
    `${root}.Data`,
  ),
} satisfies FieldTable

const nested = {
  ...each('nested', 'AdditionalData AttachmentData AuthDetails ExchangeAggregatedFolders ExchangeAggregatedMessages'),
  ...each('keyword', 'Name Value', `${root}.AdditionalData`),
  ...each('keyword', 'FileName FileType FileVerdict MalwareFamily SHA256', `${root}.AttachmentData`),
  ...each('keyword', 'Name Value', `${root}.AuthDetails`),
  ...each('keyword', 'Id Path', `${root}.ExchangeAggregatedFolders`),
  ...each('nested', 'FolderItems', `${root}.ExchangeAggregatedFolders`),
  ...each('keyword', 'Id ImmutableId InternetMessageId', `${root}.ExchangeAggregatedFolders.FolderItems`),
  ...each('long', 'SizeInBytes', `${root}.ExchangeAggregatedFolders.FolderItems`),
  ...each('keyword', 'Id Path', `${root}.ExchangeAggregatedMessages`),
  ...each('nested', 'MessageItems', `${root}.ExchangeAggregatedMessages`),
  ...each('keyword', 'Id ImmutableId InternetMessageId', `${root}.ExchangeAggregatedMessages.MessageItems`),
  ...each('long', 'SizeInBytes', `${root}.ExchangeAggregatedMessages.MessageItems`),
} satisfies FieldTable

/**
 * Indexed names of Parameters: the names that Elastic's rules read, and the names about mailbox rules, forwarding,
 * permissions and disabled auditing. The other names can be searched in the flattened sibling.
 */
const cmdletParameters = `
  _raw AccessRights AdminAuditLogEnabled AllowFederatedUsers AllowGuestUser AllowTeamsConsumer
  AlwaysDeleteOutlookRulesBlob App AppId AuditBypassEnabled AuditDisabled AuditEnabled AuditLogAgeLimit BlindCopyTo
  BodyContainsWords CopyTo DeleteMessage DeliverToMailboxAndForward Enabled
  ForwardAsAttachmentTo ForwardTo ForwardingAddress ForwardingSmtpAddress From FromAddressContainsWords FromScope
  GrantSendOnBehalfTo Identity ImapEnabled Mailbox MAPIEnabled MarkAsRead Member Members Mode
  MoveToFolder Name OrganizationApp OWAEnabled PermanentlyDelete PopEnabled RedirectMessageTo RedirectTo
  RedirectToRecipients Role Roles SmtpClientAuthenticationDisabled StopProcessingRules SubjectContainsWords
  SubjectOrBodyContainsWords Trustee UnifiedAuditLogIngestionEnabled User WithinSizeRangeMinimum`

/**
 * Indexed names of ModifiedProperties, with `_` for spaces and dots: all names about applications, those that Elastic's
 * rules and investigation guides read, and the common user properties. The flattened sibling has the others.
 */
const changedProperties = words(`
  AccountEnabled AppAddress AppId AppPrincipalId AppRoleAssignmentRequired AppRoleAssignment_CreatedDateTime
  AppRoleAssignment_LastModifiedDateTime AppRole_DisplayName AppRole_Id AppRole_Value Application_AppId
  Application_DisplayName Application_ObjectID AvailableToOtherTenants
  ConsentAction_Permissions ConsentAction_Reason ConsentContext_IsAdminConsent ConsentContext_IsAppOnly
  ConsentContext_OnBehalfOfAll ConsentContext_Tags Credential
  DelegatedPermissionGrant_ConsentType DelegatedPermissionGrant_PrincipalId DelegatedPermissionGrant_Scope DisplayName
  Entitlement FederatedIdentityCredentials Included_Updated_Properties IssuerUri KeyDescription LiveType
  MethodExecutionResult_ PublicClient PublisherDomain RequiredResourceAccess
  AllowUserConsentForRiskyApps AllowedToCreateApps PermissionGrantPolicyIdsAssignedToDefaultUserRole
  Role_DisplayName Role_ObjectID Role_TemplateId Role_WellKnownObjectName
  ServicePrincipalLockConfiguration ServicePrincipalName ServicePrincipal_AppId ServicePrincipal_DisplayName
  ServicePrincipal_Name ServicePrincipal_ObjectID SignInAudience StrongAuthenticationRequirement
  TargetId_ServicePrincipalNames TargetId_UserType User_ObjectID User_PUID User_UPN VerifiedPublisher WwwHomepage
  ActorId_ServicePrincipalNames AssignedLicense AssignedPlan Device_DisplayName Is_Hard_Deleted PasswordPolicies ProxyAddresses
  SiteAdmin SPN StrongAuthenticationMethod StsRefreshTokensValidFrom UserPrincipalName UserType
  AllowFederatedUsers AllowGuestUser AllowTeamsConsumer IsPublic ShareUsingAnonymousLinks ShareWithGuests`)

const openEnded = {
  ...each('keyword', cmdletParameters, `${root}.Parameters`),
  ...each(
    'keyword',
    '_raw RequestType ResultStatusDetail UserAuthenticationMethod KeepMeSignedIn extendedAuditEventCategory resultType resultDescription actorContextId actorObjectId actorUPN actorAppID targetContextId targetObjectId targetName targetUPN correlationId',
    `${root}.ExtendedProperties`,
  ),
  ...each('flattened', 'additionalDetails', `${root}.ExtendedProperties`),
  ...each('keyword', '_raw', `${root}.ModifiedProperties`),
  ...Object.assign(
    {},
    ...changedProperties.map((name) => each('keyword', 'NewValue OldValue', `${root}.ModifiedProperties.${name}`)),
  ),
  ...each('flattened', 'ParametersOther ExtendedPropertiesOther ModifiedPropertiesOther'),
} satisfies FieldTable

export const auditFields: FieldTable = {
  ...members,
  ...lists,
  ...objects,
  ...alertData,
  ...nested,
  ...openEnded,
  ...each(
    'flattened',
    'Actions AdditionalInfo CopilotEventData ExceptionInfo FileData Members MessageObject PolicyDetails SenderEntity SystemOverrides',
  ),
  ...each(
    'keyword',
    'AlertLinks ThreatDetectionMethods ThreatsAndDetectionTech ResourceSpecificApplicationPermissions',
  ),
  ...each('date', 'EndTimeUtc FilteringDate LastUpdateTimeUtc MessageTime StartTimeUtc StartTime TimeOfClick'),
  ...each('long', 'OperationCount FileSizeBytes ResultCount'),
  ...each(
    'boolean',
    'ClientIPInvalid CustomUniqueId ExternalAccess IsManagedDevice IsSoftDelete SensitiveInfoDetectionIsIncluded',
  ),
  ...each('text', 'Comments'),
  ...each('match_only_text', 'Description'),
}
