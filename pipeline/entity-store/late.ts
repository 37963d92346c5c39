// Marks for late facts. A fact may arrive after documents that it concerns were stored. The changed entity then gets a
// mark in the same write, so a crash cannot lose it. `pipeline/late-data` annotates those documents again.
import type { EntityName } from '../../mappings/entities/types.ts'
import { hourMs } from '../../mappings/kernel/durations.ts'
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'

/** Late facts of an entity whose documents have not been checked yet, in epoch milliseconds. */
export interface Late {
  /** The event time from which documents are concerned. */
  readonly from: number
  /** When the first and the last of these facts were recorded, by the clock of the recording instance. */
  readonly first_recorded: number
  readonly last_recorded: number
}

/** Records of one click are at most minutes apart, and some annotations use all of these records. */
const clickMargin = hourMs

/** Fields with values that apply to events of any time. */
const timeless: ReadonlySet<string> = new Set(['links', 'names', 'owner_tenant', 'publisher', 'verified', 'kind'])

/** Fields that no annotation reads, only a review. */
const ofReview: ReadonlySet<string> = new Set(['issued', 'failed', 'listed_scopes'])

/** Facts that are recorded within this time share a mark, to limit the open marks of an entity that changes all day. */
const stretchMs = 30_000

/** More marks than this only occur if no pass runs. Then the two oldest marks are merged. */
const mostMarks = 8

/** Returns the event time from which a fact of this field concerns documents; undefined if it concerns none. */
export function concernsFrom(
  name: EntityName,
  field: string,
  item: number | { readonly first: number } | { readonly at: number; readonly bundle?: string | undefined },
): number | undefined {
  // The first event of a log source determines the length of its history. Later events concern no annotation.
  if (name === 'log_sources' && field !== 'first_seen') return undefined
  if (ofReview.has(field)) return undefined
  if (timeless.has(field)) return 0
  if (typeof item === 'number') return Math.max(0, item)
  if ('first' in item) return Math.max(0, item.first)
  return Math.max(0, item.bundle === undefined ? item.at : item.at - clickMargin)
}

/** The marks after one more fact, oldest first. A fact that concerns no document has no mark: its `from` is infinite. */
export function markLate(held: readonly Late[], from: number, now: number): readonly Late[] {
  if (from === Number.POSITIVE_INFINITY) return held
  const last = held.at(-1)
  if (last !== undefined && now - last.first_recorded < stretchMs) {
    return [...held.slice(0, -1), { ...last, from: Math.min(last.from, from), last_recorded: now }]
  }
  const marks = [...held, { from, first_recorded: now, last_recorded: now }]
  const [first, second, ...others] = marks
  if (marks.length <= mostMarks || first === undefined || second === undefined) return marks
  return [{ ...second, from: Math.min(first.from, second.from), first_recorded: first.first_recorded }, ...others]
}

export function lateOf({ late }: JsonObject): readonly Late[] {
  return [late].flat().flatMap((mark) => (isObject(mark) ? [toMark(mark)] : []))
}

const toMark = ({ from, first_recorded, last_recorded }: JsonObject): Late => ({
  from: Number(from),
  first_recorded: Number(first_recorded),
  last_recorded: Number(last_recorded),
})

export function toLateMember(marks: readonly Late[]): Json {
  return marks.length === 0 ? null : marks.map((mark) => ({ ...mark }))
}
