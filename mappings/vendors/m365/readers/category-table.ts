// Which event.category and event.type an operation adds to `web` and `info`. The keys are operations in normal form.
import type { ValueOf } from '../../../fields/document.ts'

export interface Addition {
  readonly category?: ValueOf<'event.category'>
  readonly type?: ValueOf<'event.type'>
  readonly kind?: ValueOf<'event.kind'>
  /** event.action in place of the operation. */
  readonly action?: string
}

type Table = Readonly<Record<string, Addition>>

const fileAccess: Addition = { category: ['file'], type: ['access'] }
const fileChange: Addition = { category: ['file'], type: ['change'] }
const fileDeletion: Addition = { category: ['file'], type: ['deletion'] }
const fileCreation: Addition = { category: ['file'], type: ['creation'] }
const configurationChange: Addition = { category: ['configuration'], type: ['change'] }
const configurationCreation: Addition = { category: ['configuration'], type: ['creation'] }
const configurationDeletion: Addition = { category: ['configuration'], type: ['deletion'] }
const sharingChange: Addition = { category: ['file', 'iam'], type: ['change'] }
const iamChange: Addition = { category: ['iam'], type: ['change'] }
const iamCreation: Addition = { category: ['iam'], type: ['creation'] }
const iamDeletion: Addition = { category: ['iam'], type: ['deletion'] }
const roleChange: Addition = { category: ['iam'], type: ['admin', 'user', 'change'] }
const membership: Addition = { category: ['iam'], type: ['group', 'user', 'change'] }
const userChange: Addition = { category: ['iam'], type: ['user', 'change'] }
const groupChange: Addition = { category: ['iam'], type: ['group', 'change'] }
const groupCreation: Addition = { category: ['iam'], type: ['group', 'creation'] }
const groupDeletion: Addition = { category: ['iam'], type: ['group', 'deletion'] }
const adminChange: Addition = { category: ['iam'], type: ['admin', 'change'] }
const mail: Addition = { category: ['email'] }

function each(addition: Addition, operations: string): Table {
  return Object.fromEntries(operations.split('|').map((operation) => [operation.trim().toLowerCase(), addition]))
}

/** By record type alone. */
export const additionsByType: Readonly<Record<number, Addition>> = {
  2: mail,
  11: { ...fileAccess, kind: 'alert' },
  13: { ...fileAccess, kind: 'alert' },
  15: { category: ['authentication'], type: ['start', 'access'] },
  28: mail,
  40: { kind: 'alert' },
  50: { category: ['email'], type: ['access'] },
  65: mail,
  261: { type: ['access'] },
  284: { type: ['access'] },
}

/** By operation, whatever the record type. */
export const additionsByOperation: Table = {
  ...each(fileAccess, 'FileAccessed|FileDownloaded'),
  ...each(fileChange, 'FileModified|FileMoved|FileRenamed|FileRestored'),
  ...each(fileChange, 'FolderModified|FolderMoved|FolderRenamed|FolderRestored'),
  ...each(fileDeletion, 'FileDeleted|FolderDeleted'),
  ...each(fileCreation, 'FileUploaded|FolderCopied|FolderCreated'),
  ...each(configurationChange, 'ComplianceSettingChanged|SharingPolicyChanged|NetworkAccessPolicyChanged'),
  ...each(configurationCreation, 'SiteCollectionCreated'),
  ...each(fileCreation, 'FileCopied'),
  ...each(fileChange, 'FileSyncUploadedFull|FileCheckedIn|FileModifiedExtended|FileCheckedOut|FileVersionsAllDeleted'),
  ...each(
    fileAccess,
    'FilePreviewed|FileAccessedExtended|FileSyncDownloadedFull|FileSyncDownloadedPartial|FileVisited',
  ),
  ...each(fileAccess, 'AnonymousLinkUsed|SecureLinkUsed|CompanyLinkUsed'),
  ...each(fileDeletion, 'FileRecycled|FolderRecycled'),
  ...each(fileDeletion, 'FileDeletedFirstStageRecycleBin|FileDeletedSecondStageRecycleBin'),
  ...each({ category: ['file', 'malware'] }, 'FileMalwareDetected'),
  ...each(sharingChange, 'SharingSet|SharingInvitationCreated|AnonymousLinkCreated|AnonymousLinkUpdated'),
  ...each(sharingChange, 'SecureLinkCreated|AddedToSecureLink|CompanyLinkCreated|SharingInheritanceBroken'),
  ...each(groupChange, 'AddedToGroup|RemovedFromGroup'),
  ...each(adminChange, 'SiteCollectionAdminAdded|SiteCollectionAdminRemoved'),
  ...each({ category: ['email', 'configuration'], type: ['change'] }, 'UpdateInboxRules'),
  ...each(iamChange, 'AddFolderPermissions|ModifyFolderPermissions|RemoveFolderPermissions'),
}

const mailItems = each(mail, 'Send|SendAs|SendOnBehalf|Create|Update|Move|MoveToDeletedItems|SoftDelete|HardDelete')

const directory: Table = {
  'add user': { category: ['iam'], type: ['user', 'creation'], action: 'added-user-account' },
  'update user': { category: ['iam'], type: ['user', 'change'], action: 'modified-user-account' },
  'delete user': { category: ['iam'], type: ['user', 'deletion'], action: 'deleted-user-account' },
  ...each(roleChange, 'Add member to role|Remove member from role|Add eligible member to role'),
  ...each(roleChange, 'Remove eligible member from role|Add scoped member to role|Remove scoped member from role'),
  ...each(roleChange, 'Add member to role completed (PIM activation)|Add member to role in PIM completed (permanent)'),
  ...each(roleChange, 'Add eligible member to role in PIM completed (permanent)'),
  ...each(membership, 'Add member to group|Remove member from group|Add owner to group'),
  'add group': groupCreation,
  'update group': groupChange,
  'delete group': groupDeletion,
  ...each(userChange, 'Reset user password|Change user password|Change user license|Disable account|Enable account'),
  ...each(userChange, 'Update StsRefreshTokenValidFrom Timestamp|Disable Strong Authentication'),
  ...each(userChange, 'User registered security info|Delete application password for user'),
  ...each(iamChange, 'Consent to application|Add delegated permission grant|Add OAuth2PermissionGrant'),
  ...each(iamChange, 'Add app role assignment to service principal|Add app role assignment grant to user'),
  ...each(iamChange, 'Add app role assignment to group'),
  ...each(iamDeletion, 'Remove OAuth2PermissionGrant|Remove delegated permission grant'),
  ...each(iamDeletion, 'Remove app role assignment from service principal'),
  ...each(iamCreation, 'Add application|Add service principal'),
  ...each(iamDeletion, 'Delete application|Hard Delete application|Remove service principal'),
  ...each(iamDeletion, 'Hard Delete service principal|Remove app role assignment from user'),
  ...each(iamDeletion, 'Remove app role assignment grant from user|Remove app role assignment from group'),
  ...each(iamChange, 'Update application|Update service principal|Update application with safe rollout'),
  ...each(iamChange, 'Restore application|Restore service principal|Restore consent|Update external secrets'),
  ...each(iamChange, 'Set verified publisher|Unset verified publisher'),
  ...each(iamChange, 'Enable service principal|Disable service principal|Add app role assignment to user'),
  ...each(iamChange, 'Add service principal credentials|Remove service principal credentials'),
  ...each(iamChange, 'Update application - Certificates and secrets management'),
  ...each(iamChange, 'Add owner to application|Add owner to service principal'),
  ...each(iamChange, 'Remove owner from application|Remove owner from service principal'),
  ...each(configurationChange, 'Set domain authentication|Set federation settings on domain|Verify domain'),
  ...each(configurationChange, 'Update conditional access policy|Set Company Information|Update authorization policy'),
  ...each(configurationChange, 'Update policy|Add policy to service principal|Set directory feature on tenant'),
  ...each(configurationCreation, 'Add unverified domain|Add conditional access policy|Add policy'),
  ...each(configurationDeletion, 'Delete conditional access policy|Delete policy'),
  ...each(iamCreation, 'Add device'),
  ...each(iamDeletion, 'Delete device'),
  ...each(iamChange, 'Update device|Add registered owner to device|Add registered users to device'),
}

const yammer: Table = {
  ...each(configurationChange, 'NetworkConfigurationUpdated|SoftDeleteSettingsUpdated'),
  ...each(configurationChange, 'ProcessProfileFields|SupervisorAdminToggled'),
  networksecurityconfigurationupdated: { category: ['configuration', 'iam'], type: ['change', 'admin'] },
  ...each(fileCreation, 'FileCreated|FileUpdateName'),
  ...each(fileAccess, 'FileDownloaded|FileShared|FileUpdateDescription|FileVisited'),
  groupcreation: groupCreation,
  groupdeletion: groupDeletion,
  ...each({ category: ['iam'] }, 'NetworkUserSuspended|UserSuspension'),
}

const teams: Table = {
  teamcreated: { ...groupCreation, action: 'added-group-account-to' },
  memberadded: { ...groupChange, action: 'added-users-to-group' },
  'delete user': { category: ['iam'], type: ['user', 'deletion'], action: 'deleted-user-account' },
  ...each(groupChange, 'MemberRemoved|MemberRoleChanged'),
  teamdeleted: groupDeletion,
  ...each(configurationChange, 'TeamsTenantSettingChanged|TeamSettingChanged'),
  ...each(configurationCreation, 'ChannelAdded|AppInstalled|BotAddedToTeam'),
  ...each(configurationDeletion, 'ChannelDeleted|AppUninstalled'),
  teamssessionstarted: { category: ['session'], type: ['start'] },
}

/** By record type and operation. */
export const additionsByTypeAndOperation: Readonly<Record<number, Table>> = {
  2: mailItems,
  3: mailItems,
  8: directory,
  22: yammer,
  25: teams,
}

/** Exchange cmdlets that change who may do what. */
export const permissionCmdlets: Table = {
  ...each(iamChange, 'Add-MailboxPermission|Add-RecipientPermission|Add-MailboxFolderPermission'),
  ...each(iamChange, 'Set-MailboxFolderPermission|Remove-MailboxPermission|Remove-RecipientPermission'),
  ...each(adminChange, 'New-ManagementRoleAssignment|Add-RoleGroupMember|Update-RoleGroupMember'),
  ...each(adminChange, 'Remove-RoleGroupMember|New-RoleGroup'),
}

const additionsByVerb: Table = {
  new: configurationCreation,
  set: configurationChange,
  enable: configurationChange,
  disable: configurationChange,
  update: configurationChange,
  remove: configurationDeletion,
}

/** For these verbs only cmdlets with one of these ends configure something. */
const nounsByVerb: Readonly<Record<string, readonly string[]>> = {
  new: ['rule', 'policy', '-accepteddomain', '-federationtrust'],
  remove: ['rule', 'policy', '-accepteddomain', '-federateddomain'],
}

function ownAddition(table: Table, name: string): readonly Addition[] {
  const addition = Object.hasOwn(table, name) ? table[name] : undefined
  return addition === undefined ? [] : [addition]
}

/** Additions of an Exchange cmdlet by its name and by its verb and noun. */
export function cmdletAdditions(operation: string): readonly Addition[] {
  const dash = operation.indexOf('-')
  const verb = dash > 0 ? operation.slice(0, dash) : ''
  const nouns = Object.hasOwn(nounsByVerb, verb) ? nounsByVerb[verb] : undefined
  const isOfVerb = nouns === undefined || nouns.some((noun) => operation.endsWith(noun))
  return [
    ...(operation.endsWith('-inboxrule') ? [mail] : []),
    ...ownAddition(permissionCmdlets, operation),
    ...(isOfVerb ? ownAddition(additionsByVerb, verb) : []),
  ]
}

/** Flows, apps, connectors, their policies and their administration. */
export const powerPlatformTypes: ReadonlySet<number> = new Set([30, 45, 46, 79, 187, 256])

/** Microsoft spells the operations of this platform in several ways; the verb and the thing decide. */
const platformVerbs: readonly (readonly [RegExp, Addition])[] = [
  [/permission|share|role/, iamChange],
  [/^(?:admin)?(?:delete|remove)/, configurationDeletion],
  [/^(?:admin)?(?:create|import|new)/, configurationCreation],
  [/^(?:admin)?(?:put|edit|update|set|publish|enable|disable)/, configurationChange],
  [/^launch/, { type: ['access'] }],
]

export function powerPlatformAddition(operation: string): Addition | undefined {
  return platformVerbs.find(([pattern]) => pattern.test(operation))?.[1]
}

/** Category of an alert by the alert policy's category; any other is about signing in. */
export const alertCategories: Readonly<Record<string, ValueOf<'event.category'>>> = {
  accessgovernance: ['authentication'],
  datagovernance: ['file'],
  datalossprevention: ['file'],
  threatmanagement: ['malware'],
}
