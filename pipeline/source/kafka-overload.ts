// Stops fetching while all current batches wait to be stored: unfetched records cost no memory here.
import type { Metrics } from '../telemetry/telemetry.ts'

/** After this long, storing counts as waiting. */
export const waitingMs = 1000

export interface OverloadOptions {
  readonly metrics: Metrics
  /** Stops fetching, and returns the number of affected partitions. */
  pause(): number
  resume(): void
}

export class Overload {
  readonly #options: OverloadOptions
  #inHand = 0
  #waiting = 0
  #paused = false

  constructor(options: OverloadOptions) {
    this.#options = options
  }

  /** True while a batch is being processed. */
  get isBusy(): boolean {
    return this.#inHand > 0
  }

  /** Counts a batch as current while the work runs. */
  async whileInHand(work: () => Promise<void>): Promise<void> {
    this.#inHand++
    try {
      await work()
    } finally {
      this.#inHand--
      if (this.#inHand === 0) this.#resume()
    }
  }

  /** Counts a batch as waiting while its storing takes long. A batch that is stored in time ends a pause. */
  async whileWaiting(stored: Promise<void>): Promise<void> {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      this.#waiting++
      if (this.#waiting >= this.#inHand) this.#pause()
    }, waitingMs)
    try {
      await stored
    } finally {
      clearTimeout(timer)
      if (isLate) this.#waiting--
      else this.#resume()
    }
  }

  #pause(): void {
    if (this.#paused) return
    this.#paused = true
    this.#options.metrics.pauses.inc()
    this.#options.metrics.paused.set(this.#options.pause())
  }

  #resume(): void {
    if (!this.#paused) return
    this.#paused = false
    this.#options.metrics.paused.set(0)
    this.#options.resume()
  }
}
