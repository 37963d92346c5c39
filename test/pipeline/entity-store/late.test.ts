import { expect, it } from 'vitest'
import { concernsFrom, type Late, lateOf, markLate, toLateMember } from '../../../pipeline/entity-store/late.ts'

const hour = 3_600_000
const minute = 60_000

it('a late fact concerns documents from its own time on, and one of a click those of the whole click', () => {
  expect(concernsFrom('accounts', 'status', { at: 10 * hour })).toBe(10 * hour)
  expect(concernsFrom('grants', 'granted', { at: 10 * hour, bundle: 'click' })).toBe(9 * hour)
})

it('a late fact concerns documents of all times when it joins ids, or is annotated as it is known now', () => {
  expect(concernsFrom('aliases', 'links', { at: 10 * hour })).toBe(0)
  expect(concernsFrom('apps', 'publisher', { at: 10 * hour, bundle: 'click' })).toBe(0)
})

it('a late fact concerns none if it only shows that a log source continues', () => {
  expect(concernsFrom('log_sources', 'seen', { at: 10 * hour })).toBeUndefined()
  expect(concernsFrom('log_sources', 'first_seen', { at: 10 * hour })).toBe(10 * hour)
})

it('a late fact widens the mark of the same half minute, which keeps the time it waits since', () => {
  const first = markLate([], 500, 1_000)
  expect(first).toEqual([{ from: 500, first_recorded: 1_000, last_recorded: 1_000 }])
  expect(markLate(first, 700, 2_000)).toEqual([{ from: 500, first_recorded: 1_000, last_recorded: 2_000 }])
  expect(markLate(first, 300, 2_000)[0]?.from).toBe(300)
})

it('a late fact has a new mark later on, so that older ones can be completed while the entity continues to change', () => {
  const marks = markLate(markLate([], 0, minute), 500, 2 * minute)
  expect(marks).toEqual([
    { from: 0, first_recorded: minute, last_recorded: minute },
    { from: 500, first_recorded: 2 * minute, last_recorded: 2 * minute },
  ])
})

it('a late fact is never lost where no pass runs, and marks stay few', () => {
  let marks: readonly Late[] = []
  for (let i = 1; i <= 100; i++) marks = markLate(marks, 1_000 - i, i * minute)
  expect(marks.length).toBeLessThan(10)
  expect(marks[0]).toMatchObject({ first_recorded: minute })
  expect(marks.at(-1)).toEqual({ from: 900, first_recorded: 100 * minute, last_recorded: 100 * minute })
  expect(marks[0]?.last_recorded).toBeLessThan(marks[1]?.first_recorded ?? 0)
})

it('a late fact is read from a stored entity, one mark or several, and is gone when the marks were taken off', () => {
  const marks = markLate([], 500, 1_000)
  expect(lateOf({ late: toLateMember(marks) })).toEqual(marks)
  expect(lateOf({ late: { from: 500, first_recorded: 1_000, last_recorded: 1_000 } })).toEqual(marks)
  expect(lateOf({ late: toLateMember([]) })).toEqual([])
  expect(lateOf({})).toEqual([])
})
