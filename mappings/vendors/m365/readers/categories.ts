// event.category and event.type. Every document keeps `web` and `info`, because Elastic's rules require them.
import type { EventClassification } from '../../../lib/operation.ts'
import { textOf } from '../../microsoft/readers/values.ts'
import { operations, operationsByType } from '../operations.ts'
import type { AuditDraft } from './audit-record.ts'
import {
  alertCategories,
  classesByType,
  cmdletClasses,
  powerPlatformClass,
  powerPlatformTypes,
} from './category-table.ts'
import { operationOf, recordType } from './record.ts'

function append<T>(list: T[], more: readonly T[] | undefined): void {
  if (more === undefined) return
  for (const value of more) if (!list.includes(value)) list.push(value)
}

export function categorize({ record, document, missed }: AuditDraft): void {
  const { event } = document
  const category: NonNullable<typeof event.category> = ['web']
  const type: NonNullable<typeof event.type> = ['info']
  event.category = category
  event.type = type
  const number = recordType(record)
  const operation = operationOf(record)
  const apply = (one: EventClassification | undefined) => {
    if (one === undefined) return
    append(category, one.category)
    append(type, one.type)
    if (one.kind !== undefined) event.kind = one.kind
  }
  const row = operationsByType[number ?? -1]?.get(operation)
  if (number !== undefined) apply(classesByType[number])
  apply(operations.get(operation)?.class)
  apply(row?.class)
  if (row?.action !== undefined) event.action = row.action
  if (number === 1 || number === 18) for (const one of cmdletClasses(operation)) apply(one)
  if (powerPlatformTypes.has(number ?? -1)) apply(powerPlatformClass(operation))
  const alert = number === 40 ? textOf(record.Category)?.toLowerCase() : undefined
  if (alert !== undefined) append(category, alertCategories[alert] ?? ['authentication'])
  if (category.length === 1 && type.length === 1) missed('event.category', `${operation} of record type ${number}`)
}
