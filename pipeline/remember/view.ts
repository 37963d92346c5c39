// One thing that is held under several ids, seen as one: questions as of a moment, over all of its entities.
import type { Entity, EntityType } from '../../mappings/entities/entity.ts'
import { Members } from '../../mappings/entities/members.ts'
import type { Transition } from '../../mappings/entities/transitions.ts'

/** An entity, and the span of time in which what it says is about the thing: addresses change hands. */
export interface Part<T extends EntityType> {
  readonly entity: Entity<T>
  readonly from?: number
  readonly until?: number
}

type FieldsOf<T extends EntityType, R extends string> = {
  [F in keyof T['fields'] & string]: T['fields'][F]['rule'] extends R ? F : never
}[keyof T['fields'] & string]

const always = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY }

export class View<T extends EntityType> {
  readonly #parts: readonly Part<T>[]

  constructor(parts: readonly Part<T>[]) {
    this.#parts = parts
  }

  #states<S>(field: string): { state: S; from: number; until: number }[] {
    return this.#parts.flatMap(({ entity, from = always.from, until = always.until }) => {
      const state = (entity as Record<string, unknown>)[field]
      return state === undefined ? [] : [{ state: state as S, from, until }]
    })
  }

  /** The earliest time, when it is before `time`. */
  earliest(field: FieldsOf<T, 'earliest'>, time: number): number | undefined {
    let earliest: number | undefined
    for (const { state, from } of this.#states<number>(field)) {
      const at = Math.max(state, from)
      if (at < time && (earliest === undefined || at < earliest)) earliest = at
    }
    return earliest
  }

  /** The newest moment before a time. */
  moment(field: FieldsOf<T, 'moments'>, time: number): number | undefined {
    let newest: number | undefined
    for (const { state, from, until } of this.#states<number[]>(field)) {
      const at = state.find((each) => each < time && each >= from && each < until)
      if (at !== undefined && (newest === undefined || at > newest)) newest = at
    }
    return newest
  }

  /** All transitions before a time, newest first. */
  transitions(field: FieldsOf<T, 'transitions'>, time: number): Transition[] {
    const found = this.#states<Transition[]>(field).flatMap(({ state, from, until }) =>
      state.filter(({ at }) => at < time && at >= from && at < until),
    )
    return found.length < 2 ? found : found.sort((a, b) => b.at - a.at || (a.event < b.event ? 1 : -1))
  }

  /** The newest transition before a time. */
  last(field: FieldsOf<T, 'transitions'>, time: number): Transition | undefined {
    return this.transitions(field, time)[0]
  }

  /** When a member was first seen, when that is before `time`. */
  first(field: FieldsOf<T, 'members'>, value: string, time: number): number | undefined {
    let earliest: number | undefined
    for (const { state } of this.#states<Members>(field)) {
      const at = state.first(value)
      if (at !== undefined && at < time && (earliest === undefined || at < earliest)) earliest = at
    }
    return earliest
  }

  /** Members first seen before a time, oldest first. */
  members(field: FieldsOf<T, 'members'>, time: number): string[] {
    return this.#union(field)?.before(time) ?? []
  }

  /** How many members were first seen before a time. */
  count(field: FieldsOf<T, 'members'>, time: number): { readonly count: number; readonly approximate: boolean } {
    const union = this.#union(field)
    return { count: union?.countBefore(time) ?? 0, approximate: union?.more ?? false }
  }

  #union(field: string): Members | undefined {
    const sets = this.#states<Members>(field).map(({ state }) => state)
    const [first, ...others] = sets
    if (first === undefined || others.length === 0) return first
    const union = new Members(first.keep)
    for (const set of sets) union.merge(set)
    return union
  }
}
