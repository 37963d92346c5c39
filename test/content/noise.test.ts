// The alerts of the pack in a month without an attack: the whole benign baseline, through the real chain, entity store
// and rules.
import { beforeAll, expect, it } from 'vitest'
import { formatDiagnostic } from '../../mappings/kernel/diagnostic.ts'
import { loadContent } from '../../mappings/kernel/discover.ts'
import { noiseOfProduct } from '../../pipeline/cli/rules-noise.ts'
import { packBudget } from '../../rules/lib/noise.ts'
import { product } from '../support/product.ts'

let measured: Awaited<ReturnType<typeof noiseOfProduct>>

beforeAll(async () => {
  measured = await noiseOfProduct(product)
})

it('the benign baseline has enough records to be meaningful', () => {
  expect(measured.noise.days).toBe(30)
  expect(measured.noise.events).toBeGreaterThan(30_000)
})

it('the benign baseline raises no more alerts per rule than the budget allows, and every budget is needed', () => {
  expect(measured.diagnostics.map(formatDiagnostic)).toEqual([])
})

it('the benign baseline raises at most three alerts a day, without suppression', () => {
  expect(measured.noise.alerts / measured.noise.days).toBeLessThanOrEqual(packBudget)
})

it('the benign baseline raises about as many alerts when its records arrive late and out of order', () => {
  const { alerts, alertsAsArrived, days } = measured.noise
  expect(alertsAsArrived / days).toBeLessThanOrEqual(packBudget)
  expect(Math.abs(alertsAsArrived - alerts)).toBeLessThanOrEqual(3)
})

it('the benign baseline raises alerts: it contains daily work that looks like an attack', () => {
  expect(measured.noise.rules.filter(({ alerts }) => alerts > 0).length).toBeGreaterThan(10)
})

it.each(['tenant', 'routine'])(
  'the benign baseline consists of plain data: each %s survives a JSON round trip',
  async (kind) => {
    const contents = await loadContent('rules', kind)
    expect(contents.length).toBeGreaterThan(0)
    for (const { value } of contents) expect(JSON.parse(JSON.stringify(value))).toEqual(value)
  },
)
