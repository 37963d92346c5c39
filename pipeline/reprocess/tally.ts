import type { DeadLetterCode, Failure } from '../outcome.ts'

export interface DatasetDifferences {
  unchanged: number
  changed: number
  created: number
}

/** The maximum number of failures that are listed with their place. */
const listed = 20

export class ReprocessTally {
  readonly datasets = new Map<string, DatasetDifferences>()
  /** The number of documents in which a field differs, by field. */
  readonly fields = new Map<string, number>()
  readonly codes = new Map<DeadLetterCode, number>()
  readonly failures: { readonly code: DeadLetterCode; readonly place: string }[] = []

  count(what: keyof DatasetDifferences, dataset: string, times = 1): void {
    const counts = this.datasets.get(dataset) ?? { unchanged: 0, changed: 0, created: 0 }
    counts[what] += times
    this.datasets.set(dataset, counts)
  }

  differs(paths: readonly string[]): void {
    for (const path of paths) this.fields.set(path, (this.fields.get(path) ?? 0) + 1)
  }

  fails({ code, delivery: { source, partition, offset } }: Failure): void {
    this.codes.set(code, (this.codes.get(code) ?? 0) + 1)
    if (this.failures.length < listed) this.failures.push({ code, place: `${source}/${partition ?? ''}/${offset}` })
  }

  get total(): DatasetDifferences {
    const total = { unchanged: 0, changed: 0, created: 0 }
    for (const counts of this.datasets.values())
      for (const what of ['unchanged', 'changed', 'created'] as const) total[what] += counts[what]
    return total
  }
}
