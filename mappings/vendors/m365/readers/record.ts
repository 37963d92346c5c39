// The type and the operation of a record of the unified audit log.
import { toLong } from '../../../lib/convert.ts'
import { normalOperation } from '../../microsoft/readers/operation.ts'
import { textOf } from '../../microsoft/readers/values.ts'
import { typeOfOperation } from '../operations.ts'
import type { AuditRecord } from './audit-record.ts'
import { recordTypeNames, recordTypeNumber } from './record-types.ts'

/**
 * Returns RecordType as a number. If the type is missing or not listed, returns the type of the known operation with this
 * name in the same workload: a new record type of Microsoft must not hide a known operation.
 */
export function recordType(record: AuditRecord): number | undefined {
  const stated = statedType(record)
  return stated !== undefined && recordTypeNames[stated] !== undefined
    ? stated
    : (typeOfOperation(textOf(record.Workload), operationOf(record)) ?? stated)
}

/** Returns RecordType as a number. The record contains a number, decimal text (`15.0`) or a name. */
export function statedType(record: AuditRecord): number | undefined {
  const value = record.RecordType
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  return toLong(value) ?? (typeof value === 'string' ? recordTypeNumber(value) : undefined)
}

/** Normal form of the record's operation; empty when it has none. */
export function operationOf(record: AuditRecord): string {
  return typeof record.Operation === 'string' ? normalOperation(record.Operation) : ''
}

const localTime = String.raw`"QueryTime": {0,4}"\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d:\d\d [AP]M"`
const localQueryTime = new RegExp(`${localTime},|,${localTime}(?=})`, 'g')

/** Removes the local form of a query time from a JSON text, because both forms have the same name. */
export function withoutLocalQueryTime(text: string): string {
  return text.includes('"QueryTime"') ? text.replace(localQueryTime, '') : text
}
