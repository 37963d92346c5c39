import { expect, it } from 'vitest'
import { anyOf, dropped, lacksAlternative, leaf, missing, type Native, noneOf } from '../../../rules/portable/native.ts'

const lossesOf = (native: Native) => (native.kind === 'missing' ? undefined : native.lost)

const known = leaf('a: 1')
const unknown = missing('the age')

it('an alternative that no field can express makes a portable rule find less', () => {
  const lost = lossesOf(anyOf([known, unknown])) ?? []
  expect(lost).toEqual(['does not find what depends on the age'])
  expect(lacksAlternative(lost)).toBe(true)
})

it.each([
  ['an exclusion that no field can express', noneOf(unknown)],
  ['an exclusion that lacks an alternative', noneOf(anyOf([known, unknown]))],
  ['an alternative to a condition that every document meets', anyOf([dropped(), unknown])],
])('%s makes a portable rule alert on more documents', (_, native) => {
  const lost = lossesOf(native) ?? []
  expect(lost).toEqual(['alerts regardless of the age'])
  expect(lacksAlternative(lost)).toBe(false)
})

it('an alternative that lacks an exclusion within an exclusion makes a portable rule find less', () => {
  expect(lossesOf(noneOf(anyOf([known, noneOf(unknown)])))).toEqual(['does not find what depends on the age'])
})
