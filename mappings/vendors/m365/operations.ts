// Operations of the workloads of the unified audit log, one row each. Directory operations are in ../microsoft.
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
type UnreadRows = Readonly<Record<string, Omit<Operation, 'read'>>>

/** Operations with the same meaning in every record type: SharePoint, OneDrive, searches, mail access, chats. */
const anyWorkload: UnreadRows = {
  FileAccessed: { class: fileAccess, access: 'read' },
  FileDownloaded: { class: fileAccess, access: 'read' },
  FileModified: { class: fileChange, access: 'write' },
  FileMoved: { class: fileChange, access: 'write' },
  FileRenamed: { class: fileChange, access: 'write' },
  FileRestored: { class: fileChange, access: 'write' },
  FolderModified: { class: fileChange, access: 'write' },
  FolderMoved: { class: fileChange, access: 'write' },
  FolderRenamed: { class: fileChange, access: 'write' },
  FolderRestored: { class: fileChange, access: 'write' },
  FileDeleted: { class: fileDeletion, access: 'delete' },
  FolderDeleted: { class: fileDeletion, access: 'delete' },
  FileUploaded: { class: fileCreation, access: 'write' },
  FolderCopied: { class: fileCreation, access: 'write' },
  FolderCreated: { class: fileCreation, access: 'write' },
  ComplianceSettingChanged: { class: configurationChange },
  SharingPolicyChanged: { class: configurationChange },
  NetworkAccessPolicyChanged: { class: configurationChange },
  SiteCollectionCreated: { class: configurationCreation },
  FileCopied: { class: fileCreation, access: 'write' },
  FileSyncUploadedFull: { class: fileChange, access: 'write' },
  FileCheckedIn: { class: fileChange, access: 'write' },
  FileModifiedExtended: { class: fileChange, access: 'write' },
  FileCheckedOut: { class: fileChange, access: 'write' },
  FileVersionsAllDeleted: { class: fileChange, access: 'delete' },
  FilePreviewed: { class: fileAccess, access: 'read' },
  FileAccessedExtended: { class: fileAccess, access: 'read' },
  FileSyncDownloadedFull: { class: fileAccess, access: 'sync' },
  FileSyncDownloadedPartial: { class: fileAccess, access: 'sync' },
  FileVisited: { class: fileAccess, access: 'read' },
  AnonymousLinkUsed: { class: fileAccess },
  SecureLinkUsed: { class: fileAccess },
  CompanyLinkUsed: { class: fileAccess },
  FileRecycled: { class: fileDeletion, access: 'delete' },
  FolderRecycled: { class: fileDeletion, access: 'delete' },
  FileDeletedFirstStageRecycleBin: { class: fileDeletion, access: 'delete' },
  FileDeletedSecondStageRecycleBin: { class: fileDeletion, access: 'delete' },
  FileMalwareDetected: { class: { category: ['file', 'malware'] } },
  SharingSet: { class: sharingChange, access: 'permission' },
  SharingInvitationCreated: { class: sharingChange, access: 'permission' },
  AnonymousLinkCreated: { class: sharingChange, access: 'permission' },
  AnonymousLinkUpdated: { class: sharingChange, access: 'permission' },
  SecureLinkCreated: { class: sharingChange, access: 'permission' },
  AddedToSecureLink: { class: sharingChange, access: 'permission' },
  CompanyLinkCreated: { class: sharingChange, access: 'permission' },
  SharingInheritanceBroken: { class: sharingChange, access: 'permission' },
  AddedToGroup: { class: groupChange, access: 'permission' },
  RemovedFromGroup: { class: groupChange, access: 'permission' },
  SiteCollectionAdminAdded: { class: adminChange, access: 'permission' },
  SiteCollectionAdminRemoved: { class: adminChange, access: 'permission' },
  UpdateInboxRules: { class: { category: ['email', 'configuration'], type: ['change'] }, access: 'write' },
  AddFolderPermissions: { class: iamChange, access: 'permission' },
  ModifyFolderPermissions: { class: iamChange, access: 'permission' },
  RemoveFolderPermissions: { class: iamChange, access: 'permission' },
  SearchQueryInitiatedExchange: { access: 'list' },
  SearchQueryInitiatedSharePoint: { access: 'list' },
  SearchQueryPerformed: { access: 'list' },
  ListViewed: { access: 'list' },
  ChatRetrieved: { access: 'list' },
  MessagesListed: { access: 'list' },
  MailItemsAccessed: { access: 'read' },
  AttachmentAccess: { access: 'read' },
  MessageBind: { access: 'read' },
  PageViewed: { access: 'read' },
  PageViewedExtended: { access: 'read' },
  MessageRead: { access: 'read' },
  MessagesExported: { access: 'read' },
  FileDownloadedFromBrowser: { access: 'export' },
  ExportAllMessages: { access: 'export' },
  MessageSent: { access: 'send' },
  MessageCreatedHasLink: { access: 'send' },
  Copy: { access: 'write' },
  UpdateFolder: { access: 'write' },
  ListItemCreated: { access: 'write' },
  ListItemUpdated: { access: 'write' },
  MessageUpdated: { access: 'write' },
  ListItemDeleted: { access: 'delete' },
  MessageDeleted: { access: 'delete' },
}

const mailbox: UnreadRows = {
  Send: { class: mail, access: 'send' },
  SendAs: { class: mail, access: 'send' },
  SendOnBehalf: { class: mail, access: 'send' },
  Create: { class: mail, access: 'write' },
  Update: { class: mail, access: 'write' },
  Move: { class: mail, access: 'write' },
  MoveToDeletedItems: { class: mail, access: 'delete' },
  SoftDelete: { class: mail, access: 'delete' },
  HardDelete: { class: mail, access: 'delete' },
}

const yammer: UnreadRows = {
  NetworkConfigurationUpdated: { class: configurationChange },
  SoftDeleteSettingsUpdated: { class: configurationChange },
  ProcessProfileFields: { class: configurationChange },
  SupervisorAdminToggled: { class: configurationChange },
  NetworkSecurityConfigurationUpdated: { class: { category: ['configuration', 'iam'], type: ['change', 'admin'] } },
  FileCreated: { class: fileCreation },
  FileUpdateName: { class: fileCreation },
  FileDownloaded: { class: fileAccess },
  FileShared: { class: fileAccess },
  FileUpdateDescription: { class: fileAccess },
  FileVisited: { class: fileAccess },
  GroupCreation: { class: groupCreation },
  GroupDeletion: { class: groupDeletion },
  NetworkUserSuspended: { class: { category: ['iam'] } },
  UserSuspension: { class: { category: ['iam'] } },
}

const teams: UnreadRows = {
  TeamCreated: { class: groupCreation, action: 'added-group-account-to' },
  MemberAdded: { class: groupChange, action: 'added-users-to-group' },
  'Delete user': { class: userDeletion, action: 'deleted-user-account' },
  MemberRemoved: { class: groupChange },
  MemberRoleChanged: { class: groupChange },
  TeamDeleted: { class: groupDeletion },
  TeamsTenantSettingChanged: { class: configurationChange },
  TeamSettingChanged: { class: configurationChange },
  ChannelAdded: { class: configurationCreation },
  AppInstalled: { class: configurationCreation },
  BotAddedToTeam: { class: configurationCreation },
  ChannelDeleted: { class: configurationDeletion },
  AppUninstalled: { class: configurationDeletion },
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
  'Add-MailboxPermission': { class: iamChange, access: 'permission' },
  'Add-RecipientPermission': { class: iamChange, access: 'permission' },
  'Add-MailboxFolderPermission': { class: iamChange, access: 'permission' },
  'Set-MailboxFolderPermission': { class: iamChange, access: 'permission' },
  'Remove-MailboxFolderPermission': { class: iamChange, access: 'permission' },
  'Remove-MailboxPermission': { class: iamChange, access: 'permission' },
  'Remove-RecipientPermission': { class: iamChange, access: 'permission' },
  'New-ManagementRoleAssignment': { class: adminChange },
  'Add-RoleGroupMember': { class: adminChange },
  'Update-RoleGroupMember': { class: adminChange },
  'Remove-RoleGroupMember': { class: adminChange },
  'New-RoleGroup': { class: adminChange },
  // Connectors, rules and filters of the organization: they control which mail passes, and where it goes.
  'New-InboundConnector': { class: configurationCreation, access: 'write' },
  'Set-InboundConnector': { access: 'write' },
  'Remove-InboundConnector': { class: configurationDeletion, access: 'delete' },
  'New-OutboundConnector': { class: configurationCreation, access: 'write' },
  'Set-OutboundConnector': { access: 'write' },
  'Remove-OutboundConnector': { class: configurationDeletion, access: 'delete' },
  'New-TransportRule': { access: 'write' },
  'Set-TransportRule': { access: 'write' },
  'Enable-TransportRule': { access: 'write' },
  'Disable-TransportRule': { access: 'write' },
  'Remove-TransportRule': { access: 'delete' },
  'New-JournalRule': { access: 'write' },
  'Set-JournalRule': { access: 'write' },
  'Enable-JournalRule': { access: 'write' },
  'Disable-JournalRule': { access: 'write' },
  'Remove-JournalRule': { access: 'delete' },
  'New-RemoteDomain': { class: configurationCreation, access: 'write' },
  'Set-RemoteDomain': { access: 'write' },
  'Remove-RemoteDomain': { class: configurationDeletion, access: 'delete' },
  'New-AcceptedDomain': { access: 'write' },
  'Set-AcceptedDomain': { access: 'write' },
  ...filterCmdlets,
  ...sharingCmdlets,
  'Set-FederatedOrganizationIdentifier': { access: 'write' },
  'Set-HostedConnectionFilterPolicy': { access: 'write' },
  'New-TenantAllowBlockListItems': { class: configurationCreation, access: 'write' },
  'Set-ArcConfig': { access: 'write' },
  'Set-OrganizationConfig': { access: 'write' },
  'Set-TransportConfig': { access: 'write' },
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
