import { expect, it } from 'vitest'
import { Horizon } from '../../../pipeline/review/horizon.ts'

const now = Date.parse('2026-03-01T00:00:00Z')
const [past, future] = [now - 60_000, now + 3_600_000]
const iso = (at: number) => new Date(at).toISOString()

function horizonOf(known: number, later: number): Horizon {
  const horizon = new Horizon(() => new Date(now))
  for (let i = 0; i < known; i++) horizon.see(past)
  for (let i = 0; i < later; i++) horizon.see(future)
  horizon.see(past, true)
  horizon.end()
  return horizon
}

it.each([
  ['one of a few records', 3, 1, false],
  ['one in a hundred records', 198, 2, false],
  ['more than one in a hundred records', 198, 3, true],
  ['two of a few records', 3, 2, true],
] as const)('%s in the future: %i known, %i later, included: %s', (_, known, later, included) => {
  const horizon = horizonOf(known, later)
  expect([horizon.includes(future), horizon.includes(iso(future))]).toEqual([included, included])
  expect(horizon.includes(past)).toBe(true)
  expect(horizon.lastEvent).toBe(included ? future : past)
  expect(horizon.futureEvent).toBe(iso(future))
})

it('a single record in the future is the first event, so that the clock of this computer is wrong', () => {
  const horizon = new Horizon(() => new Date(now))
  horizon.see(future)
  horizon.end()
  expect([horizon.includes(future), horizon.lastEvent]).toEqual([true, future])
})

it('an inventory is not the last event, but can be in the future', () => {
  const horizon = new Horizon(() => new Date(now))
  horizon.see(past)
  horizon.see(future, true)
  horizon.end()
  expect([horizon.includes(future), horizon.lastEvent, horizon.futureEvent]).toEqual([false, past, iso(future)])
})
