import { expect, it } from 'vitest'
import { makeMetrics } from '../../../pipeline/telemetry/telemetry.ts'

it('all metric names follow one pattern: only counters, and all of them, end with _total', async () => {
  const metrics = await makeMetrics().registry.getMetricsAsJSON()
  for (const { name, type } of metrics) {
    expect(name).toMatch(/^consentry_[a-z]+(_[a-z]+)*$/)
    expect([name, name.endsWith('_total')]).toEqual([name, String(type) === 'counter'])
  }
})
