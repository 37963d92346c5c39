import { expect, it } from 'vitest'
import { compileLookup } from '../../../mappings/lib/lookup.ts'

const table = compileLookup({ 'create_*': 'made', 'create_user_*': 'account', create_me: 'me' })

it('a lookup table prefers the exact name, then the longest prefix', () => {
  expect(table.get('create_me')).toBe('me')
  expect(table.get('create_user_now')).toBe('account')
  expect(table.get('create_matter')).toBe('made')
})

it('a lookup table does not match other texts, or names of inherited members', () => {
  for (const text of ['created', 'recreate_x', '__proto__', 'constructor']) expect(table.get(text)).toBeUndefined()
  expect(compileLookup({}).get('toString')).toBeUndefined()
})
