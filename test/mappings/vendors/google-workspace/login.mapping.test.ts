import { expect, it } from 'vitest'
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
