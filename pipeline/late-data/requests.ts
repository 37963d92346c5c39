// Requests of a pass: repeated while a busy server recovers, and aborted when the process ends.
import type { Client } from '@elastic/elasticsearch'
import { toDependencyError, whereIs } from '../clients/elasticsearch.ts'
import { Retry, type RetryPolicy, type Runtime } from '../clients/retry.ts'

interface RequestOptions {
  readonly maxRetries: 0
  readonly signal?: AbortSignal
}

export class Attempts {
  private readonly client: Client
  private readonly policy: RetryPolicy
  private readonly runtime: Runtime
  readonly signal: AbortSignal | undefined

  constructor(client: Client, policy: RetryPolicy, runtime: Runtime, signal: AbortSignal | undefined) {
    this.client = client
    this.policy = policy
    this.runtime = runtime
    this.signal = signal
  }

  retry(): Retry {
    return new Retry(this.policy, this.runtime, this.signal)
  }

  /** Sends a request that may be repeated. Throws a DependencyError. */
  async read<T>(request: (options: RequestOptions) => Promise<T>): Promise<T> {
    const retry = this.retry()
    for (;;) {
      retry.check()
      try {
        return await request({ maxRetries: 0, ...retry.options })
      } catch (error) {
        await retry.pause(toDependencyError(error, whereIs(this.client)))
      }
    }
  }
}
