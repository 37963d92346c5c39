// The `_id` of a document: the same record gets the same id whoever delivers it and how often.
import { hash } from 'node:crypto'
import { canonicalJson, isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { toText } from '../../mappings/lib/convert.ts'
import { normalOperation } from '../../mappings/lib/operation.ts'
import type { Decoded } from '../outcome.ts'

const separator = '\0'

/** The order of multi-valued members is not stable between deliveries; in the id they are sorted. */
function sortedValues(event: JsonObject): JsonObject {
  const parameters = event.parameters
  if (!Array.isArray(parameters)) return event
  return {
    ...event,
    parameters: parameters.map((parameter) => {
      if (!isObject(parameter)) return parameter
      const sorted: JsonObject = { ...parameter }
      for (const slot of ['multiValue', 'multiIntValue', 'multiMessageValue'] as const) {
        const values = sorted[slot]
        if (Array.isArray(values)) sorted[slot] = [...values].sort(byCanonicalText)
      }
      return sorted
    }),
  }
}

function byCanonicalText(a: Json, b: Json): number {
  const left = canonicalJson(a)
  const right = canonicalJson(b)
  return left < right ? -1 : left > right ? 1 : 0
}

/** Ordinal of the event among the events of the activity that are equal to it. An agent may have split the activity already, so the plain index is no identity. */
function ordinalAmongEqual(record: JsonObject, canonicalEvent: string, ordinal: number): number {
  const events = record.events
  if (!Array.isArray(events) || events.length < 2) return 0
  let equal = 0
  for (let i = 0; i < ordinal; i++) {
    const other = events[i]
    if (isObject(other) && canonicalJson(sortedValues(other)) === canonicalEvent) equal++
  }
  return equal
}

function unifiedAuditParts(record: JsonObject): string[] {
  const id = toText(record.Id)
  if (id === undefined) return [canonicalJson(record)]
  return [
    toText(record.OrganizationId)?.toLowerCase() ?? '',
    id,
    toText(record.RecordType) ?? '',
    normalOperation(toText(record.Operation) ?? ''),
  ]
}

function activityParts(record: JsonObject, element: JsonObject, ordinal: number): string[] {
  const id = isObject(record.id) ? record.id : {}
  const event = canonicalJson(sortedValues(element))
  return [
    toText(id.customerId) ?? '',
    toText(id.applicationName) ?? '',
    toText(id.time) ?? '',
    toText(id.uniqueQualifier) ?? '',
    event,
    String(ordinalAmongEqual(record, event, ordinal)),
  ]
}

const alertMembers = ['alertId', 'customerId', 'createTime', 'startTime', 'updateTime', 'endTime'] as const

function parts(decoded: Decoded, element: JsonObject, ordinal: number): string[] {
  const { record } = decoded
  switch (decoded.kind) {
    case 'U':
      return unifiedAuditParts(record)
    case 'G':
      return activityParts(record, element, ordinal)
    case 'C':
      return alertMembers.map((member) => toText(record[member]) ?? '')
    case 'A':
    case 'S':
    case 'M':
    case 'L': {
      const tenant = toText(decoded.context?.tenantId) ?? ''
      return [tenant.toLowerCase(), toText(record.id) ?? canonicalJson(record)]
    }
    default:
      return decoded.kind satisfies never
  }
}

/** base64url SHA-256 over the dataset and the members that identify the record, joined by NUL. */
export function documentId(dataset: string, decoded: Decoded, element: JsonObject, ordinal: number): string {
  return hash('sha256', [dataset, ...parts(decoded, element, ordinal)].join(separator), 'base64url')
}
