// A fact may arrive when documents that it concerns are stored already, annotated without it. The entity it changes then
// has a mark, in the same write as the fact, so that no crash can lose it: `pipeline/late-data` annotates those documents again.

import type { EntityName } from '../../mappings/entities/types.ts'
import { hourMs } from '../../mappings/kernel/durations.ts'
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'

/** Facts of an entity with documents that have not been checked. Epoch milliseconds. */
export interface Late {
  /** Documents from this event time on are concerned. */
  readonly from: number
  /** When the first of these facts was recorded, and the last, by the clock of the instance that recorded it. */
  readonly first_recorded: number
  readonly last_recorded: number
}

/** Records of one click are minutes apart at most, and some annotations ask for all of its records. */
const clickMargin = hourMs

/** What is annotated as it is known now, whenever the event was. */
const timeless: ReadonlySet<string> = new Set(['links', 'names', 'owner_tenant', 'publisher', 'verified', 'kind'])

/**
 * Facts recorded within this time share a mark: this bounds the number of open marks of an entity that changes all day.
 */
const stretchMs = 30_000

/** More marks than this are there only where no pass runs: the two oldest become one. */
const mostMarks = 8

/** From when on a fact of this field concerns documents; undefined for one that concerns none. */
export function concernsFrom(
  name: EntityName,
  field: string,
  { at, bundle }: { readonly at: number; readonly bundle?: string | undefined },
): number | undefined {
  // How long a log source has run is a matter of its first event; that it goes on concerns no annotation.
  if (name === 'log_sources' && field !== 'first_seen') return undefined
  if (timeless.has(field)) return 0
  return Math.max(0, bundle === undefined ? at : at - clickMargin)
}

/** The marks after one more fact, oldest first. */
export function markLate(held: readonly Late[], from: number, now: number): readonly Late[] {
  const last = held.at(-1)
  if (last !== undefined && now - last.first_recorded < stretchMs) {
    return [...held.slice(0, -1), { ...last, from: Math.min(last.from, from), last_recorded: now }]
  }
  const marks = [...held, { from, first_recorded: now, last_recorded: now }]
  const [first, second, ...others] = marks
  if (marks.length <= mostMarks || first === undefined || second === undefined) return marks
  return [{ ...second, from: Math.min(first.from, second.from), first_recorded: first.first_recorded }, ...others]
}

/** The marks that a stored entity has. */
export function lateOf({ late }: JsonObject): readonly Late[] {
  return [late].flat().flatMap((mark) => (isObject(mark) ? [toMark(mark)] : []))
}

const toMark = ({ from, first_recorded, last_recorded }: JsonObject): Late => ({
  from: Number(from),
  first_recorded: Number(first_recorded),
  last_recorded: Number(last_recorded),
})

/** The member of a stored entity that holds its marks. */
export function toLateMember(marks: readonly Late[]): Json {
  return marks.length === 0 ? null : marks.map((mark) => ({ ...mark }))
}
