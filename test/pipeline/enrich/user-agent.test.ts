import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { makeEnrichUserAgent, parseUserAgent } from '../../../pipeline/enrich/user-agent.ts'

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36 Edg/134.0.0.0',
    { name: 'Edge' },
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1',
    { name: 'Mobile Safari' },
  ],
  ['python-requests/2.31.0', { name: 'Python Requests' }],
  ['axios/1.7.7', { name: 'axios' }],
  ['rclone/v1.62.2', { name: 'rclone' }],
])('a user agent is parsed: %s', (text, expected) => {
  expect(parseUserAgent(text)).toMatchObject(expected)
})

it('an unknown user agent adds no fields', () => {
  expect(parseUserAgent('')).toEqual({})
  expect(parseUserAgent('BAV2ROPC')).toEqual({})
})

it('a user agent of any length and with any characters is parsed in limited time, from its beginning', () => {
  for (const hostile of ['('.repeat(1e6), 'Mozilla/5.0 ('.repeat(1e5), ' '.repeat(1e6), '\u0000\u202e'.repeat(1e5)]) {
    const document: EcsDocument = { event: {}, user_agent: { original: hostile } }
    makeEnrichUserAgent()(document)
    expect(document.user_agent?.original).toBe(hostile)
  }
})

it('a user agent fills the document and keeps the values of the mapping', () => {
  for (const [given, filled] of [
    [{ name: 'set by the vendor' }, { name: 'set by the vendor' }],
    [{}, { name: 'curl' }],
  ]) {
    const document: EcsDocument = { event: {}, user_agent: { original: 'curl/8.4.0', ...given } }
    makeEnrichUserAgent()(document)
    expect(document.user_agent).toEqual({ original: 'curl/8.4.0', ...filled })
  }
})
