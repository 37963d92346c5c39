// Tracks whether this instance still owns its partitions. Work that began under one assignment stops with it: its
// offsets are not committed under the next assignment, and the new owner of the partition writes the rest.
import { isOutOfGroup } from '../clients/kafka.ts'

/** How long the current work may still be finished and committed after a rebalance begins. */
const graceMs = 10_000

export class Assignment {
  readonly #abandon = new AbortController()
  #grace: NodeJS.Timeout | undefined
  /** Aborted when the partitions no longer belong to this instance. */
  readonly signal = this.#abandon.signal
  /** The error that reported a rebalance. If it is set, no further work begins. */
  change: unknown
  readonly since: number

  constructor(since: number) {
    this.since = since
  }

  /** Handles a rebalance. A member that the group awaits gets some time to finish; a dropped member stops at once. */
  leave(error: unknown): void {
    if (this.change !== undefined) return
    this.change = error
    if (isOutOfGroup(error)) this.end(error)
    else this.#grace = setTimeout(() => this.end(error), graceMs)
  }

  end(reason: unknown): void {
    clearTimeout(this.#grace)
    this.change ??= reason
    this.#abandon.abort(reason)
  }
}

/** Ends an assignment because of our own clock. For kafkajs, this type is a rebalance, so it joins again. */
class SessionOver extends Error {
  readonly type = 'REBALANCE_IN_PROGRESS'
}

export interface MembershipOptions {
  /** The group drops a member after this long without a sign of life. */
  readonly sessionMs: number
  readonly now: () => number
}

const tickMs = 500

/**
 * The assignment of one consumer. A process that was suspended may first find an old response when it resumes, and act
 * on it before the group can report that it is no longer a member. Therefore this class also checks the clock.
 */
export class Membership {
  readonly #options: MembershipOptions
  readonly #timer: NodeJS.Timeout
  #assignment: Assignment
  #heard: number
  /** The last time at which this process certainly ran. */
  #awake: number

  constructor(options: MembershipOptions) {
    this.#options = options
    this.#awake = options.now()
    this.#heard = this.#awake
    this.#assignment = new Assignment(this.#awake)
    this.#timer = setInterval(() => this.#tick(), tickMs)
    this.#timer.unref()
  }

  get assignment(): Assignment {
    const now = this.#options.now()
    const { sessionMs } = this.#options
    if (now - this.#awake > sessionMs || now - this.#heard > sessionMs) {
      this.#assignment.end(new SessionOver(`the group has heard nothing of this member for ${sessionMs} ms`))
    }
    return this.#assignment
  }

  /** Handles a new assignment: all earlier work is over. */
  joined(): void {
    this.lost(new Error('the group has assigned partitions anew'))
    this.#awake = this.#options.now()
    this.#heard = this.#awake
    this.#assignment = new Assignment(this.#heard)
  }

  /** Handles a group response, which proves nothing after a suspension: `assignment` checks the clock first. */
  heard(): void {
    if (!this.assignment.signal.aborted) this.#heard = this.#options.now()
  }

  lost(reason: unknown): void {
    this.#assignment.end(reason)
  }

  close(): void {
    clearInterval(this.#timer)
    this.lost(new Error('the consumer has ended'))
  }

  #tick(): void {
    void this.assignment
    this.#awake = this.#options.now()
  }
}
