// Unified audit records and the exports that hold them in an AuditData column.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { table } from '../../mappings/kernel/table.ts'
import { recordTypeNumber } from '../../mappings/vendors/m365/readers/record-types.ts'
import { userTypes } from '../../mappings/vendors/m365/readers/user-types.ts'
import { isAuditText } from '../framing/audit-text.ts'
import { parseColumn, renamed } from './members.ts'
import { isLost, nestedMembers, withObjects } from './power-shell.ts'
import type { Place, Walk } from './walk.ts'

/** Names for which an initial capital letter is not enough. */
const abbreviated: ReadonlyMap<string, string> = new Map(
  [
    ...['ClientIP', 'ClientIPAddress', 'ActorIpAddress', 'UPN', 'MailboxOwnerUPN', 'RecipientUPN', 'SenderIP'],
    ...['AADSessionId', 'APIId', 'LogonUserSid', 'P1Sender', 'P2Sender'],
  ].map((name) => [name.toLowerCase(), name]),
)

/** Lists of `{ID, Type}`. */
const identityLists: ReadonlySet<string> = new Set(['Actor', 'Target'])

function vendorName(name: string, within: string): string {
  if (name === 'id' && identityLists.has(within)) return 'ID'
  return abbreviated.get(name.toLowerCase()) ?? name.charAt(0).toUpperCase() + name.slice(1)
}

/** Returns a copy with the vendor's names. If two members map to one name, the member with the vendor's name wins. */
function inVendorNames(record: JsonObject, within = '', depth = 0): JsonObject {
  const out: JsonObject = {}
  const renamed: [string, Json][] = []
  for (const [name, value] of Object.entries(record)) {
    const target = /^[a-z]/.test(name) ? vendorName(name, within) : name
    const member = depth < 16 ? inside(value as Json, target, depth) : (value as Json)
    if (target === name) out[name] = member
    else renamed.push([target, member])
  }
  for (const [name, value] of renamed) out[name] ??= value
  return out
}

function inside(value: Json, name: string, depth: number): Json {
  if (Array.isArray(value)) return value.map((element) => inside(element, name, depth + 1))
  return isObject(value) ? inVendorNames(value, name, depth + 1) : value
}

/** Returns the time in the record's own form, without the zone (and zeros) that a wrapper appended. */
export function withoutZone(time: Json | undefined): Json | undefined {
  return typeof time === 'string' ? time.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.0+)?Z$/, '$1') : time
}

export function takeNativeAudit(record: JsonObject, place: Place, walk: Walk): void {
  // In a Defender row, the time of the record has seven fractional digits and a zone.
  if (place.context?.ActionType !== undefined && record.CreationTime !== undefined) {
    record.CreationTime = withoutZone(record.CreationTime) as Json
  }
  const { Operation: operation } = record
  // Some log shippers wrap each text in a list.
  if (Array.isArray(operation) && operation.length === 1) record.Operation = operation[0] as Json
  walk.emit('U', withObjects(withNested(record)), place)
}

export function takeLowerCamelAudit(record: JsonObject, place: Place, walk: Walk): void {
  takeNativeAudit(inVendorNames(record), place, walk)
}

function withNested(record: JsonObject): JsonObject {
  let whole: JsonObject | undefined
  // Iterates over the members, because looking up each name costs four times as much.
  for (const name in record) {
    const text = record[name]
    if (typeof text !== 'string' || (text[0] !== '[' && text[0] !== '{') || !nestedMembers.has(name)) continue
    whole ??= { ...record }
    whole[name] = parseColumn(text) as Json
  }
  return whole ?? record
}

/**
 * Takes rows of Search-UnifiedAuditLog, Purview and collectors: AuditData contains the record, as text or already
 * parsed. If a user merged two tables, another column or a second column may contain the record.
 */
export function takeAuditDataRow(row: JsonObject, place: Place, walk: Walk): void {
  const data = row.AuditData
  const others = auditColumnsOf(row).filter((name) => row[name] !== data)
  const inner = walk.inside(place, '.AuditData')
  if (typeof data === 'string' && data.trim() !== '') {
    if (isLost(data)) walk.failLossy('AuditData', data, inner)
    else walk.text(data, inner)
  } else if ((isObject(data) || Array.isArray(data)) && Object.keys(data).length > 0) walk.value(data, inner)
  else if (others.length === 0 && data === undefined && isRecord(row))
    walk.fail('time_missing', 'the record has CreationDate instead of CreationTime', row, place)
  else if (others.length === 0) walk.fail('audit_data_empty', 'the row has no AuditData', row, place)
  takeColumns(others, row, place, walk)
}

/** True for a record whose time has the name of a column: an export row has these members only within AuditData. */
const isRecord = ({ OrganizationId, Workload }: JsonObject): boolean =>
  OrganizationId !== undefined && Workload !== undefined

const longestColumn = 80

function auditColumnsOf(row: JsonObject): string[] {
  return Object.keys(row).filter((name) => isAuditText(row[name]))
}

/** True for an audit export row with a renamed column: portals translate the header, and users rename columns. */
export function isTranslatedRow(row: JsonObject): boolean {
  return row.CreationTime === undefined && auditColumnsOf(row).length > 0
}

export function takeTranslatedRow(row: JsonObject, place: Place, walk: Walk): void {
  takeColumns(auditColumnsOf(row), row, place, walk)
}

function takeColumns(names: readonly string[], row: JsonObject, place: Place, walk: Walk): void {
  for (const name of names) walk.text(row[name] as string, walk.inside(place, `.${name.slice(0, longestColumn)}`))
}

/** Members of the record that the wrapper of an audit search record also contains, with the wrapper's names. */
const fromWrapper: Readonly<Record<string, string>> = table({
  CreationTime: 'createdDateTime',
  Id: 'id',
  Operation: 'operation',
  OrganizationId: 'organizationId',
  RecordType: 'auditLogRecordType',
  Workload: 'service',
  UserId: 'userPrincipalName',
  // Swapped names: the wrapper's userId is the record's UserKey, and its userPrincipalName is the record's UserId.
  UserKey: 'userId',
  UserType: 'userType',
  ObjectId: 'objectId',
  ClientIP: 'clientIp',
})

export function takeAuditSearchRecord(wrapper: JsonObject, place: Place, walk: Walk): void {
  const data = parseColumn(wrapper.auditData)
  const inner = walk.inside(place, '.auditData')
  if (!isObject(data)) {
    walk.fail('audit_data_lossy', 'auditData is text that holds no JSON object', wrapper, place)
    return
  }
  const record = withoutTypeNotes(data, 0) as JsonObject
  for (const [name, source] of Object.entries(fromWrapper)) {
    const known = record[name]
    const value = wrapper[source]
    if ((known === undefined || known === null) && value !== undefined && value !== null)
      record[name] = inNumbers(name, value)
  }
  if (record.CreationTime !== undefined) record.CreationTime = withoutZone(record.CreationTime) as Json
  walk.emit('U', record, inner)
}

/** Converts the wrapper's API names into the record's numbers. */
function inNumbers(name: string, value: Json): Json {
  if (name === 'UserType') return numbered(value, userTypes)
  if (name === 'RecordType' && typeof value === 'string') return recordTypeNumber(value) ?? value
  return value
}

/** Removes the type annotations: every non-string member has a sibling `<name>@odata.type`. */
function withoutTypeNotes(value: Json, depth: number): Json {
  // Text that nests deeper was refused earlier. This check is for values that arrive already parsed.
  if (depth > 256) return value
  if (Array.isArray(value)) return value.map((element) => withoutTypeNotes(element, depth + 1))
  if (!isObject(value)) return value
  const out: JsonObject = {}
  for (const [name, member] of Object.entries(value)) {
    if (name.includes('@odata') || name === '__proto__' || member === undefined) continue
    out[name] = withoutTypeNotes(member, depth + 1)
  }
  return out
}

/** Columns of the OfficeActivity table whose names differ from the names of their members. */
const officeColumns: Readonly<Record<string, string | undefined>> = table({
  OfficeWorkload: 'Workload',
  OfficeId: 'Id',
  SourceRecordId: 'Id',
  OfficeObjectId: 'ObjectId',
  TimeGenerated: 'CreationTime',
  Client_IPAddress: 'ClientIPAddress',
  Logon_Type: 'LogonType',
  Site_: 'Site',
  Site_Url: 'SiteUrl',
  Source_Name: 'SourceName',
  Event_Data: 'EventData',
  Start_Time: 'StartTime',
  TenantId: undefined,
  Type: undefined,
  SourceSystem: undefined,
  OfficeTenantId: undefined,
  ElevationTime: undefined,
})

const jsonColumns: ReadonlySet<string> = new Set([
  ...['Parameters', 'Folders', 'Folder', 'OperationProperties', 'ModifiedProperties', 'ExtendedProperties', 'Members'],
  ...['AffectedItems', 'Item', 'DestFolder', 'AppAccessContext', 'Actor', 'Target', 'Attendees', 'AdditionalInfo'],
])

/** Numbers that the table holds as text. */
const numberColumns: ReadonlySet<string> = new Set(['RecordType', 'InternalLogonType', 'OperationCount', 'AddOnType'])

const logonTypes = ['Owner', 'Admin', 'Delegated', 'Transport', 'SystemService', 'BestAccess', 'DelegatedAdmin']

/** Returns the number for a name that the table shows instead. Converts digits to a number; keeps other values. */
function numbered(value: Json, names: readonly string[]): Json {
  if (typeof value !== 'string') return value
  if (/^\d{1,6}$/.test(value)) return Number(value)
  const index = names.findIndex((name) => name.toLowerCase() === value.toLowerCase())
  return index === -1 ? value : index
}

/** The Log Analytics table OfficeActivity: unified audit records, flattened. */
export function takeOfficeActivity(row: JsonObject, place: Place, walk: Walk): void {
  const nameOf = (name: string): string | undefined => {
    if (name in officeColumns) return officeColumns[name]
    // The ingestion writes some columns twice, the second time with an underscore.
    return name.endsWith('_') && name.slice(0, -1) in row ? undefined : name
  }
  const record = renamed(row, nameOf, (value, name) => {
    if (jsonColumns.has(name)) return parseColumn(value)
    if (name === 'TimeGenerated') return withoutZone(value)
    if (numberColumns.has(name)) return numbered(value, [])
    if (name === 'UserType') return numbered(value, userTypes)
    if (name === 'Logon_Type') return numbered(value, logonTypes)
    return value
  })
  walk.emit('U', record, place)
}
