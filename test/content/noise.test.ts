// The alerts of the pack in a month without an attack: the benign baseline, through the real chain, entity store and
// rules. The whole month in a deep run; otherwise a sample.
import { beforeAll, expect, it } from 'vitest'
import { formatDiagnostic } from '../../mappings/kernel/diagnostic.ts'
import { loadContent } from '../../mappings/kernel/discover.ts'
import { noiseOfProduct } from '../../pipeline/cli/rules-noise.ts'
import { loadBaseline } from '../../pipeline/content-check/baseline.ts'
import type { Tenant } from '../../rules/lib/baseline/routine.ts'
import { packBudget } from '../../rules/lib/noise.ts'
import { isDeep } from '../support/deep.ts'
import { product } from '../support/product.ts'

/** The smallest number of events in a meaningful month. */
const monthOfEvents = 30_000
let measured: Awaited<ReturnType<typeof noiseOfProduct>>

beforeAll(async () => {
  const baseline = await loadBaseline(product.evidence)
  measured = await noiseOfProduct(product, isDeep ? baseline : { ...baseline, tenant: smaller(baseline.tenant) })
})

/** A week of the same organization, with a twentieth of the people. */
function smaller(tenant: Tenant): Tenant {
  const departments = Object.entries(tenant.departments).map(([name, size]) => [name, Math.ceil(size / 20)])
  return { ...tenant, departments: Object.fromEntries(departments), leavers: 2, month: { ...tenant.month, days: 7 } }
}

it('the benign baseline has enough records to be meaningful', () => {
  const { events, rules } = measured.noise
  const alerting = rules.filter(({ alerts }) => alerts > 0).length
  expect(events).toBeGreaterThan(isDeep ? monthOfEvents : 1_500)
  // It contains daily work that looks like an attack.
  expect(alerting).toBeGreaterThan(isDeep ? 10 : 2)
})

it('the benign baseline raises no more alerts per rule than the budget allows', () => {
  const { rules } = measured.noise
  expect(rules.filter(({ alerts, budget }) => alerts > (budget * monthOfEvents) / 1000)).toEqual([])
})

it.runIf(isDeep)('every alert budget for the benign baseline is needed', () => {
  expect(measured.diagnostics.map(formatDiagnostic)).toEqual([])
})

it('the benign baseline raises at most three alerts a day in each order of its records, without suppression', () => {
  const { alerts, alertsAsArrived, days } = measured.noise
  expect(Math.max(alerts, alertsAsArrived) / days).toBeLessThanOrEqual(packBudget)
  expect(Math.abs(alertsAsArrived - alerts)).toBeLessThanOrEqual(3)
})

it.each(['tenant', 'routine'])(
  'the benign baseline consists of plain data: each %s survives a JSON round trip',
  async (kind) => {
    const contents = await loadContent('rules', kind)
    expect(contents.length).toBeGreaterThan(0)
    for (const { value } of contents) expect(JSON.parse(JSON.stringify(value))).toEqual(value)
  },
)
