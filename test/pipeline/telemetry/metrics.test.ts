import { expect, it } from 'vitest'
import { makeMetrics } from '../../../pipeline/telemetry/metrics.ts'

it('names every metric alike: counters end with _total, and nothing else does', async () => {
  const metrics = await makeMetrics().registry.getMetricsAsJSON()
  for (const { name, type } of metrics) {
    expect(name).toMatch(/^consentry_[a-z]+(_[a-z]+)*$/)
    expect([name, name.endsWith('_total')]).toEqual([name, String(type) === 'counter'])
  }
})
