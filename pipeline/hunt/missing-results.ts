// Records without a result, by input: rules for successful acts cannot match them, and an export may lack the column.
import { vendorOf } from '../../mappings/entities/key.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'

export interface MissingResult {
  readonly path: string
  readonly dataset: string
  readonly records: number
  readonly without: number
}

export class MissingResults {
  readonly #tallies = new Map<string, { path: string; dataset: string; records: number; without: number }>()

  see(path: string, { event }: EcsDocument, dataset: string): void {
    // Most Google records have no result.
    if (event.kind !== 'event' || vendorOf(dataset) !== 'microsoft') return
    const tally = lookedUp(this.#tallies, `${dataset} ${path}`, () => ({ path, dataset, records: 0, without: 0 }))
    tally.records++
    if (event.outcome === undefined || event.outcome === 'unknown') tally.without++
  }

  /** The inputs in which all records of a dataset lack a result: some operations have none. */
  found(): MissingResult[] {
    return [...this.#tallies.values()].filter(({ records, without }) => without === records)
  }
}
