import { expect, it } from 'vitest'
import { csvFormats, missingColumns } from '../../../pipeline/decode/csv-formats.ts'
import { rowOf } from '../../../pipeline/decode/decision-table.ts'

it.each(csvFormats)(
  'rows with all columns of $name are recognized, and rows with one missing column are not',
  ({ columns }) => {
    const alternatives = columns.map((column) => column.split(' or '))
    for (const i of [0, -1]) {
      const names = alternatives.map((some) => some.at(i) as string)
      const row = Object.fromEntries(names.map((name) => [name, 'x']))
      expect(rowOf(row)).toBeDefined()
      const { [names[0] as string]: _, ...rest } = row
      expect(rowOf(rest)).toBeUndefined()
    }
  },
)

it('the message on an unknown CSV names the known columns that it has, and those that it lacks', () => {
  expect(missingColumns(['Date (UTC)', 'Activity', 'Actor'])).toBe(
    'audit log of the Entra admin center: has Date (UTC), Activity, lacks ActorType',
  )
  expect(missingColumns(['Date (UTC)'])).toContain('lacks Activity, ActorType; sign-in log')
  expect(missingColumns(['Date (GMT-05:00)', 'Event name', 'User'])).toContain(
    'User, lacks Application ID or Client ID',
  )
  expect(missingColumns(['CreatedDateTime [Local Time]', 'AppId', 'ResultType'])).toBe(
    'sign-ins of Log Analytics: has AppId, ResultType, lacks CreatedDateTime; the time zone of CreatedDateTime [Local Time] is unknown: export the table in UTC',
  )
  expect(missingColumns(['Date (JST)', 'Event', 'User', 'Client ID'])).toBe(
    'OAuth log events of the Google Admin console: has Event or Event name, Actor or User, Application ID or Client ID, lacks Date or Date (GMT+01:00); the time zone of Date (JST) is unknown: export the table in UTC',
  )
  expect(missingColumns(['tid'])).toBe('')
})
