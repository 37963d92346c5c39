import fc from 'fast-check'
import { expect, it } from 'vitest'
import { matchesSegments } from '../../../../../rules/lib/query/kql/wildcard.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 })

it('a wildcard pattern matches the same texts as the equivalent regular expression', () => {
  fc.assert(
    fc.property(
      letters,
      fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      (text, segments) => {
        expect(matchesSegments(text, segments)).toBe(new RegExp(`^${segments.join('.*')}$`).test(text))
      },
    ),
  )
})

// Backtracking would not end.
it('a pattern of fifty wildcards is evaluated on a long text in limited time', { timeout: 60_000 }, () => {
  expect(matchesSegments('a'.repeat(200_000), [...Array.from({ length: 50 }, () => 'a'), 'b'])).toBe(false)
})
