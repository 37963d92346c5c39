// Documents that a shipper has already parsed, without the original. Best effort: the pipeline's losses remain (order,
// repeated names, dots in names). Moved values are restored to their place in the native record.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { table } from '../../mappings/kernel/table.ts'
import { toAttachmentText } from '../../mappings/vendors/m365/readers/mail.ts'
import { recordType } from '../../mappings/vendors/m365/readers/record.ts'
import { withoutZone } from './audit-data.ts'
import { takeElasticEntra } from './elastic-entra.ts'
import { takeElasticActivity } from './elastic-google.ts'
import { at, textAt } from './members.ts'
import type { Place, Walk } from './walk.ts'

type Take = (document: JsonObject, part: JsonObject, place: Place, walk: Walk) => void

/** The location of the record in a document, and the function that takes it. */
const forms: Readonly<Record<string, Take>> = table({
  'o365.audit': takeElasticAudit,
  // A raw record before the ingest pipeline, or wrapped without changes: native names.
  o365audit: (_, part, place, walk) => walk.value(part, place),
  office365: (_, part, place, walk) => walk.value(part, place),
  'data.office365': (_, part, place, walk) => walk.value(part, place),
  'azure.auditlogs': (document, part, place, walk) => takeElasticEntra('A', 'AuditLogs', document, part, place, walk),
  'azure.signinlogs': (document, part, place, walk) => takeElasticEntra('S', 'SignInLogs', document, part, place, walk),
  'azure.identityprotection': (document, part, place, walk) =>
    takeElasticEntra('R', 'UserRiskEvents', document, part, place, walk),
  google_workspace: takeElasticActivity,
  gsuite: takeElasticActivity,
})

function formOf(document: JsonObject): [string, JsonObject] | undefined {
  for (const path of Object.keys(forms)) {
    const part = at(document, path)
    if (isObject(part)) return [path, part]
  }
  return undefined
}

export function isShipped(document: JsonObject): boolean {
  return formOf(document) !== undefined
}

export function takeShipped(document: JsonObject, place: Place, walk: Walk): void {
  const [path, part] = formOf(document) ?? ['', document]
  forms[path]?.(document, part, walk.inside(place, `.${path}`), walk)
}

type Moved = Readonly<Record<string, string>>

/** Paths to which the pipeline moved values of a record. Restored if the record lacks them. */
const movedByElastic: Moved = {
  CreationTime: '@timestamp',
  Id: 'event.id',
  Operation: 'event.action',
  Workload: 'event.provider',
  OrganizationId: 'organization.id',
  UserId: 'user.id',
  // This product's documents store only one of two equal members.
  UserKey: 'o365.audit.UserId',
  UserAgent: 'user_agent.original',
}

const filesMoved: Moved = {
  SourceRelativeUrl: 'file.directory',
  SourceFileName: 'file.name',
  SourceFileExtension: 'file.extension',
  ObjectId: 'url.original',
}
const lossPreventionMoved: Moved = {
  'SharePointMetaData.FileName': 'file.name',
  'SharePointMetaData.FilePathUrl': 'url.original',
  'SharePointMetaData.UniqueID': 'file.inode',
  'SharePointMetaData.FileOwner': 'file.owner',
  'ExchangeMetaData.From': 'source.user.email',
}

const movedByType: Readonly<Record<number, Moved>> = {
  1: { OrganizationName: 'organization.name' },
  2: {
    OrganizationName: 'organization.name',
    MailboxOwnerUPN: 'user.email',
    LogonUserDisplayName: 'user.full_name',
    ClientProcessName: 'process.name',
  },
  6: filesMoved,
  11: lossPreventionMoved,
  13: lossPreventionMoved,
  14: filesMoved,
  15: { UserKey: 'oauth.account.id' },
  22: {
    ActorUserId: 'user.email',
    FileId: 'file.inode',
    FileName: 'file.name',
    GroupName: 'group.name',
    TargetUserId: 'destination.user.email',
    TargetYammerUserId: 'destination.user.id',
  },
  25: { TeamName: 'group.name' },
  40: {
    Name: 'rule.name',
    PolicyId: 'rule.id',
    Category: 'rule.category',
    EntityType: 'rule.ruleset',
    AlertEntityId: 'rule.description',
  },
  // Elastic's names for the folders and messages of accessed mail.
  50: { Folders: 'o365.audit.ExchangeAggregatedFolders', Messages: 'o365.audit.ExchangeAggregatedMessages' },
}

/** Locations of the client address in a record; the pipeline keeps those that differ from `ClientIP`. */
const addressMembers = ['ClientIP', 'ClientIPAddress', 'ActorIpAddress']

function putBackMoved(record: JsonObject, document: JsonObject, moved: Moved): void {
  for (const [name, path] of Object.entries(moved)) {
    const found = at(document, path)
    // Some fields, such as rule.id, contain a list for a single value.
    const value = Array.isArray(found) && found.length === 1 && !isObject(found[0]) ? found[0] : found
    if (value === undefined || value === null) continue
    const [member = '', inner] = name.split('.')
    if (inner === undefined) record[member] ??= value
    else if (isObject(record[member])) record[member] = { [inner]: value, ...record[member] }
  }
}

function putBackAlert(record: JsonObject, document: JsonObject): void {
  const links = at(document, 'rule.reference')
  if (record.AlertLinks === undefined && links !== undefined) {
    record.AlertLinks = [links].flat().map((link) => ({ AlertLinkHref: link }))
  }
}

function putBackAttachments(record: JsonObject, document: JsonObject): void {
  const { Item: item, AffectedItems, AttachmentData } = record
  const attachments = at(document, 'email.attachments')
  if (!isObject(item) || !Array.isArray(attachments) || (AffectedItems ?? AttachmentData) !== undefined) return
  record.Item = { Attachments: toAttachmentText(attachments.filter(isObject)), ...item }
}

/** Restores the IDs of the actor that this product's documents omit. */
function putBackActor(record: JsonObject): void {
  if (!Array.isArray(record.Actor)) return
  const { UserId = null, UserKey = null } = record
  record.Actor = record.Actor.map((entry) =>
    isObject(entry) ? { ID: entry.Type === 5 ? UserId : UserKey, ...entry } : entry,
  )
}

function putBack(record: JsonObject, document: JsonObject): void {
  const type = recordType(record)
  putBackAttachments(record, document)
  if (type !== undefined) putBackMoved(record, document, movedByType[type] ?? {})
  putBackMoved(record, document, movedByElastic)
  putBackActor(record)
  if (type === 40) putBackAlert(record, document)
  const correlated = at(record, 'ExtendedProperties.correlationId') !== undefined
  if ((type === 8 || type === 15) && !correlated)
    record.InterSystemsId ??= at(document, 'trace.id') ?? at(document, 'oauth.act.bundle') ?? null
  const address = textAt(document, 'client.ip') ?? textAt(document, 'source.ip')
  if (address !== undefined && addressMembers.every((name) => record[name] === undefined)) record.ClientIP = address
  const server = textAt(document, 'server.domain')
  if (server !== undefined) record.OriginatingServer ??= `${server} (${textAt(document, 'server.address') ?? ''})`
  if (isObject(record.Data) && isObject(record.Data.flattened)) record.Data = record.Data.flattened
}

/** Actions that the pipeline wrote instead of the operation. */
const operations: Readonly<Record<string, string>> = table({
  'added-user-account': 'Add user.',
  'modified-user-account': 'Update user.',
  'deleted-user-account': 'Delete user.',
  'added-group-account-to': 'TeamCreated',
  'added-users-to-group': 'MemberAdded',
})

function takeElasticAudit(document: JsonObject, part: JsonObject, place: Place, walk: Walk): void {
  const record: JsonObject = { ...part }
  putBack(record, document)
  if (record.CreationTime !== undefined) record.CreationTime = withoutZone(record.CreationTime) as Json
  const operation = record.Operation
  if (typeof operation === 'string' && Object.hasOwn(operations, operation)) record.Operation = operations[operation]
  for (const name of ['ModifiedProperties', 'ExtendedProperties', 'Parameters']) {
    // In this product's documents, names outside the catalog are in the sibling object.
    const { [name]: known, [`${name}Other`]: others } = record
    if (!isObject(known) && !isObject(others)) continue
    const members = Object.entries({ ...(isObject(others) && others), ...(isObject(known) && known) })
    record[name] = members.map(([key, value]) => namedValue(name, key, value))
    delete record[`${name}Other`]
  }
  if (record.Operation === undefined) walk.fail(place.otherwise, 'no operation in the document', document, place)
  else walk.emit('U', record, place)
}

function namedValue(list: string, key: string, value: Json | undefined): JsonObject {
  if (list === 'ModifiedProperties') {
    const sides = isObject(value) ? value : { NewValue: value }
    return { Name: key.replaceAll('_', '.'), NewValue: sides.NewValue ?? '', OldValue: sides.OldValue ?? '' }
  }
  return { Name: key, Value: isObject(value) ? JSON.stringify(value) : (value ?? '') }
}
