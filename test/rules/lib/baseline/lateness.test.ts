import { expect, it } from 'vitest'
import { latenessOf } from '../../../../rules/lib/baseline/lateness.ts'

const hour = 3_600_000

it('most records arrive within minutes, some after hours, a few after a day, and each with a constant delay', () => {
  const ids = Array.from({ length: 5000 }, (_, i) => `record-${i}`)
  const delays = ids.map(latenessOf)
  expect(ids.map(latenessOf)).toEqual(delays)
  const share = (test: (delay: number) => boolean) => delays.filter(test).length / delays.length
  expect(share((delay) => delay <= hour / 6)).toBeGreaterThan(0.75)
  expect(share((delay) => delay > hour)).toBeGreaterThan(0.1)
  expect(share((delay) => delay > 3 * hour)).toBeGreaterThan(0.02)
  expect(Math.max(...delays)).toBeLessThan(30 * hour)
})
