import { expect, it } from 'vitest'
import {
  namedValue,
  toChangedValues,
  toNamedValues,
} from '../../../../../mappings/vendors/microsoft/readers/name-values.ts'

it('a list of names becomes an object: the last duplicate wins, and null is dropped', () => {
  const list = [
    { Name: 'A.b c', Value: 'x' },
    { Name: 'D', Value: null },
    { Name: 'E', Value: 1 },
    { Name: 'E', Value: 2 },
    'text',
    null,
  ]
  expect(toNamedValues(list)).toEqual({ 'A.b c': 'x', E: 2 })
  expect(namedValue(list, 'E')).toBe(2)
  expect(namedValue(list, 'D')).toBeUndefined()
})

it('a text in place of a list of names is kept', () => {
  expect(toNamedValues('-Identity x')).toEqual({ _raw: '-Identity x' })
  expect(toChangedValues('x')).toEqual({ _raw: 'x' })
  expect(toChangedValues(['x', 'y'])).toEqual({})
})

it('a changed property keeps the existing side of a change, and lists the values of duplicates', () => {
  const list = [
    { Name: 'Role.Display Name', NewValue: 'Reader', OldValue: null },
    { Name: 'A', NewValue: '1', OldValue: '0' },
    { Name: 'A', NewValue: '2', OldValue: '' },
  ]
  expect(toChangedValues(list)).toEqual({
    Role_Display_Name: { NewValue: 'Reader' },
    A: { NewValue: ['1', '2'], OldValue: ['0', ''] },
  })
})

it('no name in a list changes the prototype of an object', () => {
  const named = toNamedValues([{ Name: '__proto__', Value: { polluted: true } }])
  expect(Object.getPrototypeOf(named)).toBe(Object.prototype)
  expect(Object.hasOwn(named, '__proto__')).toBe(true)
})

it.each([
  ['one entry without its list', { Name: 'User', Value: 'jo' }],
  ['a list that became an object', { 0: { Name: 'User', Value: 'jo' } }],
])('the reader of name lists reads %s as a list', (_, list) => {
  expect(toNamedValues(list)).toEqual({ User: 'jo' })
  expect(namedValue(list, 'User')).toBe('jo')
})
