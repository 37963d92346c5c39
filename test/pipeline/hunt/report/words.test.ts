import { expect, it } from 'vitest'
import { joinedNames, joinedReasons, reasonsOf } from '../../../../pipeline/hunt/report/words.ts'
import type { Severity } from '../../../../rules/lib/rule.ts'

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

it('a rule lists all reasons up to eleven, or up to 1,001 for high alerts, and otherwise the number of further reasons', () => {
  const at = '2026-03-11T01:00:00.000Z'
  const timed = (text: string) => `2026-03-11T01:00:00Z: ${text}`
  const reasons = (length: number, severity: Severity, more = 0) => ({
    severity,
    reasons: {
      shown: Array.from({ length }, (_, i) => ({ text: `${i}`, count: 1, unsettled: 0, first: at, last: at })),
      more,
    },
  })
  expect(reasonsOf(reasons(11, 'medium'))).toHaveLength(11)
  expect(reasonsOf(reasons(1012, 'medium', 5)).slice(9)).toEqual([timed('9'), 'and 1,007 more: see alerts.ndjson'])
  expect(reasonsOf(reasons(1012, 'medium'), { other: 1012 }).at(-1)).toBe(timed('1011'))
  expect(reasonsOf(reasons(1001, 'high')).at(-1)).toBe(timed('1000'))
  expect(reasonsOf(reasons(1012, 'high')).at(-1)).toBe('and 12 more: see alerts.ndjson')
})

it('if a rule has several reasons, each reason states whether its alerts are provisional', () => {
  const [first, last] = ['2026-03-11T01:00:00.000Z', '2026-03-11T02:00:00.000Z']
  const shown = [
    { text: 'a', count: 1, unsettled: 1, first, last: first },
    { text: 'b', count: 3, unsettled: 2, first, last },
    { text: 'c', count: 1, unsettled: 0, first, last: first },
  ]
  expect(reasonsOf({ severity: 'high', reasons: { shown, more: 0 } })).toEqual([
    '2026-03-11T01:00:00Z, provisional: a',
    '3 times, 2026-03-11T01:00:00Z to 2026-03-11T02:00:00Z, 2 provisional: b',
    '2026-03-11T01:00:00Z: c',
  ])
})
