// Requests of a pass: repeated while a busy server recovers, and aborted when the process ends.
import type { Client } from '@elastic/elasticsearch'
import { requestWithRetry, type SendWithRetry } from '../clients/elasticsearch.ts'
import { Retry, type RetryPolicy, type Runtime } from '../clients/retry.ts'

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
  read<T>(send: SendWithRetry<T>): Promise<T> {
    return requestWithRetry(this.client, this.retry(), send)
  }
}
