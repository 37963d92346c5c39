// What kind of data a record type is about, and which way of access an operation is.
import type { ValueOf } from '../../../fields/document.ts'

export const kindByType: Readonly<Record<number, ValueOf<'oauth.activity.kind'>>> = {
  1: 'admin',
  2: 'mail',
  3: 'mail',
  4: 'file',
  6: 'file',
  14: 'file',
  25: 'chat',
  36: 'file',
  50: 'mail',
  54: 'file',
  55: 'file',
  56: 'file',
}

type Access = ValueOf<'oauth.activity.access'>

const operations: Readonly<Record<Access, string>> = {
  list: 'SearchQueryInitiatedExchange SearchQueryInitiatedSharePoint SearchQueryPerformed ListViewed ChatRetrieved MessagesListed',
  read: 'MailItemsAccessed AttachmentAccess MessageBind FileAccessed FileAccessedExtended FileDownloaded FilePreviewed FileVisited PageViewed PageViewedExtended MessageRead MessagesExported',
  sync: 'FileSyncDownloadedFull FileSyncDownloadedPartial',
  export: 'FileDownloadedFromBrowser ExportAllMessages',
  send: 'Send SendAs SendOnBehalf MessageSent MessageCreatedHasLink',
  write:
    'Create Update Copy Move UpdateInboxRules UpdateFolder FileModified FileModifiedExtended FileMoved FileRenamed FileRestored FileUploaded FileCopied FileCheckedIn FileCheckedOut FileSyncUploadedFull FolderCreated FolderModified FolderCopied FolderMoved FolderRenamed FolderRestored ListItemCreated ListItemUpdated MessageUpdated',
  delete:
    'MoveToDeletedItems SoftDelete HardDelete FileDeleted FileRecycled FolderDeleted FolderRecycled FileDeletedFirstStageRecycleBin FileDeletedSecondStageRecycleBin FileVersionsAllDeleted ListItemDeleted MessageDeleted',
  permission:
    'AddFolderPermissions ModifyFolderPermissions RemoveFolderPermissions SharingSet SharingInvitationCreated AnonymousLinkCreated AnonymousLinkUpdated SecureLinkCreated AddedToSecureLink CompanyLinkCreated SharingInheritanceBroken AddedToGroup RemovedFromGroup SiteCollectionAdminAdded SiteCollectionAdminRemoved Add-MailboxPermission Add-RecipientPermission Add-MailboxFolderPermission',
}

/** Operation in normal form → way of access. */
export const accessByOperation: ReadonlyMap<string, Access> = new Map(
  Object.entries(operations).flatMap(([access, names]) =>
    names.split(' ').map((name) => [name.toLowerCase(), access as Access] as const),
  ),
)
