// Sends requests to a vendor's API. Controls the rate, the token, the retries and the hosts that may receive the token.
import { parsedJson } from '../../mappings/kernel/json.ts'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { Retry, type RetryPolicy, type Runtime } from '../clients/retry.ts'
import { retryAfterMs } from '../clients/retry-after.ts'
import { DependencyError, type DependencyErrorCode } from '../errors/dependency-error.ts'
import { isDocumented, type Reader } from './answers.ts'
import { clockToleranceMs, type VendorClock } from './log-source.ts'
import type { RateLimit } from './rate-limit.ts'
import type { TokenSource } from './token-source.ts'

export interface Call<T> {
  readonly url: string
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  /** Returns undefined for an unknown answer, which is a fault that causes a retry. */
  readonly read: Reader<T>
}

export interface Page<T> {
  readonly text: string
  readonly answer: unknown
  readonly value: T
  readonly headers: Headers
}

/**
 * The meaning of an unsuccessful answer. `doubtful`: vendors also send it by mistake; it counts only if repeated.
 * `malformed`: complete, but of another form, so probably from another server.
 */
export type Verdict = 'throttled' | 'transient' | 'malformed' | 'token' | 'doubtful' | 'permission' | 'refused'

export interface Fault {
  readonly verdict: Verdict
  /** The vendor's code of the error, or the HTTP status. */
  readonly code: string
  readonly message: string
}

/** Reads the error of an answer. `body` is undefined if the body is not JSON, for example HTML from a proxy. */
export type FaultReader = (status: number, body: unknown) => Fault

/** A refusal by the vendor: `vendorCode` is the vendor's error code, `reason` its text. */
export class VendorRefusal extends DependencyError {
  readonly vendorCode: string
  readonly reason: string
  constructor(code: DependencyErrorCode, vendorCode: string, message: string, reason = message) {
    super(code, message, { retryable: false })
    this.vendorCode = vendorCode
    this.reason = reason
  }
}

/** Whether an object no longer exists: it was deleted after it was listed. */
export const isGone = (error: unknown): boolean =>
  error instanceof VendorRefusal && ['notFound', 'Request_ResourceNotFound', 'status 404'].includes(error.vendorCode)

export interface VendorClientOptions {
  readonly name: string
  /** The only address that gets the token. */
  readonly base: string
  readonly tokens: TokenSource
  readonly limit: RateLimit
  readonly faultOf: FaultReader
  readonly runtime: Runtime
  readonly signal?: AbortSignal | undefined
  readonly attempts?: number | undefined
  /** Called before each wait for another attempt. */
  readonly onRetry?: ((reason: string, waitMs: number) => void) | undefined
}

const policies: Readonly<Record<'throttled' | 'transient' | 'malformed' | 'doubtful', RetryPolicy>> = {
  throttled: { baseMs: 10_000, capMs: 300_000, attempts: 12 },
  transient: { baseMs: 2000, capMs: 60_000, attempts: 9 },
  malformed: { baseMs: 2000, capMs: 8000, attempts: 5 },
  doubtful: { baseMs: 4000, capMs: 8000, attempts: 12 },
}

/** A longer wait is reported when it begins. */
export const longWaitMs = 30_000
const longestAnswerMs = 120_000
/** Maximum size of one answer in memory. The largest documented answer has a few megabytes. */
const largestBody = 64 * 1024 * 1024
/** Limits the pages: an endless log would fill the disk. */
const mostPages = 10_000
/** Maximum number of consecutive pages without new content. Vendors send some empty pages before the next record. */
const mostIdlePages = 100

export class VendorClient implements VendorClock {
  readonly #options: VendorClientOptions
  readonly #origin: string
  #skew = 0

  constructor(options: VendorClientOptions) {
    this.#options = options
    this.#origin = new URL(options.base).origin
  }

  get skewMs(): number {
    return this.#skew
  }

  get base(): string {
    return this.#options.base.replace(/\/$/, '')
  }

  /** Sends a request until it succeeds. Throws a DependencyError, or a VendorRefusal if no attempt can succeed. */
  async json<T>(call: Call<T>): Promise<Page<T>> {
    const { limit, runtime, signal, tokens, attempts, onRetry } = this.#options
    this.#check(call.url)
    const retries = new Map<string, Retry>()
    let renewed = false
    for (;;) {
      const token = await tokens.get()
      await limit.take(signal)
      const outcome = await this.#attempt(call, token)
      if (outcome.ok) return outcome.page
      const { fault } = outcome
      if (fault.verdict === 'token' && !renewed) {
        renewed = true
        tokens.drop(token)
        limit.repeated++
        continue
      }
      if (fault.verdict === 'token' || fault.verdict === 'permission' || fault.verdict === 'refused')
        throw this.#refusal(call, fault)
      if (fault.verdict === 'throttled') limit.throttled++
      const retry =
        retries.get(fault.verdict) ??
        new Retry({ ...policies[fault.verdict], ...(attempts !== undefined && { attempts }) }, runtime)
      retries.set(fault.verdict, retry)
      const ms = retry.next(outcome.askedMs)
      if (ms === undefined) throw this.#givenUp(call, fault)
      limit.repeated++
      const cause = fault.verdict === 'throttled' ? 'throttled by the vendor: ' : ''
      onRetry?.(`${cause}${this.#describe(call, fault)}`, ms)
      await runtime.sleep(ms, signal)
      signal?.throwIfAborted()
    }
  }

  /** The pages of a list, each once. `next` is the address of the page after one. */
  async *pages<T extends readonly unknown[]>(
    first: Call<T>,
    next: (page: Page<T>) => string | undefined,
  ): AsyncGenerator<Page<T>> {
    const read = new Set<string>()
    let before = ''
    let idle = 0
    for (let url: string | undefined = first.url; url !== undefined; ) {
      const call = { ...first, url }
      if (read.has(url)) throw this.#endless(call, 'a response refers to a page that was already read')
      if (read.size >= mostPages) throw this.#endless(call, `the list has more than ${mostPages} pages`)
      if (idle >= mostIdlePages) throw this.#endless(call, `${mostIdlePages} pages in a row contained no new record`)
      read.add(url)
      const page: Page<T> = await this.json(call)
      yield page
      const records = page.value.length === 0 ? before : JSON.stringify(page.value)
      idle = records === before ? idle + 1 : 0
      before = records
      url = next(page)
    }
  }

  #endless(call: Call<unknown>, what: string): DependencyError {
    return new DependencyError('vendor_answer', `${this.#where(call)}: ${what}; the list was not read to the end`, {
      retryable: true,
    })
  }

  /** Throws if an answer names another host: a token must go only to the configured host. */
  #check(url: string): void {
    if (URL.canParse(url) && new URL(url).origin === this.#origin) return
    const host = URL.canParse(url) ? new URL(url).host : 'no URL'
    throw new VendorRefusal(
      'vendor_answer',
      'foreign_host',
      `${this.#options.name}: an answer refers to another host (${host}) than ${this.#origin}; nothing was sent there. Check for a proxy that changes answers`,
    )
  }

  async #attempt<T>(
    call: Call<T>,
    token: string,
  ): Promise<{ ok: true; page: Page<T> } | { ok: false; fault: Fault; askedMs: number | undefined }> {
    const { runtime, signal, faultOf } = this.#options
    const ends = AbortSignal.timeout(longestAnswerMs)
    try {
      const response = await fetch(call.url, {
        method: call.method ?? 'GET',
        headers: { accept: 'application/json', ...call.headers, authorization: `Bearer ${token}` },
        redirect: 'manual',
        signal: signal === undefined ? ends : AbortSignal.any([signal, ends]),
      })
      const { status, headers } = response
      const text = await bodyOf(response)
      const date = Date.parse(headers.get('date') ?? '')
      if (Number.isFinite(date)) this.#skew = date - runtime.now()
      const answer = parsedJson(text)
      const askedMs = retryAfterMs(headers.get('retry-after') ?? undefined, runtime.now())
      if (status >= 300) return { ok: false, fault: faultOf(status, answer), askedMs }
      const value = isDocumented(answer) ? call.read(answer) : undefined
      if (value !== undefined) return { ok: true, page: { text, answer, value, headers } }
      const lack = answer === undefined ? 'is no complete JSON' : 'does not have the documented form'
      const message = `a response with status ${status} that ${lack}; a proxy may have sent it`
      const verdict = answer === undefined ? 'transient' : 'malformed'
      return { ok: false, fault: { verdict, code: 'incomplete', message }, askedMs }
    } catch (error) {
      signal?.throwIfAborted()
      if (error instanceof DependencyError) throw error
      const cause = error instanceof Error && error.cause !== undefined ? messageOf(error.cause) : messageOf(error)
      return { ok: false, fault: { verdict: 'transient', code: 'connection', message: cause }, askedMs: undefined }
    }
  }

  #describe(call: Call<unknown>, { code, message }: Fault): string {
    return `${this.#where(call)}: ${code}: ${message}`
  }

  #refusal(call: Call<unknown>, fault: Fault): VendorRefusal {
    const { verdict, code, message } = fault
    const kind = verdict === 'permission' || verdict === 'token' ? 'vendor_permission' : 'vendor_refused'
    const words = [this.#describe(call, fault), ...this.clockNotes()].join('; ')
    return new VendorRefusal(kind, code, words, message)
  }

  #givenUp(call: Call<unknown>, fault: Fault): DependencyError {
    const { verdict, code } = fault
    const text = this.#describe(call, fault)
    if (verdict === 'doubtful') return new VendorRefusal('vendor_permission', code, text)
    const kind =
      verdict === 'throttled' ? 'vendor_throttled' : code === 'incomplete' ? 'vendor_answer' : 'vendor_unreachable'
    return new DependencyError(kind, text, { retryable: true })
  }

  /** Formats the request without its query, because parameters may repeat text from an answer. */
  #where({ url, method = 'GET' }: Call<unknown>): string {
    return `${this.#options.name}: ${method} ${new URL(url).pathname}`
  }

  clockNotes(): string[] {
    if (Math.abs(this.#skew) < clockToleranceMs) return []
    const minutes = Math.round(Math.abs(this.#skew) / 60_000)
    return [
      `the clock of this machine is ${minutes} minutes ${this.#skew > 0 ? 'behind' : 'ahead of'} the vendor's: correct it`,
    ]
  }
}

async function bodyOf(response: Response): Promise<string> {
  if (response.body === null) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body) {
    const bytes = chunk as Uint8Array
    size += bytes.length
    if (size > largestBody) {
      const message = `an answer has more than ${largestBody / 1024 / 1024} MiB`
      throw new DependencyError('vendor_answer', message)
    }
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}
