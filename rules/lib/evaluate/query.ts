// A query rule: evaluates each document by itself, in the first run that sees it.
import { type Clock, runAfter } from '../schedule.ts'
import type { Evaluator } from './evaluator.ts'

export function evaluateQuery(clock: Clock): Evaluator {
  return {
    due: Number.POSITIVE_INFINITY,
    take: (entry) => [{ at: runAfter(entry.visible, clock), entries: [entry], settled: true }],
    run: () => [],
  }
}
