// Long synchronous work in turns: heartbeats, probes and requests of the same process wait for one turn at most.
import { setImmediate } from 'node:timers/promises'

const turnMs = 25

export class Turns {
  #began = performance.now()

  /** Ends the turn where it has lasted long enough; throws when the work was abandoned meanwhile. */
  next(signal: AbortSignal): Promise<void> | undefined {
    return performance.now() - this.#began < turnMs ? undefined : this.#pause(signal)
  }

  async #pause(signal: AbortSignal): Promise<void> {
    await setImmediate()
    signal.throwIfAborted()
    this.#began = performance.now()
  }
}
