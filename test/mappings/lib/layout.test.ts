import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { compileLayout } from '../../../mappings/lib/layout.ts'

const names = ['Id', 'Operation', 'User Id', 'a"b', 'constructor']

it('the fixed layout of a record has only the requested members, in one order', () => {
  const take = compileLayout(names)
  expect(take({ Other: 1, Operation: 'x', Id: 'i' })).toEqual({ Id: 'i', Operation: 'x' })
  expect(Object.keys(take({ Operation: 'x', Id: 'i' }))).toEqual(names)
  expect(Object.keys(take({}))).toEqual(names)
})

it('the fixed layout of a record does not depend on member order or on earlier records', () => {
  const take = compileLayout(names)
  const member = fc.oneof(fc.constantFrom(...names, '__proto__', '1', 'toString'), fc.string())
  const record = fc.array(fc.tuple(member, fc.jsonValue()), { maxLength: 6 }).map((members) =>
    // Creates an own member for any name, as JSON.parse does.
    JSON.parse(`{${members.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`),
  )
  fc.assert(
    fc.property(fc.array(record), (records) => {
      for (const each of records as JsonObject[]) {
        const expected = names.map((name) => (Object.hasOwn(each, name) ? each[name] : undefined))
        expect(Object.values(take(each))).toEqual(expected)
        expect(Object.getPrototypeOf(take(each))).toBe(Object.prototype)
      }
    }),
  )
})

it('the fixed layout of a record remains correct after invented layouts fill the layout cache', () => {
  const take = compileLayout(['Id'])
  for (let n = 0; n < 12_000; n++) take({ [`x${n}`]: 1, [`y${n}`]: 2, Id: 'i' })
  expect(take({ never: 1, seen: 2, Id: 'j' })).toEqual({ Id: 'j' })
})
