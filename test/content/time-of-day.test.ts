// The time of day does not decide whether a counting rule raises an alert: the rule runs at multiples of its interval, and one
// of its runs must see all events that count together.
import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import { hourMs } from '../../mappings/kernel/durations.ts'
import { alertsOf, asItHappened } from '../../pipeline/content-check/proof.ts'
import { compileRules } from '../../rules/lib/engine.ts'
import type { Evidence } from '../../rules/lib/rule.ts'
import { sampleOf } from '../support/deep.ts'
import { catalog, entriesOf, product, shippedRules } from '../support/product.ts'

const engine = compileRules(
  shippedRules.filter(({ type }) => type === 'threshold'),
  emptyEnvironment,
  catalog,
)

it('a scenario raises the same alerts at any time of day', async () => {
  for (const scenario of sampleOf([...product.evidence.scenarios.keys()], 4)) {
    const entries = asItHappened(await entriesOf({ scenario } as Evidence))
    const alertsAfter = (hours: number) => {
      const moved = entries.map((entry) => ({ ...entry, visible: entry.visible + hours * hourMs }))
      return [...new Set(alertsOf(engine, moved).map(({ rule }) => rule.name))].sort()
    }
    const alerts = alertsAfter(0)
    for (const hours of [0.6, 6.4]) expect.soft(alertsAfter(hours), `${scenario}, ${hours} hours later`).toEqual(alerts)
  }
})
