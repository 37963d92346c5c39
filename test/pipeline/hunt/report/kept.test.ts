import { expect, it } from 'vitest'
import { cut, Ends, Sightings } from '../../../../pipeline/hunt/report/kept.ts'

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

it('cuts no character in two', () => {
  expect(cut('abc', 3)).toBe('abc')
  expect(cut('abcd', 3)).toBe('abc… (1 more characters)')
  expect(cut('ab😀d', 3)).toBe('ab… (3 more characters)')
})
