// The Elasticsearch client, created from settings, with errors that show an operator which setting to change.
import type { Client, SniffingTransport } from '@elastic/elasticsearch'
import { readNamedText } from '../../mappings/kernel/named-file.ts'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { currentSecret } from '../config/secret-files.ts'
import { DependencyError, type DependencyErrorCode } from '../errors/dependency-error.ts'
import { registerSecret } from '../errors/redact.ts'
import { withoutTls } from '../errors/tls.ts'
import { failedIndices, reasonOf } from './error-reason.ts'
import { redirectTarget } from './redirect.ts'
import type { Retry } from './retry.ts'
import { retryAfterMs } from './retry-after.ts'

type ClientOptions = ConstructorParameters<typeof Client>[0]

export interface ElasticsearchSettings {
  readonly urls: readonly string[]
  /** An encoded API key. Takes precedence over user name and password. */
  readonly apiKey?: string
  readonly username?: string
  readonly password?: string
  /** PEM file with the authority that signed the server's certificate. */
  readonly caFile?: string
  /** SHA-256 fingerprint of that authority, as Elasticsearch prints it at its first start. */
  readonly caFingerprint?: string
  /** Major version of the server's API; 8 also works with a server of version 9. */
  readonly compatibility: 8 | 9
  readonly requestTimeoutMs?: number
}

function settingsError(message: string, cause?: unknown): DependencyError {
  return new DependencyError('es_settings', `Elasticsearch settings: ${message}`, { cause })
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  // The text itself stays out of the message: it may hold a password.
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw settingsError('each URL must start with http:// or https:// and contain a host')
  }
  if (url.username !== '' || url.password !== '') {
    throw settingsError(
      `the URL of ${url.host} contains credentials; use the settings for the API key or for user name and password instead`,
    )
  }
  if (url.search !== '' || url.hash !== '')
    throw settingsError(`the URL of ${url.host} contains a query or a fragment; use only scheme, host, port and path`)
  return url
}

function readCa(file: string): string {
  let text: string
  try {
    text = readNamedText(file)
  } catch (cause) {
    throw settingsError(`cannot read the CA file ${file} (${messageOf(cause)})`, cause)
  }
  if (text.includes('-----BEGIN ')) return text
  throw settingsError(`the CA file ${file} contains no certificate in PEM form`)
}

/** The header with the credentials as they are now: the file of a secret may contain another one. */
function authorizationOf({ apiKey, username, password }: ElasticsearchSettings): { authorization?: string } {
  if (apiKey !== undefined) return { authorization: `ApiKey ${currentSecret('elasticsearch.apiKey', apiKey)}` }
  if (username === undefined && password === undefined) return {}
  if (username === undefined || password === undefined) throw settingsError('set both user name and password')
  const encoded = Buffer.from(`${username}:${currentSecret('elasticsearch.password', password)}`).toString('base64')
  registerSecret(encoded)
  return { authorization: `Basic ${encoded}` }
}

/**
 * A transport that reads the credentials again after a 401 response, and resends the request if they changed. It
 * rejects redirects, which the client treats as successful responses without content.
 */
function rereading(Transport: typeof SniffingTransport, settings: ElasticsearchSettings): typeof SniffingTransport {
  let credentials = authorizationOf(settings)
  return class extends Transport {
    /** The type of the answer is the caller's, as in each signature of the client. */
    override async request(...[params, options]: Parameters<SniffingTransport['request']>): Promise<never> {
      const send = async (added: typeof credentials) => {
        const headers = { ...options?.headers, ...added }
        const answer = await super.request(params, { ...options, meta: true, headers }).catch(rethrow)
        const from = String(answer.meta.connection?.url.origin)
        const target = redirectTarget(answer.statusCode ?? 0, answer.headers?.location, from)
        if (target !== undefined) throw redirected(from, target)
        return (options?.meta === true ? answer : answer.body) as never
      }
      const sent = credentials
      try {
        return await send(sent)
      } catch (error) {
        if (toClientError(error).statusCode !== 401) throw error
        credentials = authorizationOf(settings)
        if (credentials.authorization === sent.authorization) throw error
        return send(credentials)
      }
    }
  }
}

/**
 * Rethrows an error without its request, which contains the credentials and all documents, and with the HTTP status.
 * The client prefers a member `status` of the body, which a proxy can set to anything.
 */
function rethrow(error: unknown): never {
  const { meta } = error as { meta?: { meta?: unknown; statusCode?: number | null } }
  delete meta?.meta
  if (typeof meta?.statusCode === 'number') Object.defineProperty(error, 'statusCode', { value: meta.statusCode })
  throw error
}

function redirected(where: string, target: string): DependencyError {
  const fault = `The server at ${where} is not Elasticsearch: it redirects to ${target}.`
  const todo = 'Check the URL, and any proxy in front of the server.'
  return new DependencyError('es_not_elasticsearch', fault, { retryable: true, todo })
}

/** Tools print fingerprints with or without colons, in upper or lower case. The client compares the text. */
function toFingerprint(text: string): string {
  const pairs = text.replaceAll(':', '').toUpperCase().match(/../g)
  return pairs?.join(':') ?? ''
}

function trust(settings: ElasticsearchSettings): Partial<Pick<ClientOptions, 'tls' | 'caFingerprint'>> {
  const { caFile, caFingerprint } = settings
  return {
    // With only a fingerprint, the client checks the chain by it and not by the system's certificate authorities.
    ...(caFile !== undefined && { tls: { ca: readCa(caFile) } }),
    ...(caFingerprint !== undefined && {
      caFingerprint: toFingerprint(caFingerprint),
      ...(caFile === undefined && { tls: { rejectUnauthorized: false } }),
    }),
  }
}

const compatibleWith8 = 'application/vnd.elasticsearch+json; compatible-with=8'

export async function withClient<T>(settings: ElasticsearchSettings, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await makeClient(settings)
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}

/** A client for these settings. The client library is loaded here and not before, so that commands without it start fast. */
export async function makeClient(settings: ElasticsearchSettings): Promise<Client> {
  if (settings.urls.length === 0) throw settingsError('no URL is set')
  const nodes = settings.urls.map((text) => parseUrl(text).href)
  if (settings.caFingerprint !== undefined && nodes.some((url) => url.startsWith('http:'))) {
    throw settingsError('a CA fingerprint requires https:// URLs')
  }
  const options: ClientOptions = {
    nodes,
    requestTimeout: settings.requestTimeoutMs ?? 60_000,
    // The client would copy the request of each error, with the body byte by byte: 500 MB for a 2 MB body.
    redaction: { type: 'off' },
    ...trust(settings),
    ...(settings.compatibility === 8 && { headers: { accept: compatibleWith8, 'content-type': compatibleWith8 } }),
  }
  const { Client, SniffingTransport } = await import('@elastic/elasticsearch')
  return new Client({ ...options, Transport: rereading(SniffingTransport, settings) })
}

/** Where a client sends its requests, without credentials. */
export function whereIs(client: Client): string {
  return client.connectionPool.connections.map((connection) => connection.url.origin).join(', ')
}

interface ClientError {
  readonly name?: string
  readonly message?: string
  /** The code of a Node.js error, for example from zlib; a number for a DOMException. */
  readonly code?: string | number
  readonly statusCode?: number
  readonly headers?: Readonly<Record<string, unknown>>
  readonly body?: { readonly error?: unknown }
}

function toClientError(thrown: unknown): ClientError {
  return typeof thrown === 'object' && thrown !== null ? thrown : { message: String(thrown) }
}

const tlsTrouble = /certificate|self[- ]signed|fingerprint|altnames|wrong version number|ssl|tls|eproto/i

function connectionError(message: string, where: string, cause: unknown): DependencyError {
  if (withoutTls(message)) {
    const fault = `Elasticsearch at ${where} does not use TLS on this port.`
    return new DependencyError('es_tls', fault, { cause, todo: 'Use http:// in the URL, or enable TLS on the server.' })
  }
  if (tlsTrouble.test(message)) {
    return new DependencyError('es_tls', `TLS with Elasticsearch at ${where} failed: ${message}.`, {
      cause,
      todo: 'Check the scheme and the host name of the URL. Set the CA file or the CA fingerprint to the authority that signed the server certificate.',
    })
  }
  return new DependencyError('es_unreachable', `Elasticsearch at ${where} is unreachable: ${message}.`, {
    cause,
    todo: 'Check the URL (https:// for TLS) and check that the server is running.',
    retryable: true,
  })
}

const tooLarge = 'es_too_large'

/** Checks whether an error requires a smaller request. The same request would fail again. */
export const isTooLarge = (error: unknown): boolean =>
  error instanceof DependencyError ? error.code === tooLarge : toClientError(error).statusCode === 413

export function incompatible(where: string, cause?: unknown): DependencyError {
  return new DependencyError(
    'es_compatibility',
    `Elasticsearch at ${where} does not support the API version of these requests: the server is older than the compatibility setting.`,
    {
      cause,
      todo: `Set ES_COMPATIBILITY=8 (elasticsearch.compatibility: 8).${where.includes(', ') ? ' Check that all URLs are nodes of the same cluster.' : ''}`,
    },
  )
}

function answerError(status: number, reason: string, where: string, cause: unknown): DependencyError {
  const { headers, body } = toClientError(cause)
  const fail = (code: DependencyErrorCode, text: string, more?: ConstructorParameters<typeof DependencyError>[2]) =>
    new DependencyError(code, `Elasticsearch at ${where} ${text}`, { cause, ...more })
  if (reason.includes('media_type_header_exception')) return incompatible(where, cause)
  if (status === 401)
    return fail('es_unauthorized', 'rejected the credentials (401).', {
      todo: 'Check the API key, or user name and password.',
    })
  if (status === 403) {
    const todo = 'Grant the missing privilege to the API key or the user.'
    return fail('es_forbidden', `denied the request (403): ${reason}.`, { todo })
  }
  if (status === 408 || status === 429 || status >= 500)
    return fail('es_unavailable', `cannot take the request now (${status}): ${reason}.`, {
      retryable: true,
      retryAfterMs: retryAfterMs(headers?.['retry-after'], Date.now()),
    })
  if (status === 413) {
    const todo = 'Increase http.max_content_length, or the limit of the proxy in front of the server.'
    return fail(tooLarge, 'rejected the request because of its size (413).', { retryable: true, todo })
  }
  const todo = reason.startsWith('index_not_found')
    ? 'Check the namespace (CONSENTRY_NAMESPACE) and the URL. `consentry setup` creates the indices.'
    : failedIndices(body?.error).some((each) => typeProblem.test(each))
      ? 'The field types of an index may differ from the templates: `consentry doctor` compares them.'
      : ''
  // An Elasticsearch error has a body with a type or a text. A proxy's error page does not, and may be temporary.
  const retryable = body?.error === undefined
  return fail('es_refused', `rejected the request (${status}): ${reason}.`, { retryable, todo })
}

/** The reasons of a shard whose index has another type for a field. */
const typeProblem = /fielddata|number_format|query_shard|failed to parse|No mapping found/i

/** Converts a client error: what happened, where, and what to do. Contains no secrets and no documents. */
export function toDependencyError(error: unknown, where: string): DependencyError {
  if (error instanceof DependencyError) return error
  const { name, message = '', code = '', statusCode, body } = toClientError(error)
  const server = `Elasticsearch at ${where}`
  const fail = (kind: DependencyErrorCode, text: string, retryable = true, todo = '') =>
    new DependencyError(kind, text, { cause: error, retryable, todo })
  switch (name) {
    case 'ResponseError':
      return answerError(statusCode ?? 0, reasonOf(body?.error), where, error)
    case 'TimeoutError':
      return fail('es_timeout', `${server} did not answer in time.`)
    case 'RequestAbortedError':
      return fail('es_aborted', `A request to ${server} was aborted.`)
    case 'ProductNotSupportedError':
      // A proxy in front of Elasticsearch can also cause this error temporarily.
      return fail('es_not_elasticsearch', `The server at ${where} is not Elasticsearch.`, true, 'Check the URL.')
    case 'DeserializationError':
      return fail('es_answer', `The response from ${server} is not JSON.`)
    case 'ConnectionError':
    case 'NoLivingConnectionsError':
      return connectionError(message, where, error)
    default:
      if (String(code).startsWith('Z_'))
        return fail('es_answer', `${server} sent a damaged compressed response: ${message}.`)
      return fail('es_failed', `A request to ${server} failed: ${message}`, false)
  }
}

/** Sends a request once. Throws a DependencyError. */
export async function request<T>(client: Client, send: () => Promise<T>): Promise<T> {
  try {
    return await send()
  } catch (error) {
    throw toDependencyError(error, whereIs(client))
  }
}

export type SendWithRetry<T> = (options: { readonly maxRetries: 0; readonly signal?: AbortSignal }) => Promise<T>

/** Retries a request as long as the server may recover. Throws a DependencyError. */
export async function requestWithRetry<T>(client: Client, retry: Retry, send: SendWithRetry<T>): Promise<T> {
  for (;;) {
    retry.check()
    try {
      return await send({ maxRetries: 0, ...retry.options })
    } catch (error) {
      await retry.pause(toDependencyError(error, whereIs(client)))
    }
  }
}
