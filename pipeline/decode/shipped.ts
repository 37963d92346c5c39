// Documents that a shipper has already parsed and no longer has the original of. Best effort: what its pipeline lost stays
// lost (order, repeated names, dots in names), what it moved is put back where the native record has it.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { withoutZone } from './audit-data.ts'
import { takeElasticEntra } from './elastic-entra.ts'
import { takeElasticActivity } from './elastic-google.ts'
import { at, textAt } from './members.ts'
import type { Place, Walk } from './walk.ts'

type Take = (document: JsonObject, part: JsonObject, place: Place, walk: Walk) => void

/** Where the record is in the document, and what to do with it. */
const forms: Readonly<Record<string, Take>> = {
  'o365.audit': takeElasticAudit,
  // Raw before the ingest pipeline, or wrapped untouched: native names.
  o365audit: (_, part, place, walk) => walk.value(part, place),
  office365: (_, part, place, walk) => walk.value(part, place),
  'data.office365': (_, part, place, walk) => walk.value(part, place),
  'azure.auditlogs': (document, part, place, walk) => takeElasticEntra('A', 'AuditLogs', document, part, place, walk),
  'azure.signinlogs': (document, part, place, walk) => takeElasticEntra('S', 'SignInLogs', document, part, place, walk),
  google_workspace: takeElasticActivity,
  gsuite: takeElasticActivity,
}

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

/** Set where the record lacks them: the pipeline moved them out of it. */
const movedByElastic: Readonly<Record<string, readonly string[]>> = {
  CreationTime: ['@timestamp'],
  Id: ['event.id'],
  Operation: ['event.action'],
  Workload: ['event.provider'],
  OrganizationId: ['organization.id'],
  UserId: ['user.id'],
  UserAgent: ['user_agent.original'],
  OrganizationName: ['organization.name'],
  ClientProcessName: ['process.name'],
  SourceRelativeUrl: ['file.directory'],
  SourceFileName: ['file.name'],
  SourceFileExtension: ['file.extension'],
  ObjectId: ['url.original'],
  TeamName: ['group.name'],
}

/** Where a record says the address of its client; the pipeline keeps those that are none of `ClientIP`. */
const addressMembers = ['ClientIP', 'ClientIPAddress', 'ActorIpAddress']

function putBack(record: JsonObject, document: JsonObject): void {
  for (const [name, paths] of Object.entries(movedByElastic)) {
    const moved = paths.map((path) => textAt(document, path)).find((text) => text !== undefined)
    if (record[name] === undefined && moved !== undefined) record[name] = moved
  }
  const address = textAt(document, 'client.ip') ?? textAt(document, 'source.ip')
  if (address !== undefined && addressMembers.every((name) => record[name] === undefined)) record.ClientIP = address
  const server = textAt(document, 'server.domain')
  if (server !== undefined) record.OriginatingServer ??= `${server} (${textAt(document, 'server.address') ?? ''})`
  // Records of mailboxes lost their owner to the user; those of administrators never had one.
  if (record.LogonType !== undefined) record.MailboxOwnerUPN ??= at(document, 'user.email')
  // The folders of accessed mail stand under the name that Elastic gave them.
  record.Folders ??= record.ExchangeAggregatedFolders
}

/** Actions that the pipeline wrote instead of the operation. */
const operations: Readonly<Record<string, string>> = {
  'added-user-account': 'Add user.',
  'modified-user-account': 'Update user.',
  'deleted-user-account': 'Delete user.',
}

function takeElasticAudit(document: JsonObject, part: JsonObject, place: Place, walk: Walk): void {
  const record: JsonObject = { ...part }
  putBack(record, document)
  if (record.CreationTime !== undefined) record.CreationTime = withoutZone(record.CreationTime) as Json
  const operation = record.Operation
  if (typeof operation === 'string' && Object.hasOwn(operations, operation)) record.Operation = operations[operation]
  for (const name of ['ModifiedProperties', 'ExtendedProperties', 'Parameters']) {
    const object = record[name]
    if (isObject(object)) record[name] = Object.entries(object).map(([key, value]) => namedValue(name, key, value))
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
