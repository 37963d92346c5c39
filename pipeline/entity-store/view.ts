// Combines the entities of one object with several IDs, and answers questions as of a moment.
import { type Entity, type EntityType, type FieldsOf, stateOf } from '../../mappings/entities/entity.ts'
import { Members, type StoredMember } from '../../mappings/entities/members.ts'
import { newestFirst, type Transition } from '../../mappings/entities/transitions.ts'

/** An entity, and the period in which its facts apply to the object: an address may change its owner. */
export interface Part<T extends EntityType> {
  readonly entity: Entity<T>
  readonly from?: number | undefined
  readonly until?: number | undefined
}

/** A union of sets, with their number of changes, which identifies the state of the sets. */
interface Union {
  readonly sets: readonly Members[]
  changes: number
  readonly union: Members
}

/** By the first set, so that a union outlives its view: the views of a batch are new. */
const unions = new WeakMap<Members, Union>()

export class View<T extends EntityType> {
  readonly #parts: readonly Part<T>[]

  constructor(parts: readonly Part<T>[]) {
    this.#parts = parts
  }

  and(other: View<T>): View<T> {
    return new View([...this.#parts, ...other.#parts])
  }

  earliest(field: FieldsOf<T, 'earliest'>, time: number): number | undefined {
    let earliest: number | undefined
    for (const { entity, from } of this.#parts) {
      const state = stateOf<T, 'earliest'>(entity, field)
      if (state === undefined) continue
      const at = from === undefined ? state : Math.max(state, from)
      if (at < time && (earliest === undefined || at < earliest)) earliest = at
    }
    return earliest
  }

  moment(field: FieldsOf<T, 'moments'>, time: number): number | undefined {
    let newest: number | undefined
    for (const { entity, from, until } of this.#parts) {
      const state = stateOf<T, 'moments'>(entity, field)
      const at = state?.find((each) => each < time && isWithin(each, from, until))
      if (at !== undefined && (newest === undefined || at > newest)) newest = at
    }
    return newest
  }

  /** Returns the first moment after `from` and before `until` if it follows a pause of at least `pause`. */
  firstAfterPause(field: FieldsOf<T, 'moments'>, from: number, until: number, pause: number): number | undefined {
    const before = this.moment(field, from + 1)
    // Usually the pause is too short, and the list of moments is not needed.
    if (before === undefined || until - before < pause) return undefined
    const first = this.moments(field, until).findLast((at) => at > from)
    return first !== undefined && first - before >= pause ? first : undefined
  }

  /** All moments before a time, newest first. */
  moments(field: FieldsOf<T, 'moments'>, time: number): number[] {
    const found: number[] = []
    for (const { entity, from, until } of this.#parts)
      for (const at of stateOf<T, 'moments'>(entity, field) ?? [])
        if (at < time && isWithin(at, from, until)) found.push(at)
    return this.#parts.length < 2 ? found : found.sort((a, b) => b - a)
  }

  transitions(field: FieldsOf<T, 'transitions'>, time: number): Transition[] {
    const found: Transition[] = []
    for (const { entity, from, until } of this.#parts) {
      const state = stateOf<T, 'transitions'>(entity, field)
      for (const each of state ?? []) if (each.at < time && isWithin(each.at, from, until)) found.push(each)
    }
    return found.length < 2 ? found : found.sort(newestFirst)
  }

  last(field: FieldsOf<T, 'transitions'>, time: number): Transition | undefined {
    let newest: Transition | undefined
    for (const { entity, from, until } of this.#parts) {
      const state = stateOf<T, 'transitions'>(entity, field)
      const last = state?.find(({ at }) => at < time && isWithin(at, from, until))
      if (last !== undefined && (newest === undefined || newestFirst(last, newest) < 0)) newest = last
    }
    return newest
  }

  /** Returns when a member was first seen, if this is before `time`. */
  first(field: FieldsOf<T, 'members'>, value: string, time: number): number | undefined {
    let earliest: number | undefined
    for (const { entity } of this.#parts) {
      const at = stateOf<T, 'members'>(entity, field)?.first(value)
      if (at !== undefined && at < time && (earliest === undefined || at < earliest)) earliest = at
    }
    return earliest
  }

  /** Members first seen before a time, oldest first; at most `most`. */
  members(field: FieldsOf<T, 'members'>, time: number, most?: number): string[] {
    return this.#union(field)?.before(time, most) ?? []
  }

  /** Members first seen in a span of time, oldest first. */
  firstSeenWithin(field: FieldsOf<T, 'members'>, from: number, until: number): readonly StoredMember[] {
    return this.#union(field)?.between(from, until) ?? []
  }

  /** How many members were first seen before a time. */
  count(field: FieldsOf<T, 'members'>, time: number): { readonly count: number; readonly approximate: boolean } {
    const union = this.#union(field)
    return { count: union?.countBefore(time) ?? 0, approximate: union?.more ?? false }
  }

  #union(field: FieldsOf<T, 'members'>): Members | undefined {
    const sets: Members[] = []
    let changes = 0
    for (const { entity } of this.#parts) {
      const set = stateOf<T, 'members'>(entity, field)
      if (set === undefined) continue
      sets.push(set)
      changes += set.changes
    }
    if (sets.length < 2) return sets[0]
    const [first] = sets as [Members]
    let known = unions.get(first)
    if (known === undefined || known.sets.length !== sets.length || sets.some((set, i) => set !== known?.sets[i])) {
      known = { sets, changes: -1, union: new Members(first.keep) }
      unions.set(first, known)
    }
    // Sets only grow, so the union can take their new members.
    if (known.changes !== changes) for (const set of sets) known.union.merge(set)
    known.changes = changes
    return known.union
  }
}

function isWithin(at: number, from: number | undefined, until: number | undefined): boolean {
  return (from === undefined || at >= from) && (until === undefined || at < until)
}
