import { describe, expect, it } from 'vitest'
import { cleanMembers, withoutEmpty } from '../../../mappings/lib/clean.ts'

describe('what is empty', () => {
  it('is gone at any depth, and nothing else', () => {
    expect(withoutEmpty({ a: { b: null, c: [''], d: 0 }, e: [], f: false })).toEqual({ a: { d: 0 }, f: false })
    expect(withoutEmpty({ a: { b: [{}] } })).toBeUndefined()
  })

  it('is no reason for a copy when it is left out already', () => {
    const clean = { a: 1, left: undefined as never, b: { left: undefined as never, c: 'x' } }
    expect(withoutEmpty(clean)).toBe(clean)
    expect(withoutEmpty({ left: undefined as never })).toBeUndefined()
  })

  it('leaves the members of an object in place', () => {
    const object = { a: '', b: null, c: { d: null }, e: { f: 1, g: '' }, h: 2 }
    cleanMembers(object as never)
    expect(JSON.stringify(object)).toBe('{"e":{"f":1},"h":2}')
    expect(Object.keys(object)).toEqual(['a', 'b', 'c', 'e', 'h'])
  })
})
