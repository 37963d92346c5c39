import { expect, it } from 'vitest'
import { codeOf, messageOf } from '../../../mappings/kernel/thrown.ts'

it('a thrown value has the message of an error, else its text form', () => {
  expect(messageOf(new RangeError('too long'))).toBe('too long')
  expect(messageOf('too long')).toBe('too long')
  expect(messageOf(undefined)).toBe('undefined')
})

it('a thrown error has a code if its code is a text', () => {
  expect(codeOf(Object.assign(new Error('no such file'), { code: 'ENOENT' }))).toBe('ENOENT')
  expect(codeOf(Object.assign(new Error('refused'), { code: 61 }))).toBeUndefined()
  expect(codeOf({ code: 'ENOENT' })).toBeUndefined()
  expect(codeOf(null)).toBeUndefined()
})
