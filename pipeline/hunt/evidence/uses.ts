import { Counter } from '../counter.ts'

/** Steps of one account or one kind of data. */
const mostSteps = 1500

/** The number of records per ten-minute step, by the time of the first record of the step (ISO 8601 in UTC). Ignores steps beyond the limit. */
export class UseTimes extends Counter {
  #last = ''

  /** Counts records. Records arrive in time order. */
  count(at: string, records = 1): void {
    const first = this.#last.slice(0, 15) === at.slice(0, 15) ? this.#last : at
    if (!this.has(first) && this.size >= mostSteps) return
    this.#last = first
    this.add(first, records)
  }
}

export function joinedUses(all: readonly ReadonlyMap<string, number>[]): UseTimes {
  const joined = new UseTimes()
  const entries = all.flatMap((uses) => [...uses]).sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [at, records] of entries) joined.count(at, records)
  return joined
}
