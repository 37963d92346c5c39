import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import { accountEffect } from '../../../../mappings/vendors/account-effects.ts'
import { ownAccountEvents } from '../../../../mappings/vendors/google-workspace/operations.ts'
import { mapEvent } from './map-sample.ts'

it.each([
  ['passed', 'success'],
  ['Challenge Passed.', 'success'],
  ['Challenge Passed', 'success'],
  ['Challenge Failed', 'failure'],
  ['incomplete_login_challenge', 'failure'],
  ['incorrect_answer_entered', 'failure'],
  ['', undefined],
])('a sign-in with a challenge that is "%s" has the outcome %s', (status, outcome) => {
  const parameters = [{ name: 'login_challenge_status', value: status }]
  for (const name of ['login_challenge', 'login_verification'])
    expect(mapEvent('login', name, parameters).event.outcome).toBe(outcome)
})

/** The fields that must be the same in both logs. Elastic's integration classifies the events differently. */
const shared = ({ user, related, email, source }: EcsDocument) => ({ user, related, email, source })

it.each(ownAccountEvents)(
  'the event %s has the same fields and effect in the login log and the user accounts log',
  (name) => {
    const parameters = [{ name: 'email_forwarding_destination_address', value: 'drop@evil.example' }]
    const login = mapEvent('login', name, parameters)
    expect(login.user?.target?.email).toBe('Noor.Baker@northpier.example')
    expect(login.email?.to?.address).toEqual(['drop@evil.example'])
    expect(shared(login)).toEqual(shared(mapEvent('user_accounts', name, parameters)))
    expect(accountEffect('google_workspace.login', name)).toEqual(accountEffect('google_workspace.user_accounts', name))
  },
)

it('a new password is a reset, and a new second factor is a change of a factor', () => {
  expect(accountEffect('google_workspace.login', 'password_edit')).toEqual({ reset: true })
  expect(accountEffect('google_workspace.login', '2sv_disable')).toEqual({ factorChanged: true })
})

it('a sign-in is not a change of the account', () => {
  expect(mapEvent('login', 'login_success', []).user?.target).toBeUndefined()
})
