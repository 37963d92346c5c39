// The state of the service loop, for external checks. Times are milliseconds of a monotonic clock.
export type Phase = 'starting' | 'consuming' | 'draining' | 'stopped'

/** A stage that keeps failing because of a dependency. */
export interface Failing {
  readonly stage: string
  readonly code: string
  readonly message: string
  readonly since: number
}

/** The code before the first response from Elasticsearch. */
export const unproven = 'es_unproven'

export class Progress {
  phase: Phase = 'starting'
  /** The time when a batch was last finished; before the first batch, the start of the service. */
  lastFinished: number
  failing: Failing | undefined
  /** The time when the consumer loop last showed that it runs, regardless of the servers. */
  lastSign: number
  readonly counts = { records: 0, stored: 0, duplicates: 0, deadLetters: 0 }
  private abandoned = 0
  /** The batches in hand that wait for a failing server. */
  readonly waiting = new Set<object>()
  private readonly inHand = new Set<{ readonly since: number }>()

  constructor(now: number) {
    this.lastFinished = now
    this.lastSign = now
  }

  /** Records the start of a batch. Call the returned function when the batch is finished or given up. */
  begin(now: number): (outcome: 'finished' | 'given up', at: number) => void {
    const batch = { since: now }
    this.inHand.add(batch)
    return (outcome, at) => {
      this.inHand.delete(batch)
      if (outcome === 'given up') {
        if (this.phase === 'draining') this.abandoned++
        return
      }
      this.lastFinished = at
      this.failing = undefined
    }
  }

  fail(stage: string, code: string, message: string, now: number): void {
    this.failing = { stage, code, message, since: this.failing?.since ?? now }
  }

  /** The number of batches that a stop leaves for the next start. */
  get left(): number {
    return this.abandoned + this.inHand.size
  }

  /** Whether every batch in hand, at least one, waits for a failing server. */
  get isStuck(): boolean {
    return this.inHand.size > 0 && this.waiting.size === this.inHand.size
  }

  /** Since when a server has neither responded nor failed: since the oldest batch in hand, or since the first request. */
  silentSince(): number | undefined {
    if (this.waiting.size > 0) return undefined
    return this.failing?.code === unproven ? this.failing.since : this.oldestInHand()
  }

  oldestInHand(): number | undefined {
    let oldest: number | undefined
    for (const { since } of this.inHand) if (oldest === undefined || since < oldest) oldest = since
    return oldest
  }
}
