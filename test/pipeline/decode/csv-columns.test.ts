import { expect, it } from 'vitest'
import { csvFormats, missingColumns } from '../../../pipeline/decode/csv-formats.ts'
import { rowOf } from '../../../pipeline/decode/decision-table.ts'

it.each(csvFormats)(
  'rows with all columns of $name are recognized, and rows with one missing column are not',
  ({ columns }) => {
    const row = Object.fromEntries(columns.map((column) => [column, 'x']))
    expect(rowOf(row)).toBeDefined()
    const { [columns[0] as string]: _, ...rest } = row
    expect(rowOf(rest)).toBeUndefined()
  },
)

it('the message on an unknown CSV names the known columns that it has, and those that it lacks', () => {
  expect(missingColumns(['Date (UTC)', 'Activity', 'Actor'])).toBe(
    'audit log of the Entra admin center: has Date (UTC), Activity, lacks ActorType',
  )
  expect(missingColumns(['Date (UTC)'])).toContain('lacks Activity, ActorType; sign-in log')
  expect(missingColumns(['tid'])).toBe('')
})
