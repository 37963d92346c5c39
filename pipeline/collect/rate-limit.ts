// Keeps the requests to one API below the limit that the vendor documents, and counts them.
import type { Runtime } from '../clients/retry.ts'

export interface DocumentedLimit {
  readonly api: string
  /** The documented limit of requests in any period of length `periodMs`. Absent if the vendor documents none. */
  readonly requests?: number
  readonly periodMs: number
  /** The limit for this process: lower, because other clients of the tenant share the documented limit. */
  readonly held: number
  readonly source?: string
}

export interface RequestCount {
  readonly api: string
  readonly requests: number
  /** Answers that asked for a pause. */
  readonly throttled: number
  /** Requests that were sent again for any reason. */
  readonly repeated: number
  /** Most requests in any period of the documented length. */
  readonly peak: number
  /** The documented limit, or this process's limit if the vendor documents none. */
  readonly limit: number
  readonly periodMs: number
}

export class RateLimit {
  readonly #limit: DocumentedLimit
  readonly #runtime: Runtime
  /** When the requests of the last period were sent, oldest first. */
  readonly #sent: number[] = []
  #requests = 0
  #peak = 0
  throttled = 0
  repeated = 0

  constructor(limit: DocumentedLimit, runtime: Runtime) {
    this.#limit = limit
    this.#runtime = runtime
  }

  /** Resolves when one more request stays below the limit, and counts it. */
  async take(signal?: AbortSignal): Promise<void> {
    const { held, periodMs } = this.#limit
    for (;;) {
      signal?.throwIfAborted()
      const now = this.#runtime.now()
      // A request with a future time was sent before the clock was set back.
      while (this.#sent.length > 0 && !((this.#sent[0] as number) > now - periodMs && (this.#sent[0] as number) <= now))
        this.#sent.shift()
      if (this.#sent.length < held) {
        this.#sent.push(now)
        this.#requests++
        this.#peak = Math.max(this.#peak, this.#sent.length)
        return
      }
      await this.#runtime.sleep((this.#sent[0] as number) + periodMs - now + 1, signal)
    }
  }

  get count(): RequestCount {
    const { api, held, requests: limit = held, periodMs } = this.#limit
    const { throttled, repeated } = this
    return { api, requests: this.#requests, throttled, repeated, peak: this.#peak, limit, periodMs }
  }
}
