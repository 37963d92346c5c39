// Kibana's HTTP API, as far as rules and exceptions need it (https://www.elastic.co/docs/api/doc/kibana).

import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { redact, registerSecret } from '../errors/redact.ts'
import { Retry, type RetryPolicy, type Runtime, realRuntime } from './retry.ts'
import { retryAfterMs } from './retry-after.ts'
import { defaultRetryPolicies } from './retry-policies.ts'

export interface KibanaSettings {
  /** `https://kibana.example:5601`, with the base path if there is one. */
  readonly url: string
  /** An API key in its encoded form. Rules that are written with it run with its rights. */
  readonly apiKey?: string
  readonly space?: string
  readonly timeoutMs?: number
}

/** An answer that says no: what Kibana said, for a person. */
export interface Refusal {
  readonly status: number
  readonly reason: string
}

export type Answer = { readonly ok: true; readonly body: Json } | ({ readonly ok: false } & Refusal)

export interface Kibana {
  /** Sends a request below `/api`. Throws a DependencyError when Kibana does not answer, or lets nobody in. */
  send(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: JsonObject): Promise<Answer>
}

/** Statuses that pass by themselves. */
const retried: ReadonlySet<number> = new Set([429, 502, 503, 504])

export function openKibana(
  settings: KibanaSettings,
  policy: RetryPolicy = defaultRetryPolicies.kibana,
  runtime: Runtime = realRuntime,
): Kibana {
  const base = baseOf(settings)
  const { apiKey } = settings
  if (apiKey !== undefined) {
    registerSecret(apiKey)
    if (!/^[\x21-\x7e]+$/.test(apiKey))
      throw settingsError('KIBANA_API_KEY must be an encoded API key: ASCII characters without spaces')
  }
  const headers = {
    'kbn-xsrf': 'consentry',
    'elastic-api-version': '2023-10-31',
    'content-type': 'application/json',
    ...(apiKey === undefined ? {} : { authorization: `ApiKey ${apiKey}` }),
  }

  async function attempt(method: string, path: string, body: JsonObject | undefined): Promise<Response> {
    try {
      return await fetch(`${base}/api${path}`, {
        method,
        headers,
        signal: AbortSignal.timeout(settings.timeoutMs ?? 30_000),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    } catch (cause) {
      const reason = messageOf(cause instanceof Error ? (cause.cause ?? cause) : cause)
      throw new DependencyError('kibana_unreachable', `Kibana at ${new URL(base).host} does not answer (${reason})`, {
        cause,
        retryable: true,
      })
    }
  }

  return {
    async send(method, path, body) {
      const retry = new Retry(policy, runtime)
      for (;;) {
        const response = await attempt(method, path, body)
        const asked = retryAfterMs(response.headers.get('retry-after'), runtime.now())
        const waitMs = retried.has(response.status) ? retry.next(asked) : undefined
        if (waitMs !== undefined) {
          await response.body?.cancel()
          await retry.wait(waitMs)
          continue
        }
        const content = parse(await response.text())
        if (response.status === 401 || response.status === 403)
          throw new DependencyError(
            'kibana_refuses',
            `Kibana answers ${response.status}: ${reasonOf(content)}; set KIBANA_API_KEY to a key that can manage rules and exceptions`,
            { retryable: false },
          )
        if (response.ok) return { ok: true, body: content }
        return { ok: false, status: response.status, reason: reasonOf(content) }
      }
    },
  }
}

function settingsError(message: string): DependencyError {
  return new DependencyError('kibana_settings', message, { retryable: false })
}

function baseOf({ url, space }: KibanaSettings): string {
  // The URL itself stays out of the message: it may hold a password.
  if (!/^https?:\/\/[^\s/?#@]+(\/[^\s?#@]*)?$/i.test(url) || !URL.canParse(url))
    throw settingsError(
      'KIBANA_URL must start with http:// or https://, contain a host, and contain no credentials; set KIBANA_API_KEY',
    )
  const trimmed = url.replace(/\/+$/, '')
  return space === undefined || space === 'default' ? trimmed : `${trimmed}/s/${encodeURIComponent(space)}`
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return text.slice(0, 500)
  }
}

/** `message` of an error; for a list of what is wrong with a body, all of it. */
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
