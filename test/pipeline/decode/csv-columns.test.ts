import { expect, it } from 'vitest'
import { csvFormats } from '../../../pipeline/decode/csv-columns.ts'
import { rowOf } from '../../../pipeline/decode/decision-table.ts'

it.each(csvFormats)('rows with the columns of $name are recognized, and not with one fewer', ({ columns }) => {
  const row = Object.fromEntries(columns.map((column) => [column, 'x']))
  expect(rowOf(row)).toBeDefined()
  const { [columns[0] as string]: _, ...rest } = row
  expect(rowOf(rest)).toBeUndefined()
})
