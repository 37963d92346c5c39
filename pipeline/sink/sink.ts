// The interface of all sinks of documents: they accept events and report the result of each.
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import type { OnPause } from '../clients/retry.ts'
import type { Failure, Storable } from '../outcome.ts'

export interface DatasetCounts {
  stored: number
  duplicates: number
}

/** `stored + duplicates + failures.length` is the number of given events. */
export interface StoreResult {
  readonly stored: number
  /** Events with an existing `_id`: counted as success. */
  readonly duplicates: number
  /** The number of documents in several backing indices, because the credentials do not allow their removal. */
  readonly doubled: number
  readonly failures: readonly Failure[]
  readonly byDataset: ReadonlyMap<string, Readonly<DatasetCounts>>
}

export interface StoreOptions {
  /** Aborts waiting and retrying. `store` then rejects, and the events must be delivered again. */
  readonly signal?: AbortSignal
  /** Called when storing waits for a dependency. */
  readonly onPause?: OnPause
}

export interface Sink {
  /** Resolves when every event is stored, a known duplicate, or a failure. Rejects with a DependencyError. */
  store(events: readonly Storable[], options?: StoreOptions): Promise<StoreResult>
  close(): Promise<void>
}

export function sumOf(results: readonly StoreResult[]): StoreResult {
  const [only, another] = results
  if (only !== undefined && another === undefined) return only
  const tally = new Tally()
  for (const result of results) tally.add(result)
  return tally
}

export class Tally implements StoreResult {
  stored = 0
  duplicates = 0
  doubled = 0
  readonly failures: Failure[] = []
  readonly byDataset = new Map<string, DatasetCounts>()

  count(what: keyof DatasetCounts, dataset: string, times = 1): void {
    const counts = lookedUp(this.byDataset, dataset, () => ({ stored: 0, duplicates: 0 }))
    counts[what] += times
    this[what] += times
  }

  add({ doubled, failures, byDataset }: StoreResult): void {
    for (const [dataset, { stored, duplicates }] of byDataset) {
      this.count('stored', dataset, stored)
      this.count('duplicates', dataset, duplicates)
    }
    this.doubled += doubled
    for (const failure of failures) this.failures.push(failure)
  }

  /** Corrects the counts for a document that was counted as stored, but already existed. */
  recount(dataset: string): void {
    const counts = this.byDataset.get(dataset)
    if (counts !== undefined) counts.stored--
    this.stored--
    this.count('duplicates', dataset)
  }
}
