import { expect, it } from 'vitest'
import { joinedNames, joinedReasons, reasonsOf } from '../../../../pipeline/hunt/report/words.ts'

it('reasons that differ only in their beginnings are joined', () => {
  expect(joinedReasons(['openid: Sign-in only', 'a kit', 'mail: Read', 'email: Sign-in only'])).toEqual([
    'openid and email: Sign-in only',
    'a kit',
    'mail: Read',
  ])
})

it('equal names appear once, with their count', () => {
  expect(joinedNames(['a', 'b', 'a', 'a'])).toBe('a (3) and b')
})

it('the reasons of a rule are complete up to eleven, and the number of further reasons is stated', () => {
  const reasons = (length: number, more = 0) => ({ reasons: { shown: Array.from({ length }, (_, i) => `${i}`), more } })
  expect(reasonsOf(reasons(11))).toHaveLength(11)
  expect(reasonsOf(reasons(1012, 5)).slice(9)).toEqual(['9', 'and 1,007 more: see alerts.ndjson'])
  expect(reasonsOf(reasons(1012), 1012).at(-1)).toBe('1011')
})
