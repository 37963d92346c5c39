import { expect, it } from 'vitest'
import { rowOf } from '../../../pipeline/decode/decision-table.ts'
import { csvFormats } from '../../../pipeline/decode/readability.ts'

it.each(csvFormats)('rows with the columns of $name are recognized, and not with one fewer', ({ columns }) => {
  const row = Object.fromEntries(columns.map((column) => [column, 'x']))
  expect(rowOf(row)).toBeDefined()
  const { [columns[0] as string]: _, ...rest } = row
  expect(rowOf(rest)).toBeUndefined()
})
