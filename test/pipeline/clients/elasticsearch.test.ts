import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, expect, it } from 'vitest'
import {
  type ElasticsearchSettings,
  incompatible,
  isTooLarge,
  makeClient,
  toDependencyError,
  whereIs,
} from '../../../pipeline/clients/elasticsearch.ts'
import type { DependencyError } from '../../../pipeline/errors/dependency-error.ts'
import { configOf } from '../../support/config-of.ts'
import { type FakeAnswer, type FakeElasticsearch, startFakeElasticsearch } from '../../support/fake-elasticsearch.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()

let fake: FakeElasticsearch | undefined

afterEach(async () => {
  await fake?.close()
  fake = undefined
})

async function failing(settings: Partial<ElasticsearchSettings>, answer?: FakeAnswer): Promise<DependencyError> {
  const client = await makeClient({
    urls: ['http://127.0.0.1:1'],
    compatibility: 9,
    requestTimeoutMs: 1_000,
    ...settings,
  })
  try {
    await client.transport.request({ method: 'GET', path: '/' }, { maxRetries: 0 })
  } catch (error) {
    return toDependencyError(error, whereIs(client))
  } finally {
    await client.close()
  }
  throw new Error(`no error for ${JSON.stringify(answer)}`)
}

async function answering(answer: FakeAnswer, settings: Partial<ElasticsearchSettings> = {}): Promise<DependencyError> {
  fake = await startFakeElasticsearch(() => answer)
  return failing({ urls: [fake.url], ...settings }, answer)
}

it.each([true, false])(
  'an error contains neither the credentials nor a copy of its request body (a server answers: %s)',
  async (answers) => {
    fake = answers ? await startFakeElasticsearch(() => ({ status: 503, body: {} })) : undefined
    const client = await makeClient({ urls: [fake?.url ?? 'http://127.0.0.1:1'], compatibility: 9, apiKey: 'c2VjcmV0' })
    const bulkBody = Buffer.from(`${'1'.repeat(100_000)}\n`) as unknown as string
    const sent = client.transport.request({ method: 'POST', path: '/_bulk', bulkBody }, { maxRetries: 0 })
    const error = await sent.catch((thrown: unknown) => toDependencyError(thrown, whereIs(client)))
    await client.close()
    const shown = inspect(error, { depth: 20, maxArrayLength: null })
    expect(shown).toContain(answers ? 'es_unavailable' : 'es_unreachable')
    expect(shown).not.toMatch(/c2VjcmV0|49, 49|49: 49|'99': 49/)
    expect(shown.length).toBeLessThan(10_000)
  },
)

it('a TLS error from a server without TLS names the fix, and omits the text of OpenSSL', async () => {
  const message =
    'write EPROTO 00:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../ssl3_record.c:354:\n'
  const error = Object.assign(new Error(message), { name: 'ConnectionError' })
  expect(toDependencyError(error, 'https://es:9200').message).toBe(
    'Elasticsearch at https://es:9200 does not use TLS on this port. Use http:// in the URL, or enable TLS on the server.',
  )
})

it('the error about an older server mentions other nodes only if there are several', () => {
  expect(incompatible('http://a:9200').message).not.toContain('same cluster')
  expect(incompatible('http://a:9200, http://b:9200').message).toContain('same cluster')
})

it('an error of the Elasticsearch client about an unreachable server names the address and can be retried', async () => {
  const error = await failing({})
  expect(error).toMatchObject({ code: 'es_unreachable', retryable: true })
  expect(error.message).toMatch(/at http:\/\/127\.0\.0\.1:1 is unreachable: .*ECONNREFUSED/)
})

const refused = (status: number, type: string, reason: string) => ({ status, body: { error: { type, reason } } })

it.each<[string, FakeAnswer, string, boolean, string]>([
  [
    'a wrong API version',
    refused(400, 'media_type_header_exception', 'Invalid media-type value on headers [Accept]'),
    'es_compatibility',
    false,
    'ES_COMPATIBILITY=8',
  ],
  [
    'a missing index',
    refused(404, 'index_not_found_exception', 'no such index [consentry-apps-nope]'),
    'es_refused',
    false,
    'Check the namespace (CONSENTRY_NAMESPACE)',
  ],
  ['another product', { body: {}, headers: { 'x-elastic-product': 'Other' } }, 'es_not_elasticsearch', true, ''],
  [
    'a redirect from a proxy',
    { status: 302, headers: { location: '/login?token=hunter2' } },
    'es_not_elasticsearch',
    true,
    '/login. Check',
  ],
  ['a damaged gzip response', { body: {}, headers: { 'content-encoding': 'gzip' } }, 'es_answer', true, 'damaged'],
  ['a timeout', 'stall', 'es_timeout', true, ''],
])(
  'an Elasticsearch client error about %s has the correct code and advice',
  async (_, answer, code, retryable, todo) => {
    expect(await answering(answer)).toMatchObject({ code, retryable, message: expect.stringContaining(todo) })
  },
)

it.each([
  [503, { status: 0, error: 'upstream' }, 'es_unavailable'],
  [503, { status: 200, error: { type: 'x', reason: 'y' } }, 'es_unavailable'],
  [502, { status: 400, error: { type: 'x', reason: 'y' } }, 'es_unavailable'],
  [429, { status: 413 }, 'es_unavailable'],
  [413, { status: 503 }, 'es_too_large'],
  [403, { status: 401, error: 'denied' }, 'es_forbidden'],
])('the HTTP status %i decides, and not the status in the body: %j', async (status, body, code) => {
  const error = await answering({ status, body })
  expect(error).toMatchObject({ code, message: expect.stringContaining(`(${status})`) })
  expect(isTooLarge(error.cause)).toBe(status === 413)
})

it('an error of a search names the indices on which it failed, the reason and the correction', async () => {
  const shard = (index: string, reason: string) => ({
    index,
    shard: 0,
    reason: { type: 'query_shard_exception', reason },
  })
  const failed_shards = [
    shard('.ds-logs-a-1', 'no date'),
    shard('.ds-logs-a-1', 'another'),
    shard('.ds-logs-b-1', 'no ip'),
  ]
  const body = { error: { type: 'search_phase_execution_exception', reason: 'Partial shards failure', failed_shards } }
  fake = await startFakeElasticsearch(() => ({ status: 400, body }))
  const { message, retryable } = await failing({ urls: [fake.url] })
  expect(message).toMatch(/index \.ds-logs-a-1: query_shard_exception: no date; /)
  expect(message).toContain('index .ds-logs-b-1: query_shard_exception: no ip')
  expect(message).toContain('`consentry doctor` compares them')
  expect(retryable).toBe(false)
})

it('an exception with a numeric code becomes a dependency error', () => {
  const { code } = toDependencyError(new DOMException('stopped', 'AbortError'), 'http://127.0.0.1:9200')
  expect(code).toBe('es_failed')
})

it('an error of the Elasticsearch client contains no credentials', async () => {
  const error = await answering(
    { status: 401, body: { error: { type: 'security_exception' } } },
    { apiKey: 'c2VjcmV0LWtleQ==' },
  )
  expect(fake?.requests[0]?.headers.authorization).toBe('ApiKey c2VjcmV0LWtleQ==')
  expect(error).toMatchObject({ code: 'es_unauthorized', retryable: false })
  expect(JSON.stringify({ ...error, message: error.message, cause: error.cause })).not.toContain('c2VjcmV0')
})

it('an error of the Elasticsearch client names TLS if the server does not support TLS', async () => {
  fake = await startFakeElasticsearch()
  expect(await failing({ urls: [fake.url.replace('http:', 'https:')] })).toMatchObject({
    code: 'es_tls',
    retryable: false,
  })
})

it.each([8, 9] as const)('every request asks for compatibility with Elasticsearch %i', async (compatibility) => {
  fake = await startFakeElasticsearch()
  const client = await makeClient({ urls: [fake.url], compatibility, username: 'ada', password: 'only-for-tests' })
  await client.info()
  await client.transport.request({ method: 'POST', path: '/_bulk', bulkBody: '{}\n{}\n' })
  await client.close()
  for (const { headers } of fake.requests) {
    expect(headers.accept).toContain(`compatible-with=${compatibility}`)
    expect(headers.authorization).toMatch(/^Basic /)
  }
  expect(fake.requests.at(-1)?.headers['content-type']).toContain(`compatible-with=${compatibility}`)
})

it.each<[string, Partial<ElasticsearchSettings>, RegExp]>([
  ['no URL', { urls: [] }, /no URL/],
  ['no scheme', { urls: ['localhost:9200'] }, /must start with http/],
  ['a password in the URL', { urls: ['https://ada:hunter2@es.example.com'] }, /contains credentials/],
  ['a secret in the query', { urls: ['https://es.example.com/?api_key=hunter2'] }, /contains a query or a fragment/],
  ['a CA file without a certificate', { urls: ['https://es.example.com'], caFile: '/dev/null' }, /no certificate/],
  ['half a login', { username: 'ada' }, /set both user name and password/],
  [
    'a CA file that is absent',
    { urls: ['https://es.example.com'], caFile: 'no/such/ca.pem' },
    /cannot read the CA file .*no\/such\/ca.pem/,
  ],
  ['a fingerprint without TLS', { caFingerprint: 'AA:BB' }, /requires https/],
])('invalid settings (%s) are refused before any request', async (_, settings, message) => {
  const error = await failing(settings).catch((thrown) => thrown)
  expect(error).toMatchObject({ code: 'es_settings', retryable: false, message: expect.stringMatching(message) })
  expect(error.message).not.toContain('hunter2')
})

it.each([
  {
    name: 'an API key',
    variable: 'ES_API_KEY_FILE',
    env: {},
    first: 'Zmlyc3Qta2V5',
    second: 'c2Vjb25kLWtleQ==',
    header: (key: string) => `ApiKey ${key}`,
  },
  {
    name: 'a password',
    variable: 'ES_PASSWORD_FILE',
    env: { ES_USERNAME: 'consentry' },
    first: 'first password',
    second: 'second password',
    header: (password: string) => `Basic ${Buffer.from(`consentry:${password}`).toString('base64')}`,
  },
])(
  '$name is read again from its file when Elasticsearch rejects the old value, even for requests in flight',
  async ({ variable, env, first, second, header }) => {
    const file = join(folder, 'secret')
    writeFileSync(file, `${first}\n`)
    const { elasticsearch } = configOf({ ...env, [variable]: file })
    let valid = first
    fake = await startFakeElasticsearch(({ headers }) =>
      headers.authorization === header(valid)
        ? { body: {} }
        : { status: 401, body: { error: { type: 'security_exception' } } },
    )
    const client = await makeClient({ ...elasticsearch, urls: [fake.url] })
    const request = () => client.transport.request({ method: 'GET', path: '/' })
    await request()
    valid = second
    await expect(request()).rejects.toMatchObject({ statusCode: 401 })
    writeFileSync(file, `${second}\n`)
    await Promise.all([request(), request(), request()])
    await client.close()
  },
)
