// Waits for a dependency that is not ready: exponential backoff with jitter, until a deadline, a number of attempts or
// an abort. All stages retry with this module.
import { setTimeout as wait } from 'node:timers/promises'
import { DependencyError } from '../errors/dependency-error.ts'
import { isTooLarge } from './elasticsearch.ts'

/** The environment of a retry. Tests supply their own. */
export interface Runtime {
  now(): number
  random(): number
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
  /** Time without progress that ends the attempts. Without this member, attempts never end for this reason. */
  readonly patienceMs?: number
  /** Maximum number of attempts, including the first and those that made partial progress. Unlimited if absent. */
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
  /** Options for requests of this chain: the signal that aborts them. */
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

  /** Any progress restarts the patience time. The backoff is reset by full progress, and shortened by half or more. */
  progress(share: number): void {
    if (share > 0) this.deadline = this.laterDeadline()
    if (share >= 0.5) this.failed = share === 1 ? 0 : Math.floor(this.failed / 2)
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
   * Counts a failed attempt. Returns the wait before the next, at least as long as the server asked for, or undefined
   * if there is no next attempt. Half of the wait is random, so that instances do not retry together.
   */
  next(serverAsksMs = 0): number | undefined {
    const { baseMs, capMs, attempts = Number.POSITIVE_INFINITY } = this.policy
    const ceiling = Math.min(capMs, baseMs * 2 ** this.failed++)
    if (this.failed >= attempts) return undefined
    const ms = Math.round(Math.max(Math.min(serverAsksMs, longestAskedMs), ceiling * (0.5 + this.runtime.random() / 2)))
    return this.runtime.now() + ms > this.deadline ? undefined : ms
  }

  async wait(ms: number): Promise<void> {
    await this.runtime.sleep(ms, this.signal)
  }

  /** Waits before the next attempt. Throws the error if the same request cannot succeed, or no attempt is left. */
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
