import { expect, it } from 'vitest'
import { concernsFrom, type Late, lateOf, markLate, toLateMember } from '../../../pipeline/entity-store/late.ts'

const hour = 3_600_000
const minute = 60_000

it.each([
  ['from its event time on', 'accounts', 'status', {}, 10 * hour],
  ['from its event time on, also as the beginning of a log source', 'log_sources', 'first_seen', {}, 10 * hour],
  ['of its click', 'grants', 'granted', { bundle: 'click' }, 9 * hour],
  ['of all times if it links IDs', 'aliases', 'links', {}, 0],
  ['of all times if it is annotated with its current value', 'apps', 'publisher', { bundle: 'click' }, 0],
  ['of its click, if it is a change of permissions', 'grants', 'scope_changes', { bundle: 'click' }, 9 * hour],
  ['of no time if it only shows the continuation of a log source', 'log_sources', 'seen', {}, undefined],
  ['of no time if only a review reads it', 'grants', 'issued', {}, undefined],
  ['of no time if only a review reads it, whatever its click', 'apps', 'failed', { bundle: 'click' }, undefined],
] as const)('a late fact affects documents %s', (_, entity, field, click, from) => {
  expect(concernsFrom(entity, field, { at: 10 * hour, ...click })).toBe(from)
})

it('a second late fact within half a minute extends the mark, and keeps the first recording time', () => {
  const first = markLate([], 500, 1_000)
  expect(first).toEqual([{ from: 500, first_recorded: 1_000, last_recorded: 1_000 }])
  expect(markLate(first, 700, 2_000)).toEqual([{ from: 500, first_recorded: 1_000, last_recorded: 2_000 }])
  expect(markLate(first, 300, 2_000)[0]?.from).toBe(300)
})

it('a fact that affects no document leaves the marks as they are', () => {
  const marks = markLate([], 500, 1_000)
  expect(markLate(marks, Number.POSITIVE_INFINITY, 2_000)).toEqual(marks)
  expect(markLate([], Number.POSITIVE_INFINITY, 2_000)).toEqual([])
})

it('a late fact after half a minute has a separate mark, so that older marks can be completed', () => {
  const marks = markLate(markLate([], 0, minute), 500, 2 * minute)
  expect(marks).toEqual([
    { from: 0, first_recorded: minute, last_recorded: minute },
    { from: 500, first_recorded: 2 * minute, last_recorded: 2 * minute },
  ])
})

it('the marks for late facts stay few without passes, and lose no fact', () => {
  let marks: readonly Late[] = []
  for (let i = 1; i <= 100; i++) marks = markLate(marks, 1_000 - i, i * minute)
  expect(marks.length).toBeLessThan(10)
  expect(marks[0]).toMatchObject({ first_recorded: minute })
  expect(marks.at(-1)).toEqual({ from: 900, first_recorded: 100 * minute, last_recorded: 100 * minute })
  expect(marks[0]?.last_recorded).toBeLessThan(marks[1]?.first_recorded ?? 0)
})

it('the late marks of a stored entity are read as one or several marks, and are gone after their removal', () => {
  const marks = markLate([], 500, 1_000)
  expect(lateOf({ late: toLateMember(marks) })).toEqual(marks)
  expect(lateOf({ late: { from: 500, first_recorded: 1_000, last_recorded: 1_000 } })).toEqual(marks)
  expect(lateOf({ late: toLateMember([]) })).toEqual([])
  expect(lateOf({})).toEqual([])
})
