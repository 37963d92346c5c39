import { expect, it } from 'vitest'
import type { OauthGroup } from '../../../mappings/fields/document.ts'
import { annotated, day, eventOf } from './events.ts'

const account = { name: 'lena.ostrow@northpier.example' }

it('a use is in two places only by uses in completed periods of four hours, whatever its batch contains', async () => {
  const at = (hours: number, country: string, oauth: OauthGroup) => {
    const ip = country === 'NL' ? '198.51.100.20' : '192.0.2.33'
    const source = { ip, geo: { country_iso_code: country } }
    return eventOf('google_workspace.token', hours, { user: { email: account.name }, source, oauth })
  }
  const use = (hours: number, country: string) =>
    at(hours, country, { action: 'app_use', app: { id: 'client' }, account })
  const signIn = at(0, 'NL', { action: 'app_sign_in', app: { id: 'console', first_party: true }, account })
  const before = [signIn, ...[0, 5, 10, 15].map((days) => use(days * day + 1, 'NL'))]
  // The periods begin at 20 days and 1 hour, 5 hours and 9 hours.
  const later = [use(481, 'US'), use(486, 'US'), use(487, 'NL'), use(490, 'US')]
  const marks = (await annotated([...before, ...later])).slice(-4).map(({ activity }) => activity?.two_places)
  expect(marks).toEqual([undefined, undefined, undefined, true])
})
