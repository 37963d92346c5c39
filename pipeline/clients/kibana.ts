// Kibana's HTTP API (https://www.elastic.co/docs/api/doc/kibana).
import { File } from 'node:buffer'
import { Agent, type BodyInit, FormData, fetch, type Response } from 'undici'
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { readNamedText } from '../../mappings/kernel/named-file.ts'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { unreadableFile } from '../config/unreadable-file.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { redact, registerSecret } from '../errors/redact.ts'
import { withoutTls } from '../errors/tls.ts'
import { redirectTarget } from './redirect.ts'
import { Retry, type RetryPolicy, type Runtime, realRuntime } from './retry.ts'
import { retryAfterMs } from './retry-after.ts'
import { defaultRetryPolicies } from './retry-policies.ts'

export interface KibanaSettings {
  /** `https://kibana.example:5601`, with the base path if there is one. */
  readonly url: string
  /** An API key in its encoded form, or a user. Rules run with the privileges of the key or user that wrote them. */
  readonly credentials?: { readonly apiKey: string } | { readonly name: string; readonly password: string }
  /** PEM file of the certificate authority that signed Kibana's certificate. */
  readonly ca?: string
  readonly space?: string
  readonly timeoutMs?: number
}

/** An error response, with the message of Kibana for a person. */
interface Refusal {
  readonly status: number
  readonly reason: string
}

export type Answer = { readonly ok: true; readonly body: Json } | ({ readonly ok: false } & Refusal)

export interface Kibana {
  readonly host: string
  /** The space of the requests. */
  readonly space: string
  /**
   * Sends a request below `/api`. An NDJSON response becomes a list. A file is sent as a form, and Kibana derives the
   * format from its name. Throws a DependencyError if Kibana does not respond or refuses the credentials, or if another
   * server responds with a web page.
   */
  send(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: JsonObject | File): Promise<Answer>
}

/** Temporary statuses. */
const retried: ReadonlySet<number> = new Set([429, 502, 503, 504])

export function openKibana(
  settings: KibanaSettings,
  policy: RetryPolicy = defaultRetryPolicies.kibana,
  runtime: Runtime = realRuntime,
): Kibana {
  const base = baseOf(settings)
  const headers = { 'kbn-xsrf': 'consentry', 'elastic-api-version': '2023-10-31', ...authorizationOf(settings) }
  const dispatcher = dispatcherOf(settings)

  async function attempt(
    method: string,
    path: string,
    body: JsonObject | File | undefined,
  ): Promise<{ response: Response; text: string }> {
    const timeoutMs = settings.timeoutMs ?? 30_000
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      const response = await fetch(`${base}/api${path}`, {
        method,
        signal,
        redirect: 'manual',
        ...(dispatcher !== undefined && { dispatcher }),
        ...contentOf(body, headers),
      })
      return { response, text: await response.text() }
    } catch (cause) {
      const message = messageOf(cause instanceof Error ? (cause.cause ?? cause) : cause)
      const reason = signal.aborted
        ? `no complete response within ${timeoutMs / 1000} s`
        : withoutTls(message)
          ? 'it does not use TLS on this port: use http:// in KIBANA_URL, or enable TLS'
          : message
      if (reason === 'bad port')
        throw settingsError(
          `KIBANA_URL: HTTP clients refuse port ${new URL(base).port}; use the port of Kibana, usually 5601`,
        )
      throw new DependencyError('kibana_unreachable', `Kibana at ${new URL(base).host} does not answer (${reason})`, {
        cause,
        retryable: true,
        todo: 'check KIBANA_URL, and KIBANA_CA for a certificate of your own',
      })
    }
  }

  return {
    host: new URL(base).host,
    space: spaceOf(base),
    async send(method, path, body) {
      const retry = new Retry(policy, runtime)
      for (;;) {
        const { response, text } = await attempt(method, path, body)
        const asked = retryAfterMs(response.headers.get('retry-after'), runtime.now())
        const waitMs = retried.has(response.status) ? retry.next(asked) : undefined
        if (waitMs !== undefined) {
          await retry.wait(waitMs)
          continue
        }
        const target = redirectTarget(response.status, response.headers.get('location'), base)
        if (target !== undefined || isWebPage(response, text))
          throw new DependencyError(
            'kibana_not_kibana',
            `${new URL(base).host} returned ${response.status} with ${target === undefined ? 'an HTML page' : `a redirect to ${target}`} instead of a Kibana API response`,
            { todo: 'set KIBANA_URL to Kibana itself, with its base path, not to a login page or proxy' },
          )
        if (response.headers.has('x-elastic-product'))
          throw new DependencyError('kibana_not_kibana', `${new URL(base).host} is Elasticsearch, not Kibana`, {
            todo: 'set KIBANA_URL to Kibana, usually on port 5601',
          })
        const content = parse(response, text)
        if (response.status === 401 || response.status === 403)
          throw new DependencyError('kibana_refuses', `Kibana answers ${response.status}: ${reasonOf(content)}`, {
            todo: 'set KIBANA_API_KEY, or KIBANA_USERNAME and KIBANA_PASSWORD, to an account with the Kibana privileges Security: All and Saved Objects Management: All',
          })
        if (response.ok) return { ok: true, body: content }
        return { ok: false, status: response.status, reason: reasonOf(content) }
      }
    },
  }
}

/** Returns the error for a response without which a command cannot continue. `what` describes the failure. */
export function refusal({ host }: Kibana, what: string, answer: Answer): DependencyError {
  const [fault, hint] = answer.ok
    ? ['a response that does not have the documented form', 'check KIBANA_URL, and any proxy that may change responses']
    : [`${answer.status}: ${answer.reason}`, hintOf(answer.status)]
  const message = `${what}: Kibana at ${host} returned ${fault}`
  return new DependencyError('kibana_answer', message, { todo: `${hint}, then run the command again` })
}

function hintOf(status: number): string {
  if (status === 404) return 'check the base path in KIBANA_URL, and KIBANA_SPACE'
  return status === 429 || status >= 500 ? 'wait until Kibana is available' : 'check the version and the log of Kibana'
}

/** Reads all pages of `size` items at a path with a query. `what` describes a failure. */
export async function readPages(kibana: Kibana, path: string, size: number, what: string): Promise<JsonObject[]> {
  const items: JsonObject[] = []
  for (let page = 1; ; page++) {
    const answer = await kibana.send('GET', `${path}&page=${page}&per_page=${size}`)
    const data = answer.ok && isObject(answer.body) ? answer.body.data : undefined
    if (!Array.isArray(data) || !data.every(isObject)) throw refusal(kibana, what, answer)
    items.push(...data)
    if (data.length < size) return items
  }
}

function settingsError(message: string): DependencyError {
  return new DependencyError('kibana_settings', message)
}

function baseOf({ url, space }: KibanaSettings): string {
  // The URL itself stays out of the message: it may hold a password.
  if (!/^https?:\/\/[^\s/?#@]+(\/[^\s?#@]*)?$/i.test(url) || !URL.canParse(url))
    throw settingsError(
      'KIBANA_URL must start with http:// or https://, contain a host, and contain no credentials; use KIBANA_API_KEY for these',
    )
  const trimmed = url.replace(/\/+$/, '')
  return space === undefined || space === 'default' ? trimmed : `${trimmed}/s/${encodeURIComponent(space)}`
}

/** The space in a URL, which may be part of KIBANA_URL. */
function spaceOf(base: string): string {
  const name = /\/s\/([^/]+)$/.exec(base)?.[1]
  return name === undefined ? 'default' : decodeURIComponent(name)
}

function authorizationOf({ credentials }: KibanaSettings): { authorization?: string } {
  if (credentials === undefined) return {}
  if ('apiKey' in credentials) {
    registerSecret(credentials.apiKey)
    return { authorization: `ApiKey ${credentials.apiKey}` }
  }
  const { name, password } = credentials
  const encoded = Buffer.from(`${name}:${password}`).toString('base64')
  registerSecret(password)
  registerSecret(encoded)
  return { authorization: `Basic ${encoded}` }
}

function dispatcherOf({ ca }: KibanaSettings): Agent | undefined {
  if (ca === undefined) return undefined
  try {
    return new Agent({ connect: { ca: readNamedText(ca) } })
  } catch (cause) {
    const { message, hint } = unreadableFile(ca, cause)
    throw settingsError(`KIBANA_CA ${message}; ${hint}`)
  }
}

/** The body of a request with its headers; a form sets its own content type. */
function contentOf(
  body: JsonObject | File | undefined,
  headers: Readonly<Record<string, string>>,
): { headers: Record<string, string>; body?: BodyInit } {
  if (body instanceof File) {
    const form = new FormData()
    form.append('file', body)
    return { headers: { ...headers }, body: form }
  }
  const json = { ...headers, 'content-type': 'application/json' }
  return body === undefined ? { headers: json } : { headers: json, body: JSON.stringify(body) }
}

function isWebPage(response: Response, text: string): boolean {
  return /\bhtml\b/i.test(response.headers.get('content-type') ?? '') || /^\s*<(?:!doctype|html)\b/i.test(text)
}

/** Parses JSON, or NDJSON as a list. For other text, returns its beginning. */
function parse(response: Response, text: string): Json {
  const isLines = response.headers.get('content-type')?.includes('ndjson') === true
  try {
    if (!isLines) return JSON.parse(text) as Json
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    return lines.map((line) => JSON.parse(line) as Json)
  } catch {
    return text.slice(0, 500)
  }
}

/** Returns the `message` of an error. If it is a list of problems with a body, joins all of them. */
function reasonOf(content: Json): string {
  return redact(textOf(content))
}

function textOf(content: Json): string {
  if (!isObject(content)) return String(content)
  const { message, error } = content
  if (typeof message === 'string') return message
  if (Array.isArray(message)) return message.map(String).join('; ')
  return typeof error === 'string' ? error : JSON.stringify(content).slice(0, 500)
}
