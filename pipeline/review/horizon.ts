// The end of the times that records can have. A later time comes from a wrong clock: of a source, or of this computer.
import { minuteMs } from '../../mappings/kernel/durations.ts'

/** Two correct clocks differ a little. */
const toleranceMs = 5 * minuteMs

/**
 * Decides which records are in the future: they must not extend periods and histories. If many records are in the
 * future, the clock of this computer is the wrong one, and the horizon includes all records, as without a clock.
 */
export class Horizon {
  readonly #clock: (() => Date) | undefined
  #limit = Number.POSITIVE_INFINITY
  #seen = 0
  #future = 0
  #lastFuture = 0
  #lastKnown = 0
  #last = 0

  constructor(clock?: () => Date) {
    this.#clock = clock
  }

  /** Takes a record while the input is read: a live input contains records of a later time than the start. */
  see(at: number, isInventory = false): void {
    this.#seen++
    const isFuture = at > this.#now()
    if (isFuture) {
      this.#future++
      this.#lastFuture = Math.max(this.#lastFuture, at)
    }
    // An inventory can be later than the events of the log.
    if (isInventory) return
    if (at > this.#last) this.#last = at
    if (!isFuture && at > this.#lastKnown) this.#lastKnown = at
  }

  /** Sets the limit, after the last record. */
  end(): void {
    const isOwnClockWrong = this.#future === this.#seen || this.#future > Math.max(1, this.#seen / 100)
    if (isOwnClockWrong) this.#lastKnown = this.#last
    else this.#limit = this.#now()
  }

  includes(at: string | number): boolean {
    return !(new Date(at).getTime() > this.#limit)
  }

  /** The last event that the horizon includes, in epoch milliseconds; 0 if there is none. */
  get lastEvent(): number {
    return this.#lastKnown
  }

  /** The last time in the future, even if the horizon includes it; undefined if there is none. */
  get futureEvent(): string | undefined {
    return this.#future === 0 ? undefined : new Date(this.#lastFuture).toISOString()
  }

  #now(): number {
    return this.#clock === undefined ? Number.POSITIVE_INFINITY : this.#clock().getTime() + toleranceMs
  }
}
