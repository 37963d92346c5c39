// An entity is the state of an application, a grant or an account in the entity store: fields with values that merge.
// Merging is commutative, associative and idempotent, so that order, repetition and the number of writers do not
// matter.
import type { Json, JsonObject } from '../kernel/json.ts'
import { lookedUp } from '../kernel/looked-up.ts'
import { isStoredMember, Members, type StoredMember } from './members.ts'
import { addMoment } from './moments.ts'
import { addTransition, isTransition, type Kept, type Transition } from './transitions.ts'

export type EntityField = { readonly doc: string } & (
  | { readonly rule: 'earliest' }
  | { readonly rule: 'moments'; readonly every: number; readonly keep: number }
  /** `counted`: the member `omitted` of the entity counts the acts that the list no longer contains. */
  | (Kept & { readonly rule: 'transitions'; readonly counted?: true })
  | { readonly rule: 'members'; readonly keep: number }
)

export interface EntityType {
  /** In the plural: it is part of the name of the index. */
  readonly name: string
  /** The key of an entity, in addition to vendor and tenant. */
  readonly keys: readonly string[]
  readonly fields: Readonly<Record<string, EntityField>>
  /** Vocabulary names that also work in searches of the index, and the member that each of them refers to. */
  readonly vocabulary?: Readonly<Record<string, string>>
}

interface States {
  earliest: number
  moments: number[]
  transitions: Transition[]
  members: Members
}

/** The item that each merge rule accepts. */
interface Items {
  earliest: number
  moments: number
  transitions: Transition
  members: StoredMember
}

/** The state of an entity: absent fields have never received a value. */
export type Entity<T extends EntityType = EntityType> = {
  -readonly [F in keyof T['fields']]?: States[T['fields'][F]['rule']]
}

/** The fields of a type that merge by this rule. */
export type FieldsOf<T extends EntityType, R extends keyof States> = {
  [F in keyof T['fields'] & string]: T['fields'][F]['rule'] extends R ? F : never
}[keyof T['fields'] & string]

/** Returns the state of a field with a known rule. TypeScript cannot derive its type while `T` is generic. */
export function stateOf<T extends EntityType, R extends keyof States>(
  entity: Entity<T>,
  field: FieldsOf<T, R>,
): States[R] | undefined {
  return entity[field] as States[R] | undefined
}

export type ItemOf<T extends EntityType, F extends keyof T['fields']> = Items[T['fields'][F]['rule']]

type AnyState = States[keyof States]
type AnyItem = Items[keyof Items]
type Loose = Record<string, AnyState | undefined>

/** Applies one value to one field of an entity; true if that changed the entity. */
export function observe<T extends EntityType, F extends keyof T['fields'] & string>(
  type: T,
  entity: Entity<T>,
  field: F,
  item: ItemOf<T, F>,
): boolean {
  return observeAny(type, entity as Loose, field, item as AnyItem)
}

function observeAny(type: EntityType, entity: Loose, name: string, item: AnyItem): boolean {
  const field = type.fields[name]
  if (field === undefined) throw new Error(`${type.name} have no ${name}`)
  switch (field.rule) {
    case 'earliest': {
      const known = entity[name] as number | undefined
      if (known !== undefined && known <= (item as number)) return false
      entity[name] = item as number
      return true
    }
    case 'moments': {
      const list = (entity[name] ?? []) as number[]
      entity[name] = list
      return addMoment(list, item as number, field.every, field.keep)
    }
    case 'transitions': {
      const list = (entity[name] ?? []) as Transition[]
      entity[name] = list
      let isCounted = false
      const changed = addTransition(list, item as Transition, field, (dropped) => {
        if (field.counted) isCounted = observeAny(type, entity, 'omitted', omittedBy(dropped)) || isCounted
      })
      return changed || isCounted
    }
    case 'members': {
      const members = (entity[name] ?? new Members(field.keep)) as Members
      entity[name] = members
      const { value, first } = item as StoredMember
      return members.add(value, first)
    }
    default:
      return field satisfies never
  }
}

/** Two logs may contain one act. */
const omittedBy = ({ at, bundle, event }: Transition): StoredMember => ({ value: bundle ?? event, first: at })

/** Merges `source` into `target`. Returns true if this changes `target`. Does not change `source`. */
export function mergeEntity<T extends EntityType>(type: T, target: Entity<T>, source: Entity<T>): boolean {
  let changed = false
  const from = source as Loose
  const into = target as Loose
  for (const name in from) {
    const field = type.fields[name]
    const state = from[name]
    if (field === undefined || state === undefined) continue
    if (field.rule === 'members') {
      const members = (into[name] ?? new Members(field.keep)) as Members
      into[name] = members
      changed = members.merge(state as Members) || changed
    } else {
      const items = Array.isArray(state) ? state : [state as number]
      for (const item of items) changed = observeAny(type, into, name, item) || changed
    }
  }
  return changed
}

/** Returns true if merging `other` would change nothing. An entity loses a value only to a newer value. */
export function holdsAll<T extends EntityType>(type: T, entity: Entity<T>, other: Entity<T>): boolean {
  for (const name in other as Loose) if (!holdsField(type, name, entity as Loose, (other as Loose)[name])) return false
  return true
}

function holdsField(type: EntityType, name: string, entity: Loose, state: AnyState | undefined): boolean {
  const held = entity[name]
  if (state === undefined) return true
  if (held === undefined) return false
  if (held instanceof Members) return (state as Members).ordered().every(({ value, first }) => held.holds(value, first))
  const field = type.fields[name]
  if (field?.rule === 'transitions') {
    const list = [...(held as Transition[])]
    const omitted = entity.omitted as Members | undefined
    let isCounted = true
    const count = (dropped: Transition) => {
      const { value, first } = omittedBy(dropped)
      if (field.counted && omitted?.holds(value, first) !== true) isCounted = false
    }
    return (state as Transition[]).every((item) => !addTransition(list, item, field, count) && isCounted)
  }
  const trial: Loose = { [name]: Array.isArray(held) ? ([...held] as AnyState) : held }
  const items = Array.isArray(state) ? state : [state as number]
  return items.every((item) => !observeAny(type, trial, name, item))
}

const moreOf = (name: string): string => `${name}_more`

/** The stored form: equal states give equal texts. Times are epoch milliseconds. */
export function toStored<T extends EntityType>(type: T, entity: Entity<T>): JsonObject {
  const stored: JsonObject = {}
  for (const name of Object.keys(type.fields)) {
    const state = (entity as Loose)[name]
    if (state === undefined) continue
    if (state instanceof Members) {
      stored[name] = state.toStored() as unknown as Json
      if (state.more) stored[moreOf(name)] = true
    } else stored[name] = state as unknown as Json
  }
  return stored
}

/** The state that a stored form holds. It leaves out members that it does not know: see `unknownMembers`. */
export function fromStored<T extends EntityType>(type: T, stored: JsonObject): Entity<T> {
  const entity: Loose = {}
  for (const [name, field] of Object.entries(type.fields)) {
    const value = stored[name]
    if (value === undefined || value === null) continue
    if (field.rule === 'earliest') {
      if (typeof value === 'number') entity[name] = value
    } else if (field.rule === 'members')
      entity[name] = Members.fromStored(list(value).filter(isStoredMember), stored[moreOf(name)] === true, field.keep)
    else if (field.rule === 'moments') entity[name] = list(value).filter((each) => typeof each === 'number')
    else entity[name] = list(value).filter(isTransition)
  }
  return entity as Entity<T>
}

const knownMembers = new WeakMap<EntityType, ReadonlySet<string>>()

function membersOf(type: EntityType): ReadonlySet<string> {
  return lookedUp(knownMembers, type, () => {
    const fields = Object.keys(type.fields)
    return new Set(['vendor', 'tenant', 'late', ...type.keys, ...fields, ...fields.map(moreOf)])
  })
}

/** Members of a stored form that a newer version added: a write of this version keeps them. Undefined if there are none. */
export function unknownMembers(type: EntityType, stored: JsonObject): JsonObject | undefined {
  const known = membersOf(type)
  const unknown = Object.entries(stored).filter(([name]) => !known.has(name))
  return unknown.length === 0 ? undefined : Object.fromEntries(unknown)
}

function list(value: Json): unknown[] {
  return Array.isArray(value) ? value : [value]
}
