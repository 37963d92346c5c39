// The periodic pass with the time of the records: every full hour may make a finding due.
import { dayMs, hourMs } from '../../mappings/kernel/durations.ts'
import type { EntityEvent } from '../entity-store/entity-event.ts'
import type { Finding } from './finding.ts'
import type { PassOptions } from './history.ts'
import type { InMemoryHistory } from './in-memory-history.ts'
import { findDue, findLate, findUnusual } from './pass.ts'
import { lastDueMs } from './settings.ts'

export interface VirtualPassesOptions extends PassOptions {
  readonly history: InMemoryHistory
  /** How long after it fell due something is judged: what excuses it may be late. */
  readonly latenessMs?: number
  /** How far back accounts that ended are looked at again; absent where nothing is late. */
  readonly lookBackMs?: number
}

/** Findings of one pass, which becomes visible when it runs. Epoch milliseconds. */
export interface PassResult {
  readonly at: number
  readonly findings: readonly Finding[]
}

export const defaultLookBackMs = 7 * dayMs

export class VirtualPasses {
  readonly #options: VirtualPassesOptions
  readonly #found = new Set<string>()
  /** The last pass; undefined before the first. */
  #last: number | undefined
  #latest = Number.NEGATIVE_INFINITY

  constructor(options: VirtualPassesOptions) {
    this.#options = options
  }

  /** Takes events that have been kept. */
  see(events: readonly EntityEvent[]): void {
    for (const event of events) {
      this.#options.history.see(event)
      const time = Date.parse(event.document['@timestamp'] ?? '')
      if (time > this.#latest) this.#latest = time
    }
  }

  /** Whether a pass is due by a time. The first time that is asked about begins the clock. */
  isDue(time: number): boolean {
    // No time at all would begin a clock that never gets anywhere.
    if (!Number.isFinite(time)) return false
    this.#last ??= Math.floor(time / hourMs) * hourMs
    return time >= this.#last + hourMs
  }

  /** Runs the passes up to a time. Everything that happened before the last of them has been seen. */
  async until(time: number): Promise<PassResult[]> {
    const results: PassResult[] = []
    const { latenessMs = 0, lookBackMs = 0, settings } = this.#options
    const nothingLater = this.#latest + lastDueMs(settings) + latenessMs
    while (this.isDue(time)) {
      // A record may claim to be of the year 9999: the time until then is not gone through hour by hour.
      if ((this.#last as number) > nothingLater) {
        this.#last = Math.floor(time / hourMs) * hourMs
        break
      }
      const from = this.#last as number
      const at = from + hourMs
      this.#last = at
      const span = { from: from - latenessMs, until: at - latenessMs }
      // The end of an account may have come later than its grants fell due, as in the service.
      const again = { ...span, from: span.from - lookBackMs }
      const due = [...(await findDue(this.#options, again)), ...(await findUnusual(this.#options, span))]
      const findings = [...this.#new(due), ...(await this.late(at))]
      if (findings.length > 0) results.push({ at, findings })
    }
    return results
  }

  /** Looks, at a time, for what came late. */
  async late(at: number): Promise<Finding[]> {
    const { lookBackMs } = this.#options
    return lookBackMs === undefined
      ? []
      : this.#new(await findLate(this.#options, { from: at - lookBackMs, until: at }))
  }

  /** Findings that no earlier pass had. */
  #new(findings: readonly Finding[]): Finding[] {
    const found = findings.filter(({ id }) => !this.#found.has(id))
    for (const { id } of found) this.#found.add(id)
    return found
  }
}
