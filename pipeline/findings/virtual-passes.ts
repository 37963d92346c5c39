// The periodic pass on the clock of the records: every full hour may make a finding due.
import { dayMs, hourMs } from '../../mappings/kernel/durations.ts'
import type { EntityEvent } from '../entity-store/entity-event.ts'
import { InMemoryStore } from '../entity-store/in-memory-store.ts'
import { makeUpdateEntities, type UpdateEntities } from '../entity-store/update-entities.ts'
import type { Finding } from './finding.ts'
import type { PassOptions } from './history.ts'
import { InMemoryHistory, type InMemoryHistoryOptions } from './in-memory-history.ts'
import { findDue, findLate, findUnusual } from './pass.ts'
import { defaultFindingSettings, lastDueMs } from './settings.ts'

export interface VirtualPassesOptions extends PassOptions {
  readonly history: InMemoryHistory
  /** The delay between a due time and the judgment, because a record that excuses the finding may be late. */
  readonly latenessMs?: number
  /** How far back a pass checks ended accounts and counts days again; absent if no record is late. */
  readonly lookBackMs?: number
}

/** The findings of one pass. They become visible when the pass runs, at this time in epoch milliseconds. */
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

  /** Takes events that the entity store has already applied. */
  see(events: readonly EntityEvent[]): void {
    for (const event of events) {
      this.#options.history.see(event)
      const time = Date.parse(event.document['@timestamp'] ?? '')
      if (time > this.#latest) this.#latest = time
    }
  }

  /** Returns true if a pass is due at a time. The first call starts the clock. */
  isDue(time: number): boolean {
    // A time that is not a number would start a clock that never advances.
    if (!Number.isFinite(time)) return false
    this.#last ??= Math.floor(time / hourMs) * hourMs
    return time >= this.#last + hourMs
  }

  /** Runs the passes up to a time. `see` must already have received all earlier events. */
  async until(time: number): Promise<PassResult[]> {
    const results: PassResult[] = []
    const { latenessMs = 0, lookBackMs = 0, settings } = this.#options
    const nothingLater = this.#latest + lastDueMs(settings) + latenessMs
    while (this.isDue(time)) {
      // A record may claim to be from the year 9999. The clock skips the hours in which no finding can fall due.
      if ((this.#last as number) > nothingLater) {
        this.#last = Math.floor(time / hourMs) * hourMs
        break
      }
      const from = this.#last as number
      const at = from + hourMs
      this.#last = at
      const span = { from: from - latenessMs, until: at - latenessMs }
      // The record of an account's end may arrive after the due time of its grants, as in the service.
      const again = { ...span, from: span.from - lookBackMs }
      const due = [...(await findDue(this.#options, again)), ...(await findUnusual(this.#options, span, lookBackMs))]
      const findings = [...this.#new(due), ...(await this.late(at))]
      if (findings.length > 0) results.push({ at, findings })
    }
    return results
  }

  async late(at: number): Promise<Finding[]> {
    const { lookBackMs } = this.#options
    return lookBackMs === undefined
      ? []
      : this.#new(await findLate(this.#options, { from: at - lookBackMs, until: at }))
  }

  #new(findings: readonly Finding[]): Finding[] {
    const found = findings.filter(({ id }) => !this.#found.has(id))
    for (const { id } of found) this.#found.add(id)
    return found
  }
}

/** The entity store and the passes of a run that keeps everything in memory: a hunt, or the proof of content. */
export interface InMemoryRun {
  readonly store: InMemoryStore
  readonly updateEntities: UpdateEntities
  readonly passes: VirtualPasses
}

/** Creates a run with an empty entity store. `lookBackMs` is set if events arrive out of order. */
export function makeInMemoryRun({
  fields,
  environment,
  ...arrival
}: Pick<InMemoryHistoryOptions, 'fields'> &
  Pick<VirtualPassesOptions, 'environment' | 'latenessMs' | 'lookBackMs'>): InMemoryRun {
  const store = new InMemoryStore()
  const history = new InMemoryHistory({
    store,
    ...(fields !== undefined && { fields }),
    keepsUses: arrival.lookBackMs !== undefined,
  })
  const passes = new VirtualPasses({ history, settings: defaultFindingSettings, environment, ...arrival })
  return { store, updateEntities: makeUpdateEntities(store, environment), passes }
}
