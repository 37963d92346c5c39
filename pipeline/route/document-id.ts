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

function activityParts(record: JsonObject, elements: readonly JsonObject[]): string[][] {
  const id = isObject(record.id) ? record.id : {}
  const activity = [id.customerId, id.applicationName, id.time, id.uniqueQualifier].map((part) => toText(part) ?? '')
  // An agent may have split the activity already, so the plain index is no identity: equal events are counted instead.
  const seen = new Map<string, number>()
  return elements.map((element) => {
    const event = canonicalJson(sortedValues(element))
    const ordinal = seen.get(event) ?? 0
    seen.set(event, ordinal + 1)
    return [...activity, event, String(ordinal)]
  })
}

const alertMembers = ['alertId', 'customerId', 'createTime', 'startTime', 'updateTime', 'endTime'] as const

function parts(decoded: Decoded, elements: readonly JsonObject[]): string[][] {
  const { record } = decoded
  switch (decoded.kind) {
    case 'U':
      return [unifiedAuditParts(record)]
    case 'G':
      return activityParts(record, elements)
    case 'C':
      return [alertMembers.map((member) => toText(record[member]) ?? '')]
    case 'A':
    case 'S':
    case 'M':
    case 'L': {
      const tenant = toText(decoded.context?.tenantId) ?? ''
      return [[tenant.toLowerCase(), toText(record.id) ?? canonicalJson(record)]]
    }
    default:
      return decoded.kind satisfies never
  }
}

/**
 * The ids of a record's documents, one for each of its elements in their order (the record itself where it has none):
 * base64url SHA-256 over the dataset and the members that identify the document, joined by NUL.
 */
export function documentIds(dataset: string, decoded: Decoded, elements: readonly JsonObject[]): string[] {
  return parts(decoded, elements).map((identity) => hash('sha256', [dataset, ...identity].join(separator), 'base64url'))
}
