import { expect, it } from 'vitest'
import { distinctScopes, scopeKey, scopesWithout, toScopes } from '../../../../mappings/lib/oauth/scopes.ts'

it('the names of a scope list are separated by blanks, unique and in order', () => {
  expect(toScopes('  offline_access Mail.Read  mail.read openid ')).toEqual(['offline_access', 'Mail.Read', 'openid'])
  expect(toScopes(undefined)).toEqual([])
  expect(distinctScopes(['', 'A', 'a'])).toEqual(['A'])
})

it('the difference between two scope lists ignores case', () => {
  expect(scopesWithout(['Mail.Read', 'User.Read'], ['mail.read'])).toEqual(['User.Read'])
})

it('a set of scopes has one key, whatever the order', () => {
  expect(scopeKey(['User.Read', 'Mail.Read'])).toBe(scopeKey(['mail.read', 'user.read']))
})
