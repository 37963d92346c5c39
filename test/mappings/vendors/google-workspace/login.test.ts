import { describe, expect, it } from 'vitest'
import { mapEvent, mapSample } from './map-sample.ts'

describe('a sign-in', () => {
  it('succeeds or fails by its name', () => {
    expect(mapSample('login', 'login-success').event).toMatchObject({
      category: ['authentication', 'session'],
      type: ['start'],
      outcome: 'success',
    })
    expect(mapSample('login', 'login-failure').event).toMatchObject({
      outcome: 'failure',
      reason: 'login_failure_invalid_password',
    })
  })

  it('drops the prefix of its parameters and keeps their types', () => {
    expect(mapSample('login', 'login-success').google_workspace?.login).toEqual({
      type: 'google_password',
      challenge_method: ['password'],
      is_suspicious: false,
    })
  })

  it.each([
    ['passed', 'success'],
    ['Challenge Passed.', 'success'],
    ['incorrect_answer_entered', 'failure'],
    ['', undefined],
  ])('with a challenge that is "%s" has the outcome %s', (status, outcome) => {
    const { event } = mapEvent('login', 'login_challenge', [{ name: 'login_challenge_status', value: status }])
    expect(event.outcome).toBe(outcome)
  })

  it('passes the challenge of the sample', () => {
    expect(mapSample('login', 'login-challenge-passed').event).toMatchObject({
      category: ['authentication'],
      type: ['info'],
      outcome: 'success',
    })
  })
})

describe('a warning', () => {
  it('names the affected account and when it signed in', () => {
    const document = mapSample('login', 'login-suspicious')
    expect(document.event).toMatchObject({ action: 'suspicious_login', start: '2026-04-14T03:14:51.123Z' })
    expect(document.user?.target?.email).toBe('lena.ostrow@northpier.example')
    expect(document.google_workspace?.login).toMatchObject({ timestamp: 1776136491123456 })
  })

  it('a warning of an attack by a government is an alert', () => {
    expect(mapEvent('login', 'gov_attack_warning', []).event).toMatchObject({
      kind: 'alert',
      category: ['iam'],
      type: ['user'],
    })
  })

  it('a warning of a leaked password is about the account', () => {
    expect(mapSample('login', 'login-password-leak').event).toMatchObject({ category: ['iam'], type: ['user', 'info'] })
  })
})
