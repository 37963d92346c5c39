// How steps read a record of the unified audit log: its type, its operation, its text members.
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { toLong, toText } from '../../convert.ts'
import { entriesOf } from '../../name-values.ts'
import { normalOperation } from '../../operation.ts'
import type { AuditRecord } from './audit-record.ts'
import { recordTypeNumber } from './record-types.ts'

/** RecordType as a number, whether the record has it as number, decimal text (`15.0`) or name. */
export function recordType(record: AuditRecord): number | undefined {
  const value = record.RecordType
  if (typeof value === 'number') return value
  return toLong(value) ?? (typeof value === 'string' ? recordTypeNumber(value) : undefined)
}

/** Normal form of the record's operation; empty when it has none. */
export function operationOf(record: AuditRecord): string {
  return typeof record.Operation === 'string' ? normalOperation(record.Operation) : ''
}

/** A text member that is not blank. */
export function textOf(value: unknown): string | undefined {
  if (value === undefined) return undefined
  const text = toText(value)
  if (text === undefined) return undefined
  const first = text.charCodeAt(0)
  // No blank begins with a printable ASCII character, and nearly every text does.
  return (first > 0x20 && first < 0x7f) || text.trim() !== '' ? text : undefined
}

const none: readonly JsonObject[] = []

/** The objects of a list, whatever else is in it; an object where a list is due counts as one of one. */
export function objectsOf(value: Json | undefined): readonly JsonObject[] {
  if (value === undefined) return none
  const entries = entriesOf(value)
  if (entries !== undefined) return entries.filter(isObject)
  return isObject(value) && Object.keys(value).length > 0 ? [value] : none
}

const deepestText = 2_000_000

/** The JSON in a text; undefined when it is not JSON or longer than any service writes. */
export function parseJson(text: string): Json | undefined {
  if (text.length > deepestText) return undefined
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

const localTime = String.raw`"QueryTime": {0,4}"\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d:\d\d [AP]M"`
const localQueryTime = new RegExp(`${localTime},|,${localTime}(?=})`, 'g')

/** JSON text without the local form of a query time, which stands beside the other form under the same name. */
export function withoutLocalQueryTime(text: string): string {
  return text.includes('"QueryTime"') ? text.replace(localQueryTime, '') : text
}

const zeroGuid = /^[0-]+$/

/** An id in lower case; undefined for an absent one and for the GUID of zeros. */
export function idOf(value: unknown): string | undefined {
  const text = textOf(value)?.trim().toLowerCase()
  return text === undefined || (text.startsWith('0') || text.startsWith('-') ? zeroGuid.test(text) : false)
    ? undefined
    : text
}
