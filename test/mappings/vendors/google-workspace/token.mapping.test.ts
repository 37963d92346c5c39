import { expect, it } from 'vitest'
import { mapEvent } from './map-sample.ts'

it('the oauth group of a token event combines the scopes of scope and of scope_data', () => {
  const scopeData = { name: 'scope_data', multiMessageValue: [{ parameter: [{ name: 'scope_name', value: 'b' }] }] }
  expect(
    mapEvent('token', 'authorize', [{ name: 'scope', multiValue: ['a'] }, scopeData]).oauth?.grant?.scopes,
  ).toEqual(['a', 'b'])
  expect(mapEvent('token', 'authorize', [scopeData]).oauth?.grant?.scopes).toEqual(['b'])
})

it('the oauth group of an unknown token event contains the application, but no act', () => {
  const document = mapEvent('token', 'brand_new', [{ name: 'client_id', value: '7-a.apps.googleusercontent.com' }])
  expect(document.oauth).toEqual({ app: { id: '7-a.apps.googleusercontent.com', registration_id: '7' } })
  expect(document.event).toMatchObject({ category: ['iam'], type: ['info'] })
})

it('the oauth group of a token event has no account ID if Google hides the profile', () => {
  const actor = { email: 'x@northpier.example', profileId: '105250506097979753968' }
  const document = mapEvent('token', 'authorize', [], { actor })
  expect(document.oauth?.account).toEqual({ name: 'x@northpier.example' })
  expect(document.user?.id).toBe('105250506097979753968')
})

it.each([
  ['by blanks', { value: 'https://mail.google.com/ openid' }],
  ['by commas', { value: 'https://mail.google.com/,openid' }],
  ['as the text of a list', { value: '["https://mail.google.com/","openid"]' }],
  [
    'in a list, with blanks around',
    { multiValue: [' https://mail.google.com/ ', 'openid', 'https://mail.google.com/'] },
  ],
])('scopes that an export has joined %s are judged one by one', (_, slot) => {
  const { oauth } = mapEvent('token', 'authorize', [{ name: 'scope', ...slot }])
  expect(oauth?.grant?.scopes).toEqual(['https://mail.google.com/', 'openid'])
})
