import { expect, test } from 'vitest'
import { type Entity, observe } from '../../../mappings/entities/entity.ts'
import { apps } from '../../../mappings/entities/types.ts'
import { View } from '../../../pipeline/entity-store/view.ts'

function twoEntities() {
  const parts: Entity<typeof apps>[] = [{}, {}]
  return { parts, view: new View(parts.map((entity) => ({ entity }))) }
}

test('a view of two entities contains each later change of either entity', () => {
  const { parts, view } = twoEntities()
  const add = (part: number, value: string, first: number) =>
    observe(apps, parts[part] as Entity<typeof apps>, 'users', { value, first })
  add(0, 'mara', 20)
  add(1, 'timo', 30)
  expect(view.members('users', 100)).toEqual(['mara', 'timo'])
  add(1, 'anna', 10)
  expect(view.members('users', 100)).toEqual(['anna', 'mara', 'timo'])
  add(0, 'timo', 5)
  expect(view.members('users', 100)).toEqual(['timo', 'anna', 'mara'])
  for (let i = 0; i <= apps.fields.users.keep; i++) add(0, `user ${i}`, 50)
  expect(view.count('users', 100).approximate).toBe(true)
})

test('the last transition of two entities is the newest before a time', () => {
  const { parts, view } = twoEntities()
  for (const [part, at, value] of [
    [0, 10, 'enabled'],
    [1, 20, 'disabled'],
    [0, 30, 'deleted'],
  ] as const)
    observe(apps, parts[part] as Entity<typeof apps>, 'status', { at, value, event: `event ${at}` })
  expect([10, 15, 25, 35].map((time) => view.last('status', time)?.value)).toEqual([
    undefined,
    'enabled',
    'disabled',
    'deleted',
  ])
})

test('firstAfterPause returns the first moment of the period if the pause before it is long enough', () => {
  const { parts, view } = twoEntities()
  const day = 24 * 3_600_000
  for (const [part, at] of [
    [0, 10],
    [1, 80],
    [0, 81],
    [1, 85],
  ] as const)
    observe(apps, parts[part] as Entity<typeof apps>, 'used', at * day)
  const first = (from: number, until: number, pause: number) =>
    view.firstAfterPause('used', from * day, until * day, pause * day)
  expect(first(75, 90, 60)).toBe(80 * day)
  expect(first(75, 90, 70)).toBe(80 * day)
  expect(first(75, 90, 71)).toBeUndefined()
  expect(first(80, 90, 60)).toBeUndefined()
  expect(first(75, 80, 60)).toBeUndefined()
  expect(first(5, 90, 60)).toBeUndefined()
})
