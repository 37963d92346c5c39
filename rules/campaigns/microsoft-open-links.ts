// Links for anyone to files of SharePoint, visitors without a name, and the settings of a library.
import { addChanged, type Log } from './microsoft-tenant.ts'
import { type FileUse, file } from './microsoft-workloads.ts'

/** A link to the file that works for anyone. */
export const openLink = (log: Log, at: number, use: FileUse): string =>
  addChanged(
    log,
    at,
    (side) => file(side, at, { ...use, operation: 'AnonymousLinkCreated' }),
    ({ FileSizeBytes: _size, HighPriorityMediaProcessing: _media, ...record }) => ({
      ...record,
      RecordType: 14,
      EventData: '<Type>View</Type>',
      UniqueSharingId: log.random.uuid(),
      TargetUserOrGroupName: `SharingLinks.${log.random.uuid()}.AnonymousView.${log.random.uuid()}`,
      TargetUserOrGroupType: 'SharePointGroup',
    }),
  )

export interface Visit {
  readonly use: FileUse
  /** The visitor as SharePoint names it: 64 hexadecimal digits. */
  readonly visitor: string
}

/** A visitor without a name. */
export const visitor = (log: Log): string =>
  `${log.random.uuid()}${log.random.uuid()}`.replaceAll('-', '').padEnd(64, '0')

/** A visitor opens the link and downloads the file. Returns the ids of both records. */
export const openVisit = (log: Log, at: number, visit: Visit): readonly string[] =>
  (['AnonymousLinkUsed', 'FileDownloaded'] as const).map((operation, i) =>
    addChanged(
      log,
      at + i * 2000,
      (side) => file(side, at + i * 2000, { ...visit.use, operation }),
      ({ ApplicationId: _id, ApplicationDisplayName: _name, AuthenticationType: _type, ...record }) => ({
        ...record,
        RecordType: operation === 'FileDownloaded' ? 6 : 14,
        UserId: `urn:spo:anon#${visit.visitor}`,
        UserKey: `urn:spo:anon#${visit.visitor}`,
        AppAccessContext: { CorrelationId: log.random.uuid() },
      }),
    ),
  )

/** The settings of a library change, for example how many versions of a file it keeps. */
export const librarySettings = (log: Log, at: number, use: FileUse): string =>
  addChanged(
    log,
    at,
    (side) => file(side, at, { ...use, operation: 'ListUpdated' }),
    ({ SourceFileExtension: _extension, SourceFileName: _name, FileSizeBytes: _size, ...record }) => ({
      ...record,
      RecordType: 36,
      ItemType: 'List',
      ObjectId: `${record.SiteUrl}Shared Documents`,
      ListTitle: 'Documents',
    }),
  )
