// event.category and event.type: `web` and `info` stay on every document, because Elastic's rules ask for them.

import { textOf } from '../../microsoft/readers/values.ts'
import type { AuditDraft } from './audit-record.ts'
import {
  type Addition,
  additionsByOperation,
  additionsByType,
  additionsByTypeAndOperation,
  alertCategories,
  cmdletAdditions,
  powerPlatformAddition,
  powerPlatformTypes,
} from './category-table.ts'
import { operationOf, recordType } from './record.ts'

function own(table: Readonly<Record<string, Addition>> | undefined, name: string): Addition | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined
}

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
  const apply = (addition: Addition | undefined) => {
    if (addition === undefined) return
    append(category, addition.category)
    append(type, addition.type)
    if (addition.kind !== undefined) event.kind = addition.kind
    if (addition.action !== undefined) event.action = addition.action
  }
  if (number !== undefined) apply(additionsByType[number])
  apply(own(additionsByOperation, operation))
  if (number !== undefined) apply(own(additionsByTypeAndOperation[number], operation))
  if (number === 1 || number === 18) for (const addition of cmdletAdditions(operation)) apply(addition)
  if (powerPlatformTypes.has(number ?? -1)) apply(powerPlatformAddition(operation))
  const alert = number === 40 ? textOf(record.Category)?.toLowerCase() : undefined
  if (alert !== undefined) append(category, alertCategories[alert] ?? ['authentication'])
  if (category.length === 1 && type.length === 1) missed('event.category', `${operation} of record type ${number}`)
}
