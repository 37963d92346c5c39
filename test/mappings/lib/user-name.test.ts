import { expect, it } from 'vitest'
import { isPlaceholder, splitUserName } from '../../../mappings/lib/user-name.ts'

it('the reader of user names splits a text with exactly one at sign and text on both sides', () => {
  expect(splitUserName('mara.voss@northpier.example')).toEqual({ name: 'mara.voss', domain: 'northpier.example' })
  for (const text of ['', '@', 'a@', '@b', 'a@b@c', 'Not Available', undefined])
    expect(splitUserName(text)).toBeUndefined()
})

it('the reader of user names recognizes the placeholder words of a missing name', () => {
  for (const text of ['Not Available', 'unknown', '<null>', 'NULL', '']) expect(isPlaceholder(text)).toBe(true)
  for (const text of ['nullmann', 'mara.voss@northpier.example']) expect(isPlaceholder(text)).toBe(false)
})
