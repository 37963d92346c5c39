// A threshold rule: counts the documents of a group within the range that a run reads. As in Kibana, documents that an
// earlier alert on the same values has counted do not count again.
import { combinations } from '../query/combinations.ts'
import { type Clock, durationText, runAfter } from '../schedule.ts'
import type { Entry, Evaluator, Finding } from './evaluator.ts'
import { keep, once } from './kept-entry.ts'
import type { TermsOf } from './terms.ts'

export interface ThresholdOptions {
  readonly clock: Clock
  /** The group fields and their readers; if empty, all documents form one group. */
  readonly fields: ReadonlyMap<string, TermsOf>
  readonly value: number
  readonly cardinality?: { readonly field: string; readonly terms: TermsOf; readonly value: number }
}

/** A counted document. All its groups share one object: an alert on one group removes it from the others. */
interface Counted {
  readonly entry: Entry
  /** The document's values of the cardinality field. */
  readonly different: readonly string[]
  alerted: boolean
}

interface Group {
  readonly values: readonly string[]
  counted: Counted[]
}

export function evaluateThreshold({ clock, fields, value, cardinality }: ThresholdOptions): Evaluator {
  const names = [...fields.keys()]
  const readers = [...fields.values()]
  /** Sorted by newest document, so that expired groups come first. */
  const groups = new Map<string, Group>()
  const touched = new Set<string>()
  let due = Number.POSITIVE_INFINITY
  /** The largest counts of any run; undefined if no document was taken. */
  let most: { documents: number; different: number } | undefined

  function enough(counted: readonly Counted[]): boolean {
    if (most !== undefined && counted.length > most.documents) most.documents = counted.length
    if (counted.length < value) return false
    if (cardinality === undefined) return true
    const different = new Set<string>()
    for (const document of counted) for (const term of document.different) different.add(term)
    if (most !== undefined && different.size > most.different) most.different = different.size
    return different.size >= cardinality.value
  }

  function shortfall(): string | undefined {
    if (most === undefined) return undefined
    const { documents, different } = most
    if (documents === 0) return `no matching document has ${names.join(' and ')}`
    const same = names.length === 0 ? '' : ` with the same ${names.join(' and ')}`
    const where = `${same} within ${durationText(clock.reach)}, the range of a run`
    return documents < value || cardinality === undefined
      ? `${documents} of ${value} documents${where}`
      : `${different} of ${cardinality.value} different ${cardinality.field}${where}`
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
      most ??= { documents: 0, different: 0 }
      const all = combinations(readers, entry.document)
      if (all.length === 0) return []
      const counted: Counted = {
        entry: keep(entry),
        different: once(cardinality?.terms(entry.document) ?? []),
        alerted: false,
      }
      for (const values of all) {
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
      // Mark the documents only now: within one run, each group counts all its documents.
      for (const group of raised) for (const counted of group.counted) counted.alerted = true
      for (const group of raised) group.counted = []
      touched.clear()
      due = Number.POSITIVE_INFINITY
      forgetBefore(at - clock.reach)
      return findings
    },
    shortfall,
  }
}
