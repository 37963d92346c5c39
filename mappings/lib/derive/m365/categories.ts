// event.category and event.type: `web` and `info` stay on every document, because Elastic's rules ask for them.
import type { Draft } from '../step.ts'
import {
  type Addition,
  additionsByOperation,
  additionsByType,
  additionsByTypeAndOperation,
  alertCategories,
  cmdletAddition,
} from './category-table.ts'
import { operationOf, recordType, textOf } from './record.ts'

function own(table: Readonly<Record<string, Addition>> | undefined, name: string): Addition | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined
}

function append<T>(list: T[], more: readonly T[] | undefined): void {
  for (const value of more ?? []) if (!list.includes(value)) list.push(value)
}

export function categorize({ record, document }: Draft): void {
  const { event } = document
  const category: NonNullable<typeof event.category> = ['web']
  const type: NonNullable<typeof event.type> = ['info']
  event.category = category
  event.type = type
  const number = recordType(record)
  const operation = operationOf(record)
  const additions =
    number === undefined
      ? [own(additionsByOperation, operation)]
      : [
          additionsByType[number],
          own(additionsByOperation, operation),
          own(additionsByTypeAndOperation[number], operation),
          number === 1 ? cmdletAddition(operation) : undefined,
        ]
  for (const addition of additions) {
    if (addition === undefined) continue
    append(category, addition.category)
    append(type, addition.type)
    if (addition.kind !== undefined) event.kind = addition.kind
    if (addition.action !== undefined) event.action = addition.action
  }
  if (number === 40)
    append(category, alertCategories[textOf(record.Category)?.toLowerCase() ?? ''] ?? ['authentication'])
}
