// Whether this instance still owns its partitions. Work that began under one assignment stops with it: its offsets are
// not committed under the next, and the new owner of the partition writes the rest.
import { isOutOfGroup } from '../clients/kafka.ts'

/** When the group moves on, what is in hand may still be finished and committed for so long. */
const graceMs = 10_000

export class Assignment {
  readonly #abandon = new AbortController()
  #grace: NodeJS.Timeout | undefined
  /** Aborted when the partitions are ours no longer. */
  readonly signal = this.#abandon.signal
  /** The group has moved on: no further work begins. */
  change: unknown
  readonly since: number

  constructor(since: number) {
    this.since = since
  }

  /** The group moves on. A member that it waits for has a moment to finish; one that it has dropped has none. */
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

/** Our clock has ended the assignment. kafkajs takes the type for a group that moves on, and joins again. */
class SessionOver extends Error {
  readonly type = 'REBALANCE_IN_PROGRESS'
}

export interface MembershipOptions {
  /** A member that the group does not hear from for so long is out of it. */
  readonly sessionMs: number
  readonly now: () => number
}

const tickMs = 500

/**
 * The assignment of one consumer. A process that was stopped and goes on may find an answer of its former life first, and
 * act on it before the group gets to say that it is out. So it looks at the clock itself.
 */
export class Membership {
  readonly #options: MembershipOptions
  readonly #timer: NodeJS.Timeout
  #assignment: Assignment
  #heard: number
  /** When this process last ran for sure. */
  #awake: number

  constructor(options: MembershipOptions) {
    this.#options = options
    this.#awake = options.now()
    this.#heard = this.#awake
    this.#assignment = new Assignment(this.#awake)
    this.#timer = setInterval(() => this.#tick(), tickMs)
    this.#timer.unref()
  }

  /** The current assignment, ended if its time is over. */
  get assignment(): Assignment {
    const now = this.#options.now()
    const { sessionMs } = this.#options
    if (now - this.#awake > sessionMs || now - this.#heard > sessionMs) {
      this.#assignment.end(new SessionOver(`the group has heard nothing of this member for ${sessionMs} ms`))
    }
    return this.#assignment
  }

  /** Partitions were assigned: whatever began before is over. */
  joined(): void {
    this.lost(new Error('the group has assigned partitions anew'))
    this.#awake = this.#options.now()
    this.#heard = this.#awake
    this.#assignment = new Assignment(this.#heard)
  }

  /** The group has answered. An answer that waited while the process was stopped proves nothing: `assignment` goes first. */
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
