import { expect, it } from 'vitest'
import { DependencyError } from '../../../pipeline/errors/dependency-error.ts'
import { redact, registerSecret } from '../../../pipeline/errors/redact.ts'
import { describeError } from '../../../pipeline/telemetry/telemetry.ts'

it.each([
  ['http://elastic:s3cr3t@127.0.0.1:1/api', 'http://***@127.0.0.1:1/api'],
  ['https://elastic:p@ss@w0rd@host', 'https://***@host'],
  ['https://token@host and http://u:p@other', 'https://***@host and http://***@other'],
  ['HTTP://u:%40%2F@host?q=1', 'HTTP://***@host?q=1'],
  ['socks5://u:p@[::1]:1080', 'socks5://***@[::1]:1080'],
  ['{"url":"http://u:p\\"w@host","mail":"a@b"}', '{"url":"http://***@host","mail":"a@b"}'],
])('redact hides the user information of %s', (text, expected) => {
  expect(redact(text)).toBe(expected)
})

it.each(['http://host/path?mail=a@b', '{"url":"http://host","mail":"a@b"}', 'alice@contoso.example', 'no URL'])(
  'redact does not change %s',
  (text) => expect(redact(text)).toBe(text),
)

it('redact hides registered secrets in every quoted form of the libraries', () => {
  registerSecret('pass/word "1"')
  expect(redact('pass/word "1" pass%2Fword%20%221%22 "pass/word \\"1\\""')).toBe('*** *** "***"')
})

it.each(['redact-Kib4na!', '0redact', '1redact2'])(
  'redact hides the whole secret %s, which contains another one',
  (secret) => {
    registerSecret('redact')
    registerSecret(secret)
    expect(redact(`password ${secret}, redact`)).toBe('password ***, ***')
  },
)

it('redact does not hide the words of a short secret', () => {
  registerSecret('info')
  expect(redact('info')).toBe('info')
})

// An algorithm with quadratic time takes hours.
it('redact processes a hostile text of a million characters', { timeout: 60_000 }, () => {
  for (const piece of ['://', '://a', '://\\/', '\\', '@', 'http://u:']) redact(piece.repeat(1_000_000 / piece.length))
})

it('no error or error cause contains a secret in its description', () => {
  const cause = new Error('cannot fetch http://u:p@host/')
  const error = new DependencyError('es_failed', 'no answer from http://u:p@host/', { cause, retryable: true })
  expect(`${error.stack} ${describeError(error).message}`).not.toContain('u:p')
})
