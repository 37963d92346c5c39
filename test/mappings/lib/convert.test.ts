import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toBoolean, toInstant, toIsoInstant, toList, toLong, toText } from '../../../mappings/lib/convert.ts'

it.each([
  ['2026-03-11T09:14:27', '2026-03-11T09:14:27.000Z'],
  ['2026-03-11T09:14:27Z', '2026-03-11T09:14:27.000Z'],
  ['2026-03-11t09:14:27.471z', '2026-03-11T09:14:27.471Z'],
  ['2021-08-02T13:32:07.0000000Z', '2021-08-02T13:32:07.000Z'],
  ['2026-03-11T09:14:27.471000+00:00', '2026-03-11T09:14:27.471Z'],
  ['2026-03-11T10:14:27.4+01:00', '2026-03-11T09:14:27.400Z'],
  ['2025-03-21 21:29:49.364000000', '2025-03-21T21:29:49.364Z'],
  ['2026-01-24T06:54:24.0000000Z ', '2026-01-24T06:54:24.000Z'],
  ['2000-02-29T12:00:00Z', '2000-02-29T12:00:00.000Z'],
  ['/Date(1773220467000)/', '2026-03-11T09:14:27.000Z'],
  ['/Date(1773220467000+0100)/', '2026-03-11T09:14:27.000Z'],
])('toInstant reads %s', (text, instant) => {
  expect(toInstant(text)).toBe(instant)
})

it.each([
  '5/18/2021 9:13:33 PM',
  '18-5-2021 21:13:33',
  '2026-13-01T00:00:00',
  '2026-02-30T00:00:00',
  '２０２６-03-11T09:14:27',
  '2026-02-30T00:00:00Z',
  '2100-02-29T00:00:00Z',
  '',
  'now',
  '/Date(soon)/',
  '/Date(-99999999999999)/',
  '0000-01-01T00:00:00+01:00',
  '9999-12-31T23:59:59-00:01',
  1773220467,
  null,
])('toInstant does not guess %s', (value) => {
  expect(toInstant(value)).toBeUndefined()
})

it('toInstant returns the instant of its own output', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1971-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }), (date) => {
      expect(toInstant(date.toISOString())).toBe(date.toISOString())
    }),
  )
})

it('toIsoInstant formats the years that Elasticsearch accepts, and returns nothing for other times', () => {
  const [first, last] = [Date.parse('0000-01-01T00:00:00.000Z'), Date.parse('9999-12-31T23:59:59.999Z')]
  expect([first, last].map(toIsoInstant)).toEqual(['0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])
  for (const time of [first - 1, last + 1, 8.64e15, 8.64e15 + 1, Number.MAX_SAFE_INTEGER * 1000, Number.NaN])
    expect(toIsoInstant(time)).toBeUndefined()
})

it('the converters of text keep text, convert numbers to text, and return no keyword for other types', () => {
  expect(['x', 15, true].map(toText)).toEqual(['x', '15', 'true'])
  for (const value of ['', null, {}, ['x']]) expect(toText(value)).toBeUndefined()
})

it('the converters of integers accept exact JSON integers, also as floats and as text', () => {
  for (const value of [15, '15.0', '1.5E1']) expect(toLong(value)).toBe(15)
  for (const value of ['9007199254740993', 'x', '']) expect(toLong(value)).toBeUndefined()
})

it('the converter of booleans accepts upper and lower case', () => {
  expect(['True', 'false', true, 'yes'].map(toBoolean)).toEqual([true, false, true, undefined])
})

it('the converters make a list of a scalar, exclude unsuitable values, and return nothing for an empty list', () => {
  expect(toList('a', toText)).toEqual(['a'])
  expect(toList(['a', null, 'a', 'b'], toText)).toEqual(['a', 'b'])
  expect(toList([], toText)).toBeUndefined()
})
