import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type Entity,
  type EntityType,
  fromStored,
  holdsAll,
  mergeEntity,
  observe,
  toStored,
  unknownMembers,
} from '../../../mappings/entities/entity.ts'
import { Members } from '../../../mappings/entities/members.ts'
import type { Transition } from '../../../mappings/entities/transitions.ts'
import { entityTypes } from '../../../mappings/entities/types.ts'
import { canonicalJson } from '../../../mappings/kernel/json.ts'

// Small bounds, so that every property meets full lists and full sets.
const thing = {
  name: 'things',
  keys: ['thing'],
  fields: {
    first: { rule: 'earliest', doc: '' },
    used: { rule: 'moments', every: 10, keep: 4, doc: '' },
    status: { rule: 'transitions', keep: 3, counted: true, doc: '' },
    given: { rule: 'transitions', keep: 2, states: 1, oldest: true, counted: true, doc: '' },
    roles: { rule: 'transitions', keep: 2, states: 3, doc: '' },
    users: { rule: 'members', keep: 5, doc: '' },
    omitted: { rule: 'members', keep: 8, doc: '' },
  },
} as const
type Thing = Entity<typeof thing>

type Recorded =
  | { readonly field: 'first' | 'used'; readonly at: number }
  | { readonly field: 'status' | 'roles' | 'given'; readonly transition: Transition }
  | { readonly field: 'users'; readonly value: string; readonly at: number }

const time = fc.integer({ min: 0, max: 120 })
const name = fc.constantFrom(...'abcdefghijkl')
const recorded: fc.Arbitrary<Recorded> = fc.oneof(
  fc.record({ field: fc.constantFrom('first' as const, 'used' as const), at: time }),
  fc.record({
    field: fc.constantFrom('status' as const, 'roles' as const, 'given' as const),
    transition: fc.record(
      { at: time, value: fc.constantFrom('on', 'off'), event: name, by: name, detail: fc.constantFrom('x', 'y', 'z') },
      { requiredKeys: ['at', 'value', 'event'] },
    ) as fc.Arbitrary<Transition>,
  }),
  fc.record({ field: fc.constant('users' as const), value: name, at: time }),
)

function observeAll(facts: readonly Recorded[]): Thing {
  const entity: Thing = {}
  for (const fact of facts) {
    if ('transition' in fact) observe(thing, entity, fact.field, fact.transition)
    else if (fact.field === 'users') observe(thing, entity, 'users', { value: fact.value, first: fact.at })
    else observe(thing, entity, fact.field, fact.at)
  }
  return entity
}

const text = (entity: Thing): string => canonicalJson(toStored(thing, entity))

function merged(...entities: readonly Thing[]): string {
  const result: Thing = {}
  for (const entity of entities) mergeEntity(thing, result, entity)
  return text(result)
}

/** The facts in another order, some of them twice. */
const shuffled = (facts: readonly Recorded[]): fc.Arbitrary<Recorded[]> =>
  fc
    .tuple(fc.shuffledSubarray([...facts], { minLength: facts.length }), fc.subarray([...facts]))
    .map(([all, again]) => [...all, ...again])

it('an entity does not depend on the order and the repetition of facts', () => {
  fc.assert(
    fc.property(
      fc.array(recorded, { maxLength: 40 }).chain((facts) => fc.tuple(fc.constant(facts), shuffled(facts))),
      ([facts, again]) => {
        expect(text(observeAll(again))).toBe(text(observeAll(facts)))
      },
    ),
  )
})

it('an entity does not depend on the division of its facts between two writers', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(recorded, fc.constantFrom('left', 'right', 'both')), { maxLength: 40 }), (facts) => {
      const of = (writer: string) =>
        observeAll(facts.flatMap(([fact, who]) => (who === writer || who === 'both' ? fact : [])))
      expect(merged(of('left'), of('right'))).toBe(text(observeAll(facts.map(([fact]) => fact))))
    }),
  )
})

it('the merge of entities is commutative, associative and idempotent', () => {
  const entity = fc.array(recorded, { maxLength: 20 }).map(observeAll)
  fc.assert(
    fc.property(entity, entity, entity, (a, b, c) => {
      expect(merged(a, b)).toBe(merged(b, a))
      const [ab, bc]: Thing[] = [{}, {}]
      for (const one of [a, b]) mergeEntity(thing, ab as Thing, one)
      for (const one of [b, c]) mergeEntity(thing, bc as Thing, one)
      expect(merged(ab as Thing, c)).toBe(merged(a, bc as Thing))
      expect(merged(a, a)).toBe(text(a))
    }),
  )
})

it('an entity reports whether a fact changed it, and whether a fact would change it', () => {
  fc.assert(
    fc.property(fc.array(recorded, { maxLength: 20 }), fc.array(recorded, { maxLength: 20 }), (before, after) => {
      const entity = observeAll(before)
      const was = text(entity)
      const held = holdsAll(thing, entity, observeAll(after))
      expect(text(entity)).toBe(was)
      expect(mergeEntity(thing, entity, observeAll(after))).toBe(text(entity) !== was)
      expect(held).toBe(text(entity) === was)
    }),
  )
})

it('an entity is restored from its stored form', () => {
  fc.assert(
    fc.property(fc.array(recorded, { maxLength: 40 }), fc.array(recorded, { maxLength: 10 }), (facts, later) => {
      const entity = observeAll(facts)
      const again = fromStored(thing, JSON.parse(JSON.stringify(toStored(thing, entity))))
      expect(text(again)).toBe(text(entity))
      mergeEntity(thing, entity, observeAll(later))
      mergeEntity(thing, again, observeAll(later))
      expect(text(again)).toBe(text(entity))
    }),
  )
})

it('an entity keeps members that a newer version stored', () => {
  expect(toStored(thing, fromStored(thing, { first: 3, later_field: [1] }))).toEqual({ first: 3 })
})

it('an entity excludes values with a wrong type for their field', () => {
  const transition = { at: 1, value: 'disabled', event: 'e1' }
  const stored = {
    first: 'yesterday',
    used: [50, 'later', null],
    status: [transition, { ...transition, at: '2' }, { ...transition, by: 7 }, { at: 3, value: 'deleted' }, 'x'],
    users: [{ value: 'a', first: 1 }, { value: 2, first: 1 }, { value: 'b' }, null],
  }
  expect(toStored(thing, fromStored(thing, stored))).toEqual({
    used: [50],
    status: [transition],
    users: [{ value: 'a', first: 1 }],
  })
})

it('a set of members has an exact count up to its capacity, and an estimate above', () => {
  const members = new Members(1000)
  for (let i = 0; i < 1000; i++) members.add(`user-${i}`, i)
  expect([members.countBefore(500), members.countBefore(1e9), members.more]).toEqual([500, 1000, false])
  for (let i = 1000; i < 20_000; i++) members.add(`user-${i}`, i)
  expect(members.more).toBe(true)
  expect(members.size).toBe(1000)
  // The standard error of a sketch of 1,000 is 3.2 %.
  expect(Math.abs(members.countBefore(1e9) - 20_000)).toBeLessThan(2_000)
  expect(Math.abs(members.countBefore(10_000) - 10_000)).toBeLessThan(1_500)
})

it('a set of members keeps the earliest time of a member', () => {
  const members = new Members(5)
  for (const at of [7, 3, 9]) members.add('a', at)
  expect(members.first('a')).toBe(3)
  expect([members.before(3), members.before(4)]).toEqual([[], ['a']])
})

it('a list of transitions keeps the newest one of each pair of value and detail, even if others are newer', () => {
  const entity: Thing = {}
  const at = (time: number, value: string, detail: string) =>
    observe(thing, entity, 'roles', { at: time, value, detail, event: `e${time}` })
  at(1, 'on', 'x')
  for (let time = 2; time < 20; time++) at(time, 'on', 'y')
  expect(entity.roles?.map(({ at: time, detail }) => `${time} ${detail}`)).toEqual(['19 y', '18 y', '1 x'])
  // The fourth pair displaces the pair whose newest transition is the oldest.
  for (const detail of ['z', 'v']) at(20, 'on', detail)
  expect(entity.roles?.map(({ detail }) => detail)).toEqual(['z', 'v', 'y'])
})

it('a list of transitions keeps the first one, and counts an omitted act once if both logs contain it', () => {
  const entity: Thing = {}
  const newestFirst = [9, 8, 7, 6, 5, 4, 3]
  for (const at of newestFirst)
    for (const log of ['a', 'b'])
      observe(thing, entity, 'given', { at, value: 'on', event: `${log}${at}`, bundle: `click ${at}` })
  expect(entity.given?.map(({ event }) => event)).toEqual(['b9', 'a9', 'a3'])
  // One record of the first act is omitted.
  expect(entity.omitted?.before(10)).toEqual([3, 4, 5, 6, 7, 8].map((at) => `click ${at}`))
})

it('every growing field of the entity tables has a limit', () => {
  for (const [name, type] of Object.entries(entityTypes) as [string, EntityType][]) {
    expect(type.name).toBe(name)
    for (const field of Object.values(type.fields)) expect(field.rule === 'earliest' || field.keep <= 1000).toBe(true)
  }
})

it('members of a newer version are recognized among the known members of an entity', () => {
  const type = entityTypes.apps
  const [field = ''] = Object.keys(type.fields)
  const known = {
    vendor: 'microsoft',
    tenant: 't',
    late: {},
    [type.keys[0] ?? '']: 'id',
    [field]: 1,
    [`${field}_more`]: true,
  }
  expect(unknownMembers(type, known)).toBeUndefined()
  expect(unknownMembers(type, { ...known, future_fact: 'kept' })).toEqual({ future_fact: 'kept' })
})
