// A threshold rule: how many documents of a group lie within the stretch that a run reads. As in Kibana, what an earlier
// alert on the same values has counted is not counted again.
import { type Clock, runAfter } from '../schedule.ts'
import type { Entry, Evaluator, Finding } from './evaluator.ts'
import { combinations, type TermsOf } from './terms.ts'

export interface ThresholdOptions {
  readonly clock: Clock
  /** The group fields and how to read each; none: all documents are one group. */
  readonly fields: ReadonlyMap<string, TermsOf>
  readonly value: number
  readonly cardinality?: { readonly terms: TermsOf; readonly value: number }
}

/** A document in its groups: one object for all of them, because an alert on one takes it out of the others. */
interface Counted {
  readonly entry: Entry
  alerted: boolean
}

interface Group {
  readonly values: readonly string[]
  counted: Counted[]
}

export function evaluateThreshold({ clock, fields, value, cardinality }: ThresholdOptions): Evaluator {
  const names = [...fields.keys()]
  const readers = [...fields.values()]
  /** In the order of their newest document, so that what is over stands in front. */
  const groups = new Map<string, Group>()
  const touched = new Set<string>()
  let due = Number.POSITIVE_INFINITY

  function enough(counted: readonly Counted[]): boolean {
    if (counted.length < value) return false
    if (cardinality === undefined) return true
    const different = new Set<string>()
    for (const { entry } of counted) for (const term of cardinality.terms(entry.document)) different.add(term)
    return different.size >= cardinality.value
  }

  function judge(group: Group, at: number): Finding | undefined {
    const since = at - clock.reach
    group.counted = group.counted.filter(({ entry, alerted }) => !alerted && entry.visible >= since)
    if (!enough(group.counted)) return undefined
    const entries = group.counted.map(({ entry }) => entry) as [Entry, ...Entry[]]
    const terms = Object.fromEntries(names.map((name, i) => [name, group.values[i] as string]))
    return { at, entries, terms, settled: true }
  }

  function forgetBefore(since: number): void {
    for (const [key, { counted }] of groups) {
      const newest = counted.at(-1)
      if (newest !== undefined && newest.entry.visible >= since) break
      groups.delete(key)
    }
  }

  return {
    get due() {
      return due
    },
    take(entry) {
      const counted: Counted = { entry, alerted: false }
      for (const values of combinations(readers, entry.document)) {
        const key = JSON.stringify(values)
        const group = groups.get(key) ?? { values, counted: [] }
        group.counted.push(counted)
        groups.delete(key)
        groups.set(key, group)
        touched.add(key)
        due = runAfter(entry.visible, clock)
      }
      return []
    },
    run() {
      const at = due
      const findings: Finding[] = []
      const raised: Group[] = []
      for (const key of touched) {
        const group = groups.get(key)
        const finding = group === undefined ? undefined : judge(group, at)
        if (group === undefined || finding === undefined) continue
        findings.push(finding)
        raised.push(group)
      }
      // Only now: within one run each group counts everything.
      for (const group of raised) for (const counted of group.counted) counted.alerted = true
      for (const group of raised) group.counted = []
      touched.clear()
      due = Number.POSITIVE_INFINITY
      forgetBefore(at - clock.reach)
      return findings
    },
  }
}
