// Waiting for a dependency that is not ready: exponential backoff with jitter, until a deadline, a number of attempts or an
// abort. Every stage that repeats an attempt does it here.
import { setTimeout as wait } from 'node:timers/promises'
import { DependencyError } from '../errors/dependency-error.ts'
import { isTooLarge } from './elasticsearch.ts'

/** What a retry needs from outside; tests hand in their own. */
export interface Runtime {
  now(): number
  random(): number
  /** Resolves after `ms`, or at once when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

export const realRuntime: Runtime = {
  now: Date.now,
  random: Math.random,
  sleep: (ms, signal) => wait(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined),
}

export interface RetryPolicy {
  /** Longest wait before the second attempt; it doubles with each attempt. */
  readonly baseMs: number
  /** Longest wait before any attempt. */
  readonly capMs: number
  /** How long without any progress before there is no other attempt; without it, there is always another. */
  readonly patienceMs?: number
  /** How many attempts there are, the first among them; without it, any number. */
  readonly attempts?: number
}

/** No server may stop us for longer than this: a wrong header would stop the service for days. */
const longestAskedMs = 300_000

export type OnPause = (error: DependencyError, waitMs: number) => void

export class Retry {
  private failed = 0
  private deadline: number
  private readonly policy: RetryPolicy
  private readonly runtime: Runtime
  private readonly signal: AbortSignal | undefined
  private readonly onPause: OnPause | undefined
  /** For requests of this chain: the signal that breaks them off. */
  readonly options: { readonly signal?: AbortSignal }

  /** `onPause` is called before each wait of `pause`. */
  constructor(policy: RetryPolicy, runtime: Runtime, signal?: AbortSignal, onPause?: OnPause) {
    this.policy = policy
    this.runtime = runtime
    this.signal = signal
    this.onPause = onPause
    this.options = signal === undefined ? {} : { signal }
    this.deadline = this.laterDeadline()
  }

  private laterDeadline(): number {
    return this.runtime.now() + (this.policy.patienceMs ?? Number.POSITIVE_INFINITY)
  }

  /** Something went through: patience starts anew, and with it, when nothing is left to retry, the backoff. */
  progress(backoff: 'kept' | 'reset'): void {
    this.deadline = this.laterDeadline()
    if (backoff === 'reset') this.failed = 0
  }

  check(): void {
    if (this.signal?.aborted) {
      throw new DependencyError('es_aborted', 'Storing was aborted. Kafka delivers the uncommitted records again.', {
        cause: this.signal.reason,
        retryable: true,
      })
    }
  }

  /**
   * Counts a failed attempt. Returns the wait before the next one, at least as long as the server asked for; undefined
   * where there is none. Half of the wait is random, so that instances do not all come back in the same moment.
   */
  next(serverAsksMs = 0): number | undefined {
    const { baseMs, capMs, attempts = Number.POSITIVE_INFINITY } = this.policy
    const ceiling = Math.min(capMs, baseMs * 2 ** this.failed++)
    if (this.failed >= attempts) return undefined
    const ms = Math.round(Math.max(Math.min(serverAsksMs, longestAskedMs), ceiling * (0.5 + this.runtime.random() / 2)))
    return this.runtime.now() + ms > this.deadline ? undefined : ms
  }

  /** Resolves after `ms`, or at once when stopped. */
  async wait(ms: number): Promise<void> {
    await this.runtime.sleep(ms, this.signal)
  }

  /** Waits before the next attempt; throws the error when the same request cannot succeed or there is no other attempt. */
  async pause(error: DependencyError): Promise<void> {
    if (!error.retryable || isTooLarge(error)) throw error
    this.check()
    const ms = this.next(error.retryAfterMs)
    if (ms === undefined) throw error
    this.onPause?.(error, ms)
    await this.wait(ms)
    this.check()
  }
}
