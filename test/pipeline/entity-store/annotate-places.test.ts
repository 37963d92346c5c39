import { describe, expect, it } from 'vitest'
import type { OauthGroup } from '../../../mappings/fields/document.ts'
import { annotated, day, eventOf } from './events.ts'

const account = { name: 'lena.ostrow@northpier.example' }

it('a use is in two places only by uses in completed periods of four hours, whatever its batch contains', async () => {
  const at = (hours: number, country: string, oauth: OauthGroup) => {
    const ip = country === 'NL' ? '198.51.100.20' : '192.0.2.33'
    const source = { ip, geo: { country_iso_code: country } }
    return eventOf('google_workspace.token', hours, { user: { email: account.name }, source, oauth })
  }
  const use = (hours: number, country: string, kind: 'native' | 'web' = 'native') =>
    at(hours, country, { action: 'app_use', app: { id: kind, kind }, account })
  const signIn = at(0, 'NL', { action: 'app_sign_in', app: { id: 'console', first_party: true }, account })
  const before = [signIn, ...[0, 5, 10, 15].map((days) => use(days * day + 1, 'NL'))]
  // The periods begin at 20 days and 1 hour, 5 hours and 9 hours.
  const later = [use(481, 'US'), use(486, 'US'), use(487, 'NL'), use(490, 'US')]
  const marks = (await annotated([...before, ...later])).slice(-4).map(({ activity }) => activity?.two_places)
  expect(marks).toEqual([undefined, undefined, undefined, true])
})

it('networks of uses without a known country displace no country', async () => {
  const use = (hours: number, ip: string, country?: string) => {
    const source = { ip, ...(country !== undefined && { geo: { country_iso_code: country } }) }
    const oauth: OauthGroup = { action: 'app_use', app: { id: 'cli', kind: 'native' }, account }
    return eventOf('google_workspace.token', hours, { user: { email: account.name }, source, oauth })
  }
  const start: OauthGroup = { action: 'app_sign_in', app: { id: 'console', first_party: true }, account }
  const signIn = eventOf('google_workspace.token', 0, {
    user: { email: account.name },
    source: { ip: '198.51.100.20' },
    oauth: start,
  })
  const home = [0, 5, 10, 15].map((days) => use(days * day + 1, '198.51.100.20', 'NL'))
  const networks = Array.from({ length: 60 }, (_, i) => use(i * 6 + 2, `93.${i}.7.9`))
  const later = [use(481, '192.0.2.33', 'US'), use(487, '198.51.100.20', 'NL'), use(491, '192.0.2.33', 'US')]
  const marks = (await annotated([signIn, ...networks, ...home, ...later])).slice(-3)
  expect(marks.map(({ activity }) => activity?.two_places)).toEqual([undefined, undefined, true])
})

describe('an application on a server', () => {
  const start = { action: 'app_sign_in', app: { id: 'console', first_party: true }, account } as const
  const signIn = eventOf('o365.audit', 0, {
    user: { email: account.name },
    source: { ip: '198.51.100.20' },
    oauth: start,
  })
  const use = (hours: number, ip: string) =>
    eventOf('o365.audit', hours, { source: { ip }, oauth: { action: 'app_use', app: { id: 'service' }, account } })
  const usual = [0, 5, 10, 15].map((days) => use(days * day + 1, '203.0.113.77'))
  const marksOf = async (...later: ReturnType<typeof use>[]) =>
    (await annotated([signIn, ...usual, ...later])).slice(-later.length).map(({ activity }) => activity?.two_places)

  it('is in two places by networks, if no record names a country', async () => {
    const later = [use(481, '192.0.2.33'), use(487, '203.0.113.77'), use(491, '192.0.2.33')]
    expect(await marksOf(...later)).toEqual([undefined, undefined, true])
  })

  it('is not in two places after a move, or with a short trial before it', async () => {
    expect(await marksOf(use(481, '192.0.2.33'), use(491, '192.0.2.33'))).toEqual([undefined, undefined])
    const later = [use(481, '192.0.2.33'), use(487, '203.0.113.77'), use(600, '192.0.2.33')]
    expect(await marksOf(...later)).toEqual([undefined, undefined, undefined])
  })
})
