import fc from 'fast-check'
import { expect, it } from 'vitest'
import { redirectChange, redirectHost, redirectKinds } from '../../../../mappings/lib/oauth/redirect.ts'

it.each([
  ['https://app.northpier.example/auth', ['https']],
  ['http://app.northpier.example/auth', ['http']],
  ['http://localhost:53682/', ['loopback']],
  ['http://127.0.0.1/cb', ['loopback']],
  ['http://[::1]:8400/', ['loopback']],
  ['msal7b3e9d15://auth', ['custom_scheme']],
  ['urn:ietf:wg:oauth:2.0:oob', ['custom_scheme']],
  ['https://*.northpier.example/cb', ['https', 'wildcard']],
  ['https://payroll.ngrok-free.app/cb', ['https', 'shared_hosting']],
  ['https://notngrok-free.app/cb', ['https']],
  ['https://localhost.attacker.example/', ['https']],
  ['https://localhost@attacker.example/', ['https']],
  ['http://127.0.0.1.attacker.example/cb', ['http']],
  ['http://127.attacker.example/cb', ['http']],
  ['http://127.1/cb', ['loopback']],
  ['http://localhost.:53682/', ['loopback']],
  ['https://localhost:*/cb', ['loopback', 'wildcard']],
  ['https://payroll.ngrok-free.app./cb', ['https', 'shared_hosting']],
  ['https://payroll.AzureWebsites.net.:443/cb', ['https', 'shared_hosting']],
  ['https://payroll%2Engrok-free.app/cb', ['https', 'shared_hosting']],
  ['https://payroll.ngrok-free.app.:*/cb', ['https', 'wildcard', 'shared_hosting']],
  ['https://attacker.example\\@localhost/', ['https']],
  ['https://attacker.example\\@localhost:*/', ['https', 'wildcard']],
  ['https://localhost@a@attacker.example:*/', ['https', 'wildcard']],
])('the kinds of the redirect address %s are %j', (address, kinds) => {
  expect(redirectKinds(address)).toEqual(kinds)
})

it('no text of a redirect address causes an exception', () => {
  fc.assert(fc.property(fc.string(), (text) => void redirectKinds(text)))
})

it('the host of a redirect URI is the part after user information and before a port', () => {
  expect(redirectHost('https://user:pw@App.Northpier.example:8443/x')).toBe('app.northpier.example')
})

it('the comparison of redirect URIs lists the differences between two lists, and nothing for equal lists', () => {
  expect(redirectChange(['https://a.example/'], ['https://a.example/'])).toBeUndefined()
  expect(redirectChange(['https://a.example/'], ['https://b.example/x', 'https://b.example/y'])).toEqual({
    added: ['https://b.example/x', 'https://b.example/y'],
    removed: ['https://a.example/'],
    added_domains: ['b.example'],
    kind: ['https'],
  })
})
