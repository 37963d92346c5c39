import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../mappings/kernel/json.ts'
import { renamedMembers } from '../../../mappings/lib/renamed-members.ts'

const rename = (name: string) => (name === 'gone' ? undefined : name.toLowerCase())
const convert = (value: Json) => (value === null ? undefined : value)

/** Creates an own member for any name, as JSON.parse does. */
const parsed = (members: readonly (readonly [string, unknown])[]): JsonObject =>
  JSON.parse(`{${members.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`)

it('the copy under other names equals a copy made member by member, whatever the earlier records', () => {
  const copy = renamedMembers(rename, convert)
  const member = fc.oneof(fc.constantFrom('Id', 'ID', 'gone', '__proto__', '__PROTO__', '1', 'toString'), fc.string())
  const record = fc.array(fc.tuple(member, fc.jsonValue()), { maxLength: 6 }).map(parsed)
  fc.assert(
    fc.property(fc.array(record), (records) => {
      for (const each of records) {
        const expected = new Map<string, Json | undefined>()
        for (const [name, value] of Object.entries(each)) {
          const renamed = rename(name)
          if (renamed !== undefined && renamed !== '__proto__') expected.set(renamed, convert(value as Json))
        }
        const made = copy(each)
        expect(new Map(Object.entries(made))).toEqual(expected)
        expect(Object.getPrototypeOf(made)).toBe(Object.prototype)
      }
    }),
  )
})

it('the copy under other names distinguishes names that would be equal when concatenated', () => {
  const copy = renamedMembers(rename, convert)
  expect(copy({ 'a\0b': 1, c: 2 })).toEqual({ 'a\0b': 1, c: 2 })
  expect(copy({ a: 1, 'b\0c': 2 })).toEqual({ a: 1, 'b\0c': 2 })
})

it('the copy under other names shares no object with another copy', () => {
  const copy = renamedMembers(rename, convert)
  const first = copy({ Id: 'one' })
  copy({ Id: 'two' })
  expect(first).toEqual({ id: 'one' })
})

it('the copy under other names remains correct after invented layouts fill the layout cache', () => {
  const copy = renamedMembers(rename, convert)
  for (let n = 0; n < 12_000; n++) copy({ [`x${n}`]: 1, [`y${n}`]: 2 })
  expect(copy({ Never: 1, Seen: 2 })).toEqual({ never: 1, seen: 2 })
})
