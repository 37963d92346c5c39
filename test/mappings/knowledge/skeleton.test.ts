import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nameSkeleton, nameWords, plainName } from '../../../mappings/knowledge/skeleton.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({
    unit: fc.constantFrom('r', 'n', 'v', 'I', '1', '0', 'İ', 'Σ', 'ﷺ', 'Ⅷ', '\u200b', ' ', 'Ё', '\ud83d'),
    maxLength: 400,
  }),
)

it.each([
  ['rnicrosoft', 'Microsoft'],
  ['Micros0ft', 'Microsoft'],
  ['M1crosoft', 'MICROSOFT'],
  ['VVindows', 'windows'],
  ['ITCornpany', 'IT Company'],
  ['ОneDгive', 'OneDrive'],
  ['Ｏｎｅ Ｄｒｉｖｅ', 'OneDrive'],
  ['One\u200bDr\u00adive', 'OneDrive'],
  ['𝓞𝓷𝓮𝓓𝓻𝓲𝓿𝓮', 'one-drive'],
  ['Mïcrósoft', 'Microsoft'],
  ['ᴍɪᴄʀᴏꜱᴏꜰᴛ', 'Microsoft'],
])('the names %s and %s have the same skeleton', (imitation, name) => {
  expect(nameSkeleton(imitation)).toBe(nameSkeleton(name))
})

it('the skeletons of two names differ if the names look different', () => {
  expect(nameSkeleton('Invoice Sync Helper')).not.toBe(nameSkeleton('Invoice Sync Keeper'))
})

it('the skeleton of a name is equal to its own skeleton, is short, and causes no exception', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const skeleton = nameSkeleton(text)
      expect(nameSkeleton(skeleton)).toBe(skeleton)
      expect(skeleton.length).toBeLessThanOrEqual(256)
    }),
    { numRuns: 1_000 },
  )
})

// An algorithm with quadratic time takes hours.
it('the skeleton of a name of one megabyte is computed within the time limit', { timeout: 60_000 }, () => {
  for (const part of ['rn', 'v', 'ﷺ', '\u200b', 'a\u0301', ' -'])
    for (const of of [nameSkeleton, nameWords, plainName]) of(part.repeat(1_000_000 / part.length))
})

it('the plain form of a name ignores case and punctuation, but keeps disguised characters', () => {
  expect(plainName('Microsoft_Word')).toBe(plainName('microsoft word'))
  expect(plainName('Micro\u200bsoft')).not.toBe(plainName('Microsoft'))
  expect(plainName('Ｍicrosoft')).not.toBe(plainName('Microsoft'))
})
