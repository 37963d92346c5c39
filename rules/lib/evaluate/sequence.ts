// An EQL sequence rule: each run sorts its documents by event time, and alerts on sequences without an alert so far.
import type { CompiledSequence, FoundSequence, SequenceRun } from '../query/eql/sequence.ts'
import { type Clock, runAfter } from '../schedule.ts'
import type { Entry, Evaluator, Finding } from './evaluator.ts'

interface Step {
  readonly document: object
  readonly time: number
  readonly entry: Entry
}

/**
 * Evaluates a sequence. One search continues from run to run while documents arrive in the order of their time. When a
 * document arrives late, the search starts again over everything that the run reads, as Kibana does in every run.
 * If no document arrives late, only the search keeps documents: those of unfinished sequences.
 */
export function evaluateSequence(sequence: CompiledSequence, clock: Clock, isSorted = false): Evaluator {
  let search: SequenceRun<Step> = sequence.open()
  let found: FoundSequence<Step>[] = []
  /** Documents that a run may still read, in the order in which they became visible. */
  let window: Step[] = []
  let fresh: Step[] = []
  let last: Step | undefined
  let due = Number.POSITIVE_INFINITY
  /** The number of documents that match a step. */
  let taken = 0
  /** Sequences that have raised an alert, with the time at which their newest event became visible. */
  const alerted = new Map<string, number>()

  function inOrder(steps: readonly Step[]): Step[] {
    return [...steps].sort(byTime)
  }

  function readFresh(since: number): void {
    window = [...window, ...fresh].filter(({ entry }) => entry.visible >= since)
    const batch = inOrder(fresh)
    const [first] = batch
    fresh = []
    const late = first !== undefined && last !== undefined && byTime(first, last) < 0
    if (late) search = sequence.open()
    const steps = late ? inOrder(window) : batch
    for (const step of steps) found.push(...search.push(step))
    last = steps.at(-1) ?? last
  }

  function judge(at: number): Finding[] {
    const since = at - clock.reach
    if (!isSorted) readFresh(since)
    for (const [key, visible] of alerted) if (visible < since) alerted.delete(key)
    const ended = found
    found = []
    return ended.flatMap(({ events }) => raise(events, at) ?? [])
  }

  function raise(steps: readonly Step[], at: number): Finding | undefined {
    const entries = steps.map(({ entry }) => entry) as [Entry, ...Entry[]]
    const key = entries.map(({ id }) => id).join(' ')
    if (alerted.has(key)) return undefined
    alerted.set(key, Math.max(...entries.map(({ visible }) => visible)))
    return { at, entries, settled: true }
  }

  return {
    get due() {
      return due
    },
    take(entry) {
      taken++
      const time = Date.parse(entry.document['@timestamp'] ?? '')
      const step = { document: entry.document, time, entry }
      if (isSorted) found.push(...search.push(step))
      else fresh.push(step)
      due = runAfter(entry.visible, clock)
      return []
    },
    run() {
      const at = due
      due = Number.POSITIVE_INFINITY
      return judge(at)
    },
    shortfall: () =>
      taken === 0
        ? undefined
        : `no sequence is complete: ${taken} ${taken === 1 ? 'document fits' : 'documents fit'} a step`,
  }
}

function byTime(a: Step, b: Step): number {
  return a.time - b.time || (a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : 0)
}
