import fc from 'fast-check'
import { expect, it } from 'vitest'
import { matchesSegments } from '../../../../../rules/lib/query/kql/wildcard.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 })

it('agrees with a regular expression on any text and pattern', () => {
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
it('a pattern of fifty wildcards on a long text has a result', { timeout: 60_000 }, () => {
  expect(matchesSegments('a'.repeat(200_000), [...Array.from({ length: 50 }, () => 'a'), 'b'])).toBe(false)
})
