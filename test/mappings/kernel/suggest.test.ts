import fc from 'fast-check'
import { expect, it } from 'vitest'
import { editDistance, nearest } from '../../../mappings/kernel/suggest.ts'

it.each([
  ['', '', 0],
  ['scope', 'scopes', 1],
  ['consnet', 'consent', 1],
  ['kitten', 'sitting', 3],
])('from %j to %j it takes %i edits', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance)
})

it('the distance of two words is symmetric, and zero only for equal words', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a))
      expect(editDistance(a, b) === 0).toBe(a === b)
      expect(editDistance(a, b, 2)).toBe(Math.min(editDistance(a, b), 3))
    }),
  )
})

it('no word is suggested for a word that resembles no known word', () => {
  expect(nearest('mailbox', ['consent', 'tenant'])).toBeUndefined()
})

it('the suggestion corrects a typo, a transposition and a different spelling', () => {
  const known = ['tenants', 'names', 'approvedApps']
  expect(nearest('tenant', known)).toBe('tenants')
  expect(nearest('nmaes', known)).toBe('names')
  expect(nearest('Approved-Apps', known)).toBe('approvedApps')
})
