import { expect, it } from 'vitest'
import { RateLimit } from '../../../pipeline/collect/rate-limit.ts'

it('a clock that is set back delays no request by more than the period of the limit', async () => {
  let now = Date.parse('2026-03-11T09:00:00Z')
  let slept = 0
  const sleep = async (ms: number) => {
    slept += ms
    now += ms
  }
  const limit = new RateLimit({ api: 'reports', periodMs: 10_000, held: 4 }, { now: () => now, sleep, random: () => 0 })
  for (let i = 0; i < 4; i++) await limit.take()
  now -= 3_600_000
  for (let i = 0; i < 5; i++) await limit.take()
  expect(slept).toBe(10_001)
})
