// Waiting for a dependency that is not ready: exponential backoff with full jitter, until a deadline or an abort.
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
  readonly baseMs: number
  readonly capMs: number
  /** How long without any progress before the error is passed on. */
  readonly patienceMs: number
}

export const defaultRetryPolicy: RetryPolicy = { baseMs: 200, capMs: 30_000, patienceMs: 300_000 }

/** One chain of retries. */
export class Retry {
  private attempt = 0
  private deadline: number
  private readonly policy: RetryPolicy
  private readonly runtime: Runtime
  private readonly signal: AbortSignal | undefined
  /** For requests of this chain: the signal that breaks them off. */
  readonly options: { readonly signal?: AbortSignal }

  constructor(policy: RetryPolicy, runtime: Runtime, signal: AbortSignal | undefined) {
    this.policy = policy
    this.runtime = runtime
    this.signal = signal
    this.options = signal === undefined ? {} : { signal }
    this.deadline = runtime.now() + policy.patienceMs
  }

  /** Something went through: patience starts anew, and with it, when nothing is left to retry, the backoff. */
  progress(backoff: 'kept' | 'reset'): void {
    this.deadline = this.runtime.now() + this.policy.patienceMs
    if (backoff === 'reset') this.attempt = 0
  }

  /** Throws when stopped. */
  check(): void {
    if (this.signal?.aborted) {
      throw new DependencyError(
        'es_aborted',
        'Storing was broken off; what is not committed will be delivered again.',
        {
          cause: this.signal.reason,
          retryable: true,
        },
      )
    }
  }

  /** Waits before the next attempt; throws the error when the same request cannot succeed or patience is over. */
  async pause(error: DependencyError): Promise<void> {
    if (!error.retryable || isTooLarge(error)) throw error
    this.check()
    const ceiling = Math.min(this.policy.capMs, this.policy.baseMs * 2 ** this.attempt++)
    const ms = this.runtime.random() * ceiling
    if (this.runtime.now() + ms > this.deadline) throw error
    await this.runtime.sleep(ms, this.signal)
    this.check()
  }
}
