// What a document of o365.audit can hold below `o365.audit`, and as what it is indexed. Types follow what Elastic's rules
// ask for; everything not listed is kept in the document and not indexed.
import type { Field, FieldTable, FieldType } from '../../fields/field.ts'
import { changedProperties } from './changed-properties.ts'
import { cmdletParameters } from './cmdlet-parameters.ts'

const root = 'o365.audit'

function each(type: FieldType, names: string, below = root): FieldTable {
  return Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name): [string, Field] => [`${below}.${name}`, { type }]),
  )
}

const members = each(
  'keyword',
  `ActorContextId ActorIpAddress ActorInfoString ActorUserId ActorYammerUserId AddOnGuid AddOnName AddOnType AddOnUrl
  AlertEntityId AlertId AlertType AppDistributionMode AppExternalId AppId AppPoolName Application ApplicationDisplayName
  ApplicationId AuthType AuthenticationType AzureADAppId AzureActiveDirectoryEventType BrowserName BrowserVersion
  CallId Category ChannelGuid ChannelName ChannelType ChatName ChatThreadId ClientAppId ClientApplication
  ClientIP ClientIPAddress ClientInfoString ClientProcessName ClientRegion ClientRequestId ClientVersion
  CommunicationType CorrelationId CreationTime CrossMailboxOperation CrossScopeSyncDelete CustomEvent DataPlatform
  DelegateUser DestFileExtension DestFileName DestMailboxOwnerUPN DestinationFileExtension DestinationFileName
  DestinationRelativeUrl DeviceDisplayName DeviceName DoNotDistributeEvent EffectiveOrganization EntityType ErrorCode
  ErrorNumber EventData EventSource FileSize FlowConnectorNames FlowDetailsUrl FromApp GeoLocation HighPriorityMediaProcessing
  IncidentId InterSystemsId InternalLogonType IntraSystemId IntraSystemsId IsDocLib IsJoinableSharing ItemCount ItemName
  ItemType LicenseDisplayName ListBaseTemplateType ListBaseType ListId ListItemUniqueId ListName ListServerTemplate
  ListTitle ListUrl LogonError LogonType LogonUserDisplayName LogonUserSid MailboxGuid MailboxOwnerMasterAccountSid
  MailboxOwnerSid MailboxOwnerUPN MeetingURL MessageId MessageURLs Name NetworkMessageId NewValue ObjectId OldValue
  ObjectType Operation OperationScope OrganizationName OriginatingDomain OriginatingServer ParentThreadId Permissions
  Platform PolicyId PolicyName PublicKey RecordType RecipientUPN RelativeUrl RequestId ResourceId ResourceTitle ResultStatus
  RunningTime SaveToSentItems Scope ScopeId SearchQueryText SecurityRiskLevel SendAsUserMailboxGuid SendAsUserSmtp
  SendOnBehalfOfUserSmtp SessionId Severity SharingLinkScope SharingPermission SharingType Site SiteSensitivityLabelId SiteUrl
  Source SourceFileExtension SourceFileName SourceLabel SourceRelativeUrl SourceWorkload Status SupportTicketId TabType
  TargetContextId TargetUserId TargetUserOrGroupName TargetUserOrGroupType TargetYammerUserId TeamGuid TeamName
  TemplateTypeId TokenIssuedAtTime TokenObjectId TokenTenantId TokenType UniqueSharingId UserKey UserTypeInitiated
  UserUPN UserId UserSharedWith UserType UserTypeName Version WebId WebSiteName YammerNetworkId AdditionalInfoRaw
  OperationPropertiesRaw OriginalDeliveryLocation PhishConfidenceLevel VersionId WorkspaceName`,
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
    '_raw RequestType ResultStatusDetail UserAuthenticationMethod KeepMeSignedIn extendedAuditEventCategory resultType resultDescription actorContextId actorObjectId actorUPN actorAppID actorPUID targetContextId targetObjectId targetName targetUPN targetPUID correlationId env_time targetIncludedUpdatedProperties version',
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

/** Every field below `o365.audit`, full names. */
export const auditFields: FieldTable = {
  ...members,
  ...lists,
  ...objects,
  ...alertData,
  ...nested,
  ...openEnded,
  ...each(
    'flattened',
    'Actions AdditionalInfo AlertLinks ExceptionInfo Members MessageObject PolicyDetails SenderEntity',
  ),
  ...each('keyword', 'ThreatDetectionMethods ResourceSpecificApplicationPermissions'),
  ...each('date', 'EndTimeUtc FilteringDate LastUpdateTimeUtc StartTimeUtc StartTime'),
  ...each('long', 'OperationCount FileSizeBytes'),
  ...each('boolean', 'ClientIPInvalid CustomUniqueId ExternalAccess IsManagedDevice SensitiveInfoDetectionIsIncluded'),
  ...each('text', 'Comments'),
  ...each('match_only_text', 'Description'),
}
