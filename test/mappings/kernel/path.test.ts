import { expect, it } from 'vitest'
import { fieldValues, getPath, setPath, splitPath } from '../../../mappings/kernel/path.ts'

const values = (document: unknown, field: string) => fieldValues(document, splitPath(field))

it('fieldValues flattens arrays and arrays of objects as Elasticsearch does', () => {
  expect(values({ a: [{ b: 1 }, { b: [2, 3] }, { c: 4 }] }, 'a.b')).toEqual([1, 2, 3])
})

it('fieldValues finds members with dots in their names', () => {
  expect(values({ 'a.b': { c: 1 }, a: { 'b.c': 2 } }, 'a.b.c')).toEqual([2, 1])
})

it('fieldValues returns nothing for null, for absent members and for paths through scalars', () => {
  expect(values({ a: null }, 'a')).toEqual([])
  expect(values({ a: 1 }, 'a.b')).toEqual([])
  expect(values({}, 'a')).toEqual([])
})

it('getPath returns the value that setPath stores, and setPath creates objects on the path', () => {
  const target = {}
  setPath(target, ['a', 'b', 'c'], 1)
  expect(target).toEqual({ a: { b: { c: 1 } } })
  expect(getPath(target, ['a', 'b', 'c'])).toBe(1)
  expect(getPath(target, ['a', 'x', 'c'])).toBeUndefined()
})
