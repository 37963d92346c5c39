import { expect, it } from 'vitest'
import { setupFailure } from '../../../pipeline/cli/setup.ts'
import { DependencyError } from '../../../pipeline/errors/dependency-error.ts'

const unreachable = (code: 'es_unreachable' | 'kafka_unreachable', hint = '') => ({
  error: new DependencyError(code, `${code}: check the address.`),
  hint,
})

it('if setup reaches only one server, the error names the missing setting of the other and the complete part', () => {
  const failure = setupFailure([unreachable('es_unreachable', ' ES_URL is not set.')], '1 created', false)
  expect(failure).toMatchObject({
    code: 'es_unreachable',
    message: 'Already done: 1 created.\nes_unreachable: check the address. ES_URL is not set.',
  })
})

it('if setup reaches no server, the error contains the message of each, and a program error comes first', () => {
  const both = [unreachable('es_unreachable'), unreachable('kafka_unreachable')]
  expect(setupFailure(both, '', true)).toMatchObject({
    message: 'es_unreachable: check the address.\nkafka_unreachable: check the address.',
  })
  const error = new TypeError('x')
  expect(setupFailure([...both, { error, hint: '' }], '', true)).toBe(error)
})
