import { expect, it } from 'vitest'
import { cleanMembers, withoutEmpty } from '../../../mappings/lib/clean.ts'

it('an empty value is removed at any depth, and nothing else is removed', () => {
  expect(withoutEmpty({ a: { b: null, c: [''], d: 0 }, e: [], f: false })).toEqual({ a: { d: 0 }, f: false })
  expect(withoutEmpty({ a: { b: [{}] } })).toBeUndefined()
})

it('the removal of empty values makes no copy of an object without empty values', () => {
  const clean = { a: 1, left: undefined as never, b: { left: undefined as never, c: 'x' } }
  expect(withoutEmpty(clean)).toBe(clean)
  expect(withoutEmpty({ left: undefined as never })).toBeUndefined()
})

it('an empty value does not change the other members of an object', () => {
  const object = { a: '', b: null, c: { d: null }, e: { f: 1, g: '' }, h: 2 }
  cleanMembers(object as never)
  expect(JSON.stringify(object)).toBe('{"e":{"f":1},"h":2}')
  expect(Object.keys(object)).toEqual(['a', 'b', 'c', 'e', 'h'])
})
