import { expect, it } from 'vitest'
import { bareGuid, typedGuid } from '../../../mappings/kernel/guid.ts'

const id = '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34'
const digits = id.replaceAll('-', '')

it.each([
  [`{${id}}`, id, id],
  [`{${id.toUpperCase()}}`, id, id],
  [`urn:uuid:${id}`, id, id],
  [`URN:UUID:${id}`, id, id],
  [id, id, id],
  [digits, digits, id],
  [`{${id}`, `{${id}`, `{${id}`],
  ['user', 'user', 'user'],
  [' Payroll Bridge ', ' Payroll Bridge ', 'Payroll Bridge'],
])('a GUID in a record and in an argument has one form: %s', (text, record, argument) => {
  expect(bareGuid(text)).toBe(record)
  expect(typedGuid(text)).toBe(argument)
})
