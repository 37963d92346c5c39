import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import { AcceptedSignIns } from '../../../../pipeline/hunt/report/accepted.ts'
import type { Alert } from '../../../../rules/lib/alert.ts'

const address = '198.51.100.9'

function signIn(email: string, code?: string, properties: object = {}): EcsDocument {
  return {
    '@timestamp': '2026-03-11T09:14:00.000Z',
    event: { outcome: code === undefined ? 'success' : 'failure' },
    ...(code !== undefined && { error: { code } }),
    source: { ip: address },
    user: { email },
    oauth: { action: 'app_sign_in' },
    azure: { signinlogs: { properties } },
  } as unknown as EcsDocument
}

function signIns(documents: readonly EcsDocument[], alert = false): AcceptedSignIns {
  const accepted = new AcceptedSignIns()
  for (const document of documents) accepted.see(document)
  if (alert) accepted.alert({ source: { ip: address } } as Alert)
  return accepted
}

const facts = (documents: readonly EcsDocument[], alert = false): string[] => signIns(documents, alert).sentences()

const wrong = (count: number) => Array.from({ length: count }, (_, i) => signIn(`user${i}@a.example`, '50126'))

it('the report names an account if Conditional Access blocks its correct password after many wrong passwords', () => {
  expect(facts([...wrong(5), signIn('amy@a.example', '53003')])).toEqual([
    `The password (or the code) of amy@a.example was accepted from ${address} at 2026-03-11T09:14:00Z, but Conditional Access blocked the sign-in: reset the password, and end the sessions.`,
  ])
  expect(facts([...wrong(3), signIn('amy@a.example', '53003')])).toEqual([])
})

it('the report does not attribute a block in the home tenant to the Conditional Access of this tenant', () => {
  expect(facts([signIn('amy@a.example', '53011')], true)).toEqual([
    `The password (or the code) of amy@a.example was accepted from ${address} at 2026-03-11T09:14:00Z, but the sign-in was blocked because of user risk in the account's home tenant: reset the password, and end the sessions.`,
  ])
})

it.each([
  ['50076', {}, true],
  ['50055', {}, true],
  ['50144', {}, true],
  ['50125', {}, true],
  ['53004', {}, true],
  ['53010', {}, true],
  ['530035', {}, true],
  ['50126', {}, false],
  ['50057', {}, false],
  ['53003', { incoming_token_type: 'primaryRefreshToken' }, false],
])('from the address of an alert, the error %s with %j shows a correct password: %s', (code, properties, isShown) => {
  expect(facts([signIn('amy@a.example', code, properties)], true)).toHaveLength(isShown ? 1 : 0)
})

it('the report contains a blocked device code or password grant without an alert, unless somebody signs in from the address', () => {
  const blocked = signIn('amy@a.example', '53003', { authentication_protocol: 'deviceCode' })
  expect(facts([blocked])).toHaveLength(1)
  expect(facts([blocked, signIn('bob@a.example')])).toEqual([])
})

const success = (properties: object) => signIn('amy@a.example', undefined, properties)

it.each([
  ['53003', { authentication_requirement: 'singleFactorAuthentication' }, 'no record shows a second factor'],
  ['50076', { authentication_requirement: 'singleFactorAuthentication' }, 'no record shows a second factor'],
  ['53003', { authentication_requirement: 'multiFactorAuthentication' }, undefined],
  ['53003', {}, 'no record shows a second factor'],
  ['50076', {}, undefined],
])(
  'after the error %s, a success from the same new address with %j keeps the warning: %s',
  (code, properties, words) => {
    const blocked = signIn('amy@a.example', code, { authentication_protocol: 'deviceCode' })
    for (const isAlerted of [true, false])
      expect(facts([blocked, success(properties)], isAlerted)).toEqual(
        words === undefined ? [] : [expect.stringContaining(words)],
      )
    expect(facts([success(properties), blocked], true)).toEqual([])
    expect(signIns([blocked, success(properties)], true).noteOf(success(properties)) === undefined).toBe(
      words === undefined,
    )
  },
)

it('the report names two accounts with a correct password from one address if its network is new to both', () => {
  const from = (email: string, isNew: boolean) => {
    const document = signIn(email, '50076')
    return { ...document, oauth: { ...document.oauth, account: { network_new: isNew } } } as EcsDocument
  }
  expect(facts([from('amy@a.example', true), from('bob@a.example', true)])).toEqual([
    'The passwords (or the codes) of 2 accounts were accepted, but the sign-ins were stopped: reset the passwords, and end the sessions. The accounts: amy@a.example and bob@a.example.',
  ])
  expect(facts([from('amy@a.example', true), from('bob@a.example', false)])).toEqual([])
  expect(facts([from('amy@a.example', true)])).toEqual([])
  expect(facts([{ ...from('amy@a.example', true), user_agent: { original: 'BAV2ROPC' } }])).toHaveLength(1)
})

it('the report has one sentence for an account with a password accepted from several addresses', () => {
  const from = (ip: string) => ({
    ...signIn('amy@a.example', '53003', { authentication_protocol: 'ropc' }),
    source: { ip },
  })
  expect(facts([from('198.51.100.9'), from('198.51.100.10')])).toEqual([
    expect.stringContaining('amy@a.example was accepted from 198.51.100.9 '),
  ])
})

it('the report has the commands for accounts with an accepted password: by tenant, the password before the sessions', () => {
  const of = (email: string, id: string) => ({ ...signIn(email, '53003'), organization: { id } })
  const [one, other] = ['8f4a2c1e-6b7d-4e39-9a52-3c1d7f0b8e64', '0b8e646b-7d4e-499a-923c-1d7f8f4a2c1e']
  const { rows, steps } = signIns([of('Amy@a.example', one), of('bob@b.example', other)], true).passwords()
  expect(rows.shown).toMatchObject([
    { account: 'Amy@a.example', tenant: one, address, stop: 'Conditional Access blocked the sign-in' },
    { account: 'bob@b.example', tenant: other },
  ])
  expect(steps.map(({ command }) => command).join('\n')).toMatch(
    new RegExp(
      `-TenantId ${one} [^]*AuthenticationMethodPassword -UserId 'amy@a\\.example'[^]*SignInSession -UserId 'amy@a\\.example'[^]*-TenantId ${other} [^]*bob@b\\.example`,
    ),
  )
})

it('the report names an account with an accepted password that no command can contain, without a command that only connects', () => {
  const hostile = "x';rm -rf /#@a.example"
  const { rows, steps, gaps } = signIns([signIn(hostile, '53003')], true).passwords()
  expect(rows.shown).toHaveLength(1)
  expect(steps).toEqual([])
  expect(gaps.shown).toEqual([
    expect.stringContaining(`${JSON.stringify(hostile)}: a command cannot contain this name`),
  ])
})

it.each([
  [true, 1],
  [false, 0],
])('a failed Google second factor from the address of an alert shows a correct password: %s', (isSecond, shown) => {
  const challenge = {
    ...signIn('noor@a.example', ''),
    event: { dataset: 'google_workspace.login', action: 'login_verification', outcome: 'failure' },
    oauth: undefined,
    google_workspace: { login: { is_second_factor: isSecond } },
  } as unknown as EcsDocument
  const accepted = signIns([challenge], true)
  expect(accepted.sentences()).toHaveLength(shown)
  expect(accepted.passwords().steps.map(({ command }) => command)).toEqual(
    shown === 0
      ? []
      : [
          'gam update user noor@a.example password random changepassword on; gam info user noor@a.example',
          'gam user noor@a.example signout',
        ],
  )
})
