// A new-terms rule: the first document with a combination of values that none had since the start of the history.
import { type Clock, runAfter } from '../schedule.ts'
import type { Entry, Evaluator, Finding } from './evaluator.ts'
import { combinations, type TermsOf } from './terms.ts'

export interface NewTermsOptions {
  readonly clock: Clock
  readonly fields: ReadonlyMap<string, TermsOf>
  /** Milliseconds from the start of the history to the run. */
  readonly history: number
  /** When the stream of a data set begins, epoch milliseconds. */
  readonly begin: (dataset: string) => number
}

/**
 * A run calls a combination new when its first document since the start of the history lies within the stretch that the
 * run reads. A document is therefore new at the first run that still reads it and whose history begins after the last
 * document before it: one instant for each combination is all that has to be kept.
 */
export function evaluateNewTerms({ clock, fields, history, begin }: NewTermsOptions): Evaluator {
  const names = [...fields.keys()]
  const readers = [...fields.values()]
  const lastSeen = new Map<string, number>()
  let pruned = Number.NEGATIVE_INFINITY

  function forgetBefore(since: number): void {
    for (const [key, last] of lastSeen) if (last < since) lastSeen.delete(key)
  }

  function firstRun(visible: number, last: number): number | undefined {
    const first = runAfter(visible, clock)
    const steps = Math.floor((last + history - first) / clock.interval) + 1
    const at = steps > 0 ? first + steps * clock.interval : first
    return at <= visible + clock.reach ? at : undefined
  }

  function judge(entry: Entry, values: readonly string[]): Finding | undefined {
    const key = JSON.stringify(values)
    const at = firstRun(entry.visible, lastSeen.get(key) ?? Number.NEGATIVE_INFINITY)
    lastSeen.set(key, entry.visible)
    if (at === undefined) return undefined
    const terms = Object.fromEntries(names.map((name, i) => [name, values[i] as string]))
    return { at, entries: [entry], terms, settled: begin(entry.dataset) <= at - history }
  }

  return {
    due: Number.POSITIVE_INFINITY,
    take(entry) {
      if (entry.visible - pruned > history) {
        forgetBefore(entry.visible - history)
        pruned = entry.visible
      }
      return combinations(readers, entry.document).flatMap((values) => judge(entry, values) ?? [])
    },
    run: () => [],
  }
}
