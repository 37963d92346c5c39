// Access tokens: taken when needed, kept for most of their life, and never shown.
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { Retry, type Runtime } from '../clients/retry.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { registerSecret } from '../errors/redact.ts'
import { VendorRefusal } from './vendor-client.ts'

export interface TokenSource {
  get(): Promise<string>
  /** Drops a token that the API refused. The next `get` requests a new token. */
  drop(token: string): void
}

export interface TokenRequest {
  readonly url: string
  /** The form, created for each request, because an assertion contains its creation time. */
  readonly form: () => Promise<Readonly<Record<string, string>>> | Readonly<Record<string, string>>
  /** Returns a hint for an error of this endpoint, by the error code in the answer. */
  readonly hintOf: (error: string, description: string) => string
  readonly name: string
  /** The setting with the address. */
  readonly setting: string
}

/** A token is replaced after this share of its lifetime, so that it does not expire during a request. */
const usedLife = 0.8
/** Visible ASCII characters. The error about another character in a header would quote the token. */
const headerText = /^[!-~]+$/
/** An error of OAuth is a single word. Another server, or a proxy, answers with other texts. */
const oauthError = /^[a-z_]+$/
const policy = { baseMs: 1000, capMs: 30_000, attempts: 6 }

interface Answer {
  readonly access_token?: unknown
  readonly expires_in?: unknown
  readonly error?: unknown
  readonly error_description?: unknown
}

export interface TokenOptions {
  readonly runtime: Runtime
  readonly signal?: AbortSignal | undefined
  readonly attempts?: number | undefined
}

export function makeTokenSource(request: TokenRequest, options: TokenOptions): TokenSource {
  const { runtime } = options
  let held: { readonly token: string; readonly until: number } | undefined
  let asked: Promise<string> | undefined
  const ask = async (): Promise<string> => {
    const { token, seconds } = await requestToken(request, options)
    held = { token, until: runtime.now() + seconds * 1000 * usedLife }
    return token
  }
  return {
    get: async () => {
      if (held !== undefined && runtime.now() < held.until) return held.token
      // Requests in parallel share one answer.
      asked ??= ask().finally(() => {
        asked = undefined
      })
      return asked
    },
    drop: (token) => {
      if (held?.token === token) held = undefined
    },
  }
}

async function requestToken(
  request: TokenRequest,
  { runtime, signal, attempts = policy.attempts }: TokenOptions,
): Promise<{ token: string; seconds: number }> {
  const { name, setting, url } = request
  const retry = new Retry({ ...policy, attempts }, runtime)
  for (;;) {
    const { status, answer, failure } = await post(request, signal)
    const { access_token: token, expires_in: seconds } = answer
    const error = String(answer.error ?? '')
    if (typeof token === 'string') registerSecret(token)
    if (status === 200 && typeof token === 'string' && headerText.test(token))
      return { token, seconds: Number(seconds) > 0 ? Number(seconds) : 3600 }
    if (status >= 400 && status < 500 && status !== 408 && status !== 429 && oauthError.test(error)) {
      // Uses only the first line: the other lines are IDs for the vendor's logs.
      const description = String(answer.error_description ?? '').split(/[\r\n]/)[0] ?? ''
      const message = `${name}: no token from ${new URL(url).host}: ${error}: ${description}; ${request.hintOf(error, description)}`
      throw new VendorRefusal('vendor_credentials', error, message)
    }
    const ms = retry.next()
    if (ms === undefined) {
      const cause = failure ?? `status ${status}${status === 200 ? ' without a token that a header can contain' : ''}`
      const message = `${name}: no token from ${new URL(url).host}: ${cause}; check ${setting}, the network and the proxy`
      throw new DependencyError('vendor_unreachable', message, { retryable: true })
    }
    await runtime.sleep(ms, signal)
    signal?.throwIfAborted()
  }
}

async function post(
  { url, form }: TokenRequest,
  signal?: AbortSignal,
): Promise<{ status: number; answer: Answer; failure?: string }> {
  const body = new URLSearchParams(await form())
  try {
    const ends = AbortSignal.timeout(30_000)
    const response = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: signal === undefined ? ends : AbortSignal.any([signal, ends]),
    })
    const answer: unknown = await response.json().catch(() => undefined)
    return { status: response.status, answer: typeof answer === 'object' && answer !== null ? answer : {} }
  } catch (error) {
    signal?.throwIfAborted()
    const cause = error instanceof Error && error.cause !== undefined ? messageOf(error.cause) : messageOf(error)
    return { status: 0, answer: {}, failure: cause }
  }
}
