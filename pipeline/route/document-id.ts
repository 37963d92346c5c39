// The `_id` of a document: the same record gets the same ID, regardless of the delivery and the number of deliveries.
import { hash } from 'node:crypto'
import { canonicalJson, isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { toInstant, toText } from '../../mappings/lib/convert.ts'
import { actOfPart } from '../../mappings/vendors/google-cloud/readers/entry-parts.ts'
import { recordType } from '../../mappings/vendors/m365/readers/record.ts'
import { isGuid } from '../../mappings/vendors/microsoft/readers/entity.ts'
import { normalOperation } from '../../mappings/vendors/microsoft/readers/operation.ts'
import type { Decoded, NativeKind } from '../outcome.ts'
import { canonicalEvent } from './canonical-event.ts'

const separator = '\0'

const textOf = (value: Json | undefined): string => toText(value) ?? ''

/** The ID of a record, a GUID in lower case: exports and agents write GUIDs in either case, in braces or with blanks. */
export function recordId(value: Json | undefined): string | undefined {
  const text = toText(value)
  if (text === undefined) return undefined
  const guid = text.length === 36 ? text : text.trim().replace(/^\{(.*)\}$/, '$1')
  return isGuid(guid) ? guid.toLowerCase() : text
}

function unifiedAuditIdentity(record: JsonObject): string {
  const id = recordId(record.Id)
  if (id === undefined) return canonicalJson(record)
  // Exports contain the name of the type, and agents write it as a float.
  const type = recordType(record) ?? toText(record.RecordType) ?? ''
  const operation = normalOperation(textOf(record.Operation))
  return `${(recordId(record.OrganizationId) ?? '').toLowerCase()}\0${id}\0${type}\0${operation}`
}

const noId: JsonObject = {}

/** Up to this number, IDs are compared pairwise, which costs less than a set. */
const fewIds = 10

function areDistinct(ids: readonly string[]): boolean {
  if (ids.length > fewIds) return new Set(ids).size === ids.length
  for (let i = 1; i < ids.length; i++) for (let k = 0; k < i; k++) if (ids[i] === ids[k]) return false
  return true
}

function activityIds(dataset: string, record: JsonObject, elements: readonly JsonObject[]): string[] {
  const { customerId, applicationName, time, uniqueQualifier } = isObject(record.id) ? record.id : noId
  const members = `${textOf(customerId)}\0${textOf(applicationName)}\0${textOf(time)}\0${textOf(uniqueQualifier)}`
  const activity = `${dataset}\0${members}\0`
  const ids: string[] = []
  for (const element of elements) ids.push(sha256(`${activity}${canonicalEvent(element)}\x000`))
  if (areDistinct(ids)) return ids
  // An agent may have split the activity, so an index does not identify an event. Instead, equal events are numbered.
  const seen = new Map<string, number>()
  return ids.map((first, i) => {
    const ordinal = seen.get(first) ?? 0
    seen.set(first, ordinal + 1)
    return ordinal === 0 ? first : sha256(`${activity}${canonicalEvent(elements[i] as JsonObject)}\0${ordinal}`)
  })
}

const alertMembers = ['alertId', 'customerId', 'createTime', 'startTime', 'updateTime', 'endTime'] as const

function identity(kind: Exclude<NativeKind, 'G' | 'B' | 'U'>, { record, context }: Decoded): string[] {
  switch (kind) {
    case 'C':
      return alertMembers.map((member) => toText(record[member]) ?? '')
    case 'M':
    case 'N': {
      const tenant = toText(context?.tenantId) ?? toText(record.tenantId) ?? ''
      const request = recordId(record.requestId)
      const own = request === undefined ? [] : [request, toInstant(record.timeGenerated) ?? '']
      return [tenant.toLowerCase(), ...(own.length > 0 ? own : [canonicalJson(record)])]
    }
    case 'L': {
      const entry = toText(record.insertId)
      if (entry === undefined) return [canonicalJson(record)]
      const act = actOfPart(record)
      const time = toInstant(record.timestamp) ?? toText(record.timestamp) ?? ''
      return [toText(record.logName) ?? '', time, entry, ...(act === undefined ? [] : [act])]
    }
    case 'A':
    case 'S': {
      const tenant = toText(context?.tenantId) ?? toText(record.tenantId) ?? ''
      return [tenant.toLowerCase(), recordId(record.id) ?? canonicalJson(record)]
    }
    // A changed verdict has the same ID, so the time of its update is part of the identity.
    case 'R': {
      const tenant = toText(context?.tenantId) ?? toText(record.tenantId) ?? ''
      const updated = toInstant(record.lastUpdatedDateTime) ?? toInstant(record.riskLastUpdatedDateTime) ?? ''
      return [tenant.toLowerCase(), recordId(record.id) ?? canonicalJson(record), updated]
    }
    // The same object in another snapshot is another document.
    case 'I': {
      const tenant = toText(context?.tenantId) ?? toText(record.tenantId) ?? ''
      const members = [record['@odata.type'], record.snapshotTime, record.id]
      return [tenant.toLowerCase(), ...members.map((member) => toText(member) ?? '')]
    }
    case 'D': {
      const members = [record.kind, record.snapshotTime, record.id, record.userKey ?? record.user, record.clientId]
      return [record.customerId ?? context?.customerId, ...members].map((member) => toText(member) ?? '')
    }
  }
}

function sha256(text: string): string {
  return hash('sha256', text, 'base64url')
}

/**
 * Returns the IDs of the documents of a record, one for each of its elements in their order (or for the record itself).
 * An ID is the base64url SHA-256 over the dataset and the members that identify the document, joined by NUL.
 */
export function documentIds(dataset: string, decoded: Decoded, elements: readonly JsonObject[]): string[] {
  const { kind } = decoded
  if (kind === 'G' || kind === 'B') return activityIds(dataset, decoded.record, elements)
  const own = kind === 'U' ? unifiedAuditIdentity(decoded.record) : identity(kind, decoded).join(separator)
  return [sha256(dataset + separator + own)]
}
