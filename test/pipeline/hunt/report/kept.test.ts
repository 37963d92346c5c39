import { expect, it } from 'vitest'
import { cut, cutSentence, Ends, Sightings } from '../../../../pipeline/hunt/report/kept.ts'

it('keeps the first and the last of a stream, and counts what is between', () => {
  const ends = new Ends<number>(2, 1)
  for (const each of [1, 2]) ends.add(each)
  expect([ends.first, ends.last, ends.between, ends.count]).toEqual([[1, 2], [], 0, 2])
  for (const each of [3, 4, 5]) ends.add(each)
  expect([ends.first, ends.last, ends.between, ends.count]).toEqual([[1, 2], [5], 2, 5])
  ends.widen(3)
  for (const each of [6, 7, 8]) ends.add(each)
  expect([ends.last, ends.between, ends.count]).toEqual([[6, 7, 8], 3, 8])
})

it('counts sightings of what found no place', () => {
  const seen = new Sightings(1)
  seen.add('198.51.100.7', '2026-03-02', 'Oslo')
  seen.add('198.51.100.7', '2026-03-01')
  seen.add('203.0.113.9', '2026-03-03')
  expect(seen.list()).toEqual([
    { value: '198.51.100.7', count: 2, first: '2026-03-01', last: '2026-03-02', note: 'Oslo' },
  ])
  expect(seen.missed).toBe(1)
})

it('puts together what was seen in two places', () => {
  const [one, other] = [new Sightings(2), new Sightings(2)]
  one.add('a', '2026-03-02')
  for (const at of ['2026-03-01', '2026-03-05']) other.add('a', at, 'Oslo')
  for (const value of ['b', 'c']) other.add(value, '2026-03-03')
  one.addAll(other)
  expect(one.list()).toEqual([
    { value: 'a', count: 3, first: '2026-03-01', last: '2026-03-05' },
    { value: 'b', count: 1, first: '2026-03-03', last: '2026-03-03' },
  ])
  expect(one.missed).toBe(1)
})

it('cuts no character in two', () => {
  const tail = 'x'.repeat(50)
  expect(cut(`abc${tail}`, 3)).toBe('abc… (50 more characters)')
  expect(cut(`ab😀${tail}`, 3)).toBe('ab… (52 more characters)')
})

it('leaves what is hardly too long, and what was cut already', () => {
  expect(cut('abcd', 3)).toBe('abcd')
  const once = cut('y'.repeat(10_000), 10)
  expect(cut(once, 10)).toBe(once)
})

it('keeps a name from standing before what was done', () => {
  const name = 'A'.repeat(10_000)
  const sentence = `mara consented to "${name}": Mail.Send (high)`
  expect(cutSentence(sentence, name, { sentence: 100, name: 4 })).toBe(
    'mara consented to "AAAA… (9996 more characters)": Mail.Send (high)',
  )
})
