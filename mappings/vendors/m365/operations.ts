// Operations of the workloads of the unified audit log, one row each. Directory operations are in ../microsoft.
import { words } from '../../fields/field.ts'
import type { Operation, OperationTable } from '../../lib/operation.ts'
import {
  adminChange,
  configurationChange,
  configurationCreation,
  configurationDeletion,
  fileAccess,
  fileChange,
  fileCreation,
  fileDeletion,
  groupChange,
  groupCreation,
  groupDeletion,
  iamChange,
  mail,
  sharingChange,
  userDeletion,
} from '../microsoft/classes.ts'
import { directoryOperations } from '../microsoft/operations.ts'
import { normalOperation } from '../microsoft/readers/operation.ts'

/** Rows have no reader: the Teams, Exchange and directory readers find their own acts. */
type UnreadRow = Omit<Operation, 'read'>
type UnreadRows = Readonly<Record<string, UnreadRow>>

/** Returns the same row for several operations. White space separates their names. */
const rows = (names: string, row: UnreadRow): UnreadRows => Object.fromEntries(words(names).map((name) => [name, row]))

/** Operations with the same meaning in every record type: SharePoint, OneDrive, searches, mail access, chats. */
const anyWorkload: UnreadRows = {
  ...rows('FileAccessed FileDownloaded', { class: fileAccess, access: 'read' }),
  ...rows('FileModified FileMoved FileRenamed FileRestored FolderModified FolderMoved FolderRenamed FolderRestored', {
    class: fileChange,
    access: 'write',
  }),
  ...rows('FileDeleted FolderDeleted', { class: fileDeletion, access: 'delete' }),
  ...rows('FileUploaded FolderCopied FolderCreated', { class: fileCreation, access: 'write' }),
  ...rows('ComplianceSettingChanged SharingPolicyChanged NetworkAccessPolicyChanged', { class: configurationChange }),
  SiteCollectionCreated: { class: configurationCreation },
  FileCopied: { class: fileCreation, access: 'write' },
  ...rows('FileSyncUploadedFull FileCheckedIn FileModifiedExtended FileCheckedOut', {
    class: fileChange,
    access: 'write',
  }),
  FileVersionsAllDeleted: { class: fileChange, access: 'delete' },
  ...rows('FilePreviewed FileAccessedExtended', { class: fileAccess, access: 'read' }),
  ...rows('FileSyncDownloadedFull FileSyncDownloadedPartial', { class: fileAccess, access: 'sync' }),
  FileVisited: { class: fileAccess, access: 'read' },
  ...rows('AnonymousLinkUsed SecureLinkUsed CompanyLinkUsed SharingLinkUsed', { class: fileAccess }),
  ...rows('FileRecycled FolderRecycled FileDeletedFirstStageRecycleBin FileDeletedSecondStageRecycleBin', {
    class: fileDeletion,
    access: 'delete',
  }),
  FileMalwareDetected: { class: { category: ['file', 'malware'] } },
  ...rows(
    `SharingSet SharingInvitationCreated SharingInvitationUpdated SharingPermissionChanged AnonymousLinkCreated
    AnonymousLinkUpdated SecureLinkCreated SecureLinkUpdated AddedToSecureLink SharingLinkCreated SharingLinkUpdated
    AddedToSharingLink CompanyLinkCreated CompanyLinkUpdated SharingInheritanceBroken AccessRequestApproved
    PermissionLevelAdded PermissionLevelModified PermissionLevelsInheritanceBroken SitePermissionsModified`,
    { class: sharingChange, access: 'permission' },
  ),
  ...rows('AddedToGroup RemovedFromGroup', { class: groupChange, access: 'permission' }),
  ...rows('SiteCollectionAdminAdded SiteCollectionAdminRemoved', { class: adminChange, access: 'permission' }),
  UpdateInboxRules: { class: { category: ['email', 'configuration'], type: ['change'] }, access: 'write' },
  ...rows('AddFolderPermissions ModifyFolderPermissions RemoveFolderPermissions', {
    class: iamChange,
    access: 'permission',
  }),
  ...rows(
    `SearchQueryInitiatedExchange SearchQueryInitiatedSharePoint SearchQueryPerformed ListViewed ChatRetrieved
    MessagesListed`,
    { access: 'list' },
  ),
  ...rows(
    `MailItemsAccessed AttachmentAccess MessageBind PageViewed PageViewedExtended MessageRead MessagesExported
    MessageHostedContentRead MessageHostedContentsListed SubscribedToMessages`,
    { access: 'read' },
  ),
  ...rows('FileDownloadedFromBrowser ExportAllMessages TranscriptsExported RecordingExported', { access: 'export' }),
  ...rows('MessageSent MessageCreatedHasLink', { access: 'send' }),
  ...rows('Copy UpdateFolder ListItemCreated ListItemUpdated MessageUpdated', { access: 'write' }),
  ...rows('ListItemDeleted MessageDeleted', { access: 'delete' }),
}

const mailbox: UnreadRows = {
  ...rows('Send SendAs SendOnBehalf', { class: mail, access: 'send' }),
  ...rows('Create Update Move', { class: mail, access: 'write' }),
  ...rows('MoveToDeletedItems SoftDelete HardDelete', { class: mail, access: 'delete' }),
}

const yammer: UnreadRows = {
  ...rows('NetworkConfigurationUpdated SoftDeleteSettingsUpdated ProcessProfileFields SupervisorAdminToggled', {
    class: configurationChange,
  }),
  NetworkSecurityConfigurationUpdated: { class: { category: ['configuration', 'iam'], type: ['change', 'admin'] } },
  ...rows('FileCreated FileUpdateName', { class: fileCreation }),
  ...rows('FileDownloaded FileShared FileUpdateDescription FileVisited', { class: fileAccess }),
  GroupCreation: { class: groupCreation },
  GroupDeletion: { class: groupDeletion },
  ...rows('NetworkUserSuspended UserSuspension', { class: { category: ['iam'] } }),
}

const teams: UnreadRows = {
  TeamCreated: { class: groupCreation, action: 'added-group-account-to' },
  MemberAdded: { class: groupChange, action: 'added-users-to-group' },
  'Delete user': { class: userDeletion, action: 'deleted-user-account' },
  ...rows('MemberRemoved MemberRoleChanged', { class: groupChange }),
  TeamDeleted: { class: groupDeletion },
  ...rows('TeamsTenantSettingChanged TeamSettingChanged', { class: configurationChange }),
  ...rows('ChannelAdded AppInstalled BotAddedToTeam', { class: configurationCreation }),
  ...rows('ChannelDeleted AppUninstalled', { class: configurationDeletion }),
  TeamsSessionStarted: { class: { category: ['session'], type: ['start'] } },
}

/** Returns rows without a reader, one for each verb and noun. */
const unreadCmdlets = (nouns: readonly string[], verbs: readonly string[]): UnreadRows =>
  Object.fromEntries(
    nouns.flatMap((noun) =>
      verbs.map((verb) => [`${verb}-${noun}`, { access: verb === 'Remove' ? 'delete' : 'write' }] as const),
    ),
  )

/** Filters consist of policies, and of rules that apply them to recipients. */
const filterCmdlets: UnreadRows = Object.fromEntries(
  ['AntiPhish', 'HostedContentFilter', 'HostedOutboundSpamFilter', 'MalwareFilter', 'SafeAttachment', 'SafeLinks']
    .flatMap((filter) => [
      unreadCmdlets([`${filter}Policy`], ['New', 'Set', 'Remove']),
      unreadCmdlets([`${filter}Rule`], ['New', 'Set', 'Enable', 'Disable', 'Remove']),
    ])
    .flatMap(Object.entries),
)

/** Operations that let another organization read calendars or receive mailboxes. */
const sharingCmdlets = unreadCmdlets(
  [
    ...['OrganizationRelationship', 'IntraOrganizationConnector', 'SharingPolicy'],
    ...['MigrationEndpoint', 'MigrationBatch', 'MoveRequest'],
  ],
  ['New', 'Set', 'Remove'],
)

const exchangeCmdlets: UnreadRows = {
  ...rows(
    `Add-MailboxPermission Add-RecipientPermission Add-MailboxFolderPermission Set-MailboxFolderPermission
    Remove-MailboxFolderPermission Remove-MailboxPermission Remove-RecipientPermission`,
    { class: iamChange, access: 'permission' },
  ),
  ...rows(
    'New-ManagementRoleAssignment Add-RoleGroupMember Update-RoleGroupMember Remove-RoleGroupMember New-RoleGroup',
    { class: adminChange },
  ),
  // Connectors, rules and filters of the organization: they control which mail passes, and where it goes.
  'New-InboundConnector': { class: configurationCreation, access: 'write' },
  'Set-InboundConnector': { access: 'write' },
  'Remove-InboundConnector': { class: configurationDeletion, access: 'delete' },
  'New-OutboundConnector': { class: configurationCreation, access: 'write' },
  'Set-OutboundConnector': { access: 'write' },
  'Remove-OutboundConnector': { class: configurationDeletion, access: 'delete' },
  ...unreadCmdlets(['TransportRule', 'JournalRule'], ['New', 'Set', 'Enable', 'Disable', 'Remove']),
  'New-RemoteDomain': { class: configurationCreation, access: 'write' },
  'Set-RemoteDomain': { access: 'write' },
  'Remove-RemoteDomain': { class: configurationDeletion, access: 'delete' },
  ...rows('New-AcceptedDomain Set-AcceptedDomain', { access: 'write' }),
  ...filterCmdlets,
  ...sharingCmdlets,
  ...rows('Set-FederatedOrganizationIdentifier Set-HostedConnectionFilterPolicy', { access: 'write' }),
  'New-TenantAllowBlockListItems': { class: configurationCreation, access: 'write' },
  ...rows('Set-ArcConfig Set-OrganizationConfig Set-TransportConfig', { access: 'write' }),
}

const activities = 'https://learn.microsoft.com/purview/audit-log-activities'

export const operationTables: readonly OperationTable[] = [
  { title: 'Microsoft 365: any workload', source: activities, rows: anyWorkload },
  { title: 'Microsoft 365: mailboxes', source: activities, rows: mailbox },
  { title: 'Microsoft 365: Viva Engage', source: activities, rows: yammer },
  { title: 'Microsoft 365: Teams', source: activities, rows: teams },
  {
    title: 'Microsoft 365: Exchange cmdlets',
    source: 'https://learn.microsoft.com/powershell/module/exchangepowershell/',
    rows: exchangeCmdlets,
  },
]

type Rows = ReadonlyMap<string, Operation>

const byName = (rows: UnreadRows): Rows =>
  new Map(Object.entries(rows).map(([name, row]) => [normalOperation(name), row]))

/** The rows for any record type, under names in normal form. */
export const operations: Rows = byName(anyWorkload)

/** The additional rows of one record type, under names in normal form. */
export const operationsByType: Readonly<Record<number, Rows>> = {
  2: byName(mailbox),
  3: byName(mailbox),
  8: directoryOperations,
  22: byName(yammer),
  25: byName(teams),
}

export const cmdlets: Rows = byName(exchangeCmdlets)

const exchangeCmdlet = /^(?:add|new|set|update|enable|disable|remove)-[a-z]/
const mailboxes = byName(mailbox)

const fileType = (operation: string) => (accessByOperation.has(operation) ? 6 : undefined)

/** Functions that return the record type of a known operation, by workload in lower case. */
const typesByWorkload = new Map<string, (operation: string) => number | undefined>([
  [
    'azureactivedirectory',
    (operation) =>
      directoryOperations.has(operation) ? 8 : /^userlog(?:gedin|infailed)$/.test(operation) ? 15 : undefined,
  ],
  [
    'exchange',
    (operation) => {
      if (operation === 'mailitemsaccessed') return 50
      if (exchangeCmdlet.test(operation)) return 1
      return mailboxes.has(operation) || accessByOperation.has(operation) ? 2 : undefined
    },
  ],
  ['sharepoint', fileType],
  ['onedrive', fileType],
  ['microsoftteams', (operation) => (operationsByType[25]?.has(operation) ? 25 : undefined)],
])

/** Returns the record type of a known operation of a workload, for a record without a known type. */
export function typeOfOperation(workload: string | undefined, operation: string): number | undefined {
  return typesByWorkload.get(workload?.toLowerCase() ?? '')?.(operation)
}

/** Rules read the parameters of any command that changes Exchange. */
const cmdlet = /^(?:Add|New|Set|Update|Enable|Disable|Remove)-[A-Z]\w+$/

/** Whether rules may use an operation of Microsoft 365 or Entra ID, in a record of any type. */
export function isOperation(name: string): boolean {
  const normal = normalOperation(name)
  return cmdlet.test(name) || [operations, ...Object.values(operationsByType)].some((rows) => rows.has(normal))
}

type Access = NonNullable<Operation['access']>

export const accessByOperation: ReadonlyMap<string, Access> = new Map(
  [anyWorkload, mailbox, exchangeCmdlets].flatMap((table) =>
    Object.entries(table).flatMap(([name, { access }]) =>
      access === undefined ? [] : [[normalOperation(name), access] as const],
    ),
  ),
)
