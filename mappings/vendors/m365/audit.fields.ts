// The fields of o365.audit documents below `o365.audit`, with their index types. The types follow the requirements of
// Elastic's rules. Unlisted members are stored in the document but not indexed.
import { type FieldTable, type FieldType, each as fieldsBelow } from '../../fields/field.ts'
import { changedProperties } from './changed-properties.ts'
import { cmdletParameters } from './cmdlet-parameters.ts'

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
  URLClickAction UserId UserIp UserKey UserSharedWith UserType UserTypeInitiated UserTypeName UserUPN Verdict Version
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
