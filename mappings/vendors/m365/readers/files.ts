// Files and sharing in SharePoint and OneDrive (record types 6 and 14): fields that are derived from the moved members.
import { table } from '../../../kernel/table.ts'
import { put } from '../../../lib/put.ts'
import { textOf } from '../../microsoft/readers/values.ts'
import type { AuditDraft } from './audit-record.ts'
import { operationOf, recordType } from './record.ts'

const longestUrl = 8192
const parts = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::\d+)?([^?#]*)/i
const extension = /\.([A-Za-z0-9]{1,20})$/

export function readUrl({ document }: AuditDraft): void {
  const original = document.url?.original
  if (document.url === undefined || original === undefined || original.length > longestUrl) return
  const found = parts.exec(original)
  if (found === null) return
  const [, scheme = '', domain = '', path = ''] = found
  document.url.scheme = scheme.toLowerCase()
  document.url.domain ??= domain.toLowerCase()
  if (path !== '') document.url.path = path
  put(document.url, 'extension', extension.exec(path)?.[1])
}

function readPath({ document }: AuditDraft): void {
  const { file } = document
  if (file === undefined || file.path !== undefined || file.directory === undefined || file.name === undefined) return
  file.path = `${file.directory}/${file.name}`
}

const linkScope = /<(?:SharingLinkScope|LinkScope)>([^<]{1,100})</
const linkType = /<(?:SharingLinkType|LinkType|Type)>([^<]{1,100})</

/**
 * Operations in which a party loses access or does not get it: AnonymousLinkRemoved, SecureLinkDeleted,
 * RemovedFromSecureLink, SharingRevoked, SharingInvitationRevoked, SharingInvitationBlocked, AccessRequestDenied and others
 * (https://learn.microsoft.com/en-us/purview/audit-log-activities#sharing-and-access-request-activities).
 */
const givesNobody = /removed|deleted|revoked|blocked|denied/

/**
 * Whether the recipient is outside the organization; absent for groups, which may contain anybody
 * (https://learn.microsoft.com/en-us/purview/audit-log-sharing#the-sharepoint-sharing-schema).
 */
export const isOutsider: Readonly<Record<string, boolean>> = table({ Member: false, Guest: true, Partner: true })
const reachesOutside: Readonly<Record<string, boolean>> = table({ Anyone: true, Organization: false })

function readSharing({ record, document }: AuditDraft): void {
  const data = textOf(record.EventData)?.slice(0, longestUrl) ?? ''
  const scope = textOf(record.SharingLinkScope) ?? linkScope.exec(data)?.[1]
  const type = linkType.exec(data)?.[1]
  const kind = textOf(record.TargetUserOrGroupType)
  const sharing: NonNullable<NonNullable<typeof document.saas>['sharing']> = {}
  put(sharing, 'scope', scope)
  put(sharing, 'link_type', type)
  const operation = operationOf(record)
  const isAnonymous = scope === 'Anyone' || operation.startsWith('anonymouslink')
  if (!givesNobody.test(operation))
    put(sharing, 'external', isAnonymous || (isOutsider[kind ?? ''] ?? reachesOutside[scope ?? '']))
  if (Object.keys(sharing).length > 0) document.saas = { ...document.saas, sharing }
}

export function readFiles(draft: AuditDraft): void {
  const type = recordType(draft.record)
  if (type !== 6 && type !== 14) return
  readUrl(draft)
  readPath(draft)
  readSharing(draft)
}
