import { expect, it } from 'vitest'
import { cut, cutSentence, Ends } from '../../../../pipeline/hunt/report/kept.ts'

it('a bounded list keeps the first and the last values of a stream, and counts the values between', () => {
  const ends = new Ends<number>(2, 1)
  for (const each of [1, 2]) ends.add(each)
  expect([ends.first, ends.last, ends.between, ends.count]).toEqual([[1, 2], [], 0, 2])
  for (const each of [3, 4, 5]) ends.add(each)
  expect([ends.first, ends.last, ends.between, ends.count]).toEqual([[1, 2], [5], 2, 5])
  ends.widen(3)
  for (const each of [6, 7, 8]) ends.add(each)
  expect([ends.last, ends.between, ends.count]).toEqual([[6, 7, 8], 3, 8])
})

it('the length limit of a text does not split a character', () => {
  const tail = 'x'.repeat(50)
  expect(cut(`abc${tail}`, 3)).toBe('abc… (50 more characters)')
  expect(cut(`ab😀${tail}`, 3)).toBe('ab… (52 more characters)')
})

it('the length limit does not change a text that is slightly too long or already truncated', () => {
  expect(cut('abcd', 3)).toBe('abcd')
  const once = cut('y'.repeat(10_000), 10)
  expect(cut(once, 10)).toBe(once)
})

it('the length limit of a sentence shortens a long name, and keeps the action', () => {
  const name = 'A'.repeat(10_000)
  const sentence = `mara consented to "${name}": Mail.Send (high)`
  expect(cutSentence(sentence, name, { sentence: 100, name: 4 })).toBe(
    'mara consented to "AAAA… (9996 more characters)": Mail.Send (high)',
  )
})

it('the length limit cuts after a word, and after or before a quoted name', () => {
  const tail = `, ${'x'.repeat(100)}`
  expect(cut(`one two three${tail}`, 9)).toBe(`one two… (${6 + tail.length} more characters)`)
  expect(cut(`used "Helper 00 Mail"${tail}`, 14)).toBe(`used "Helper 00 Mail"… (${tail.length} more characters)`)
  expect(cut(`used "Helper ${'x'.repeat(200)}"`, 14)).toMatch(/^used… \(/)
})
