// One act has one alert: two rules on single documents never alert on the same record of a scenario (R028 checks the
// samples). A finding is a separate document, which later reports the result of an act.
import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import { alertsOf, asItHappened } from '../../pipeline/content-check/proof.ts'
import { compileRules } from '../../rules/lib/engine.ts'
import { type Evidence, isShipped, ruleType } from '../../rules/lib/rule.ts'
import { catalog, entriesOf, product } from '../support/product.ts'

const singles = product.rules
  .map(({ value }) => value)
  .filter((rule) => isShipped(rule) && ruleType(rule) === 'query' && !rule.datasets.includes('consentry.findings'))
const engine = compileRules(singles, emptyEnvironment, catalog)

it('a rule on single documents raises at most one alert on a document of a scenario', async () => {
  for (const scenario of product.evidence.scenarios.keys()) {
    const byDocument = new Map<string, string[]>()
    for (const { rule, events } of alertsOf(engine, asItHappened(await entriesOf({ scenario } as Evidence))))
      for (const { _id } of events) byDocument.set(_id, [...(byDocument.get(_id) ?? []), rule.name])
    expect
      .soft(
        [...byDocument.values()].filter((rules) => rules.length > 1),
        scenario,
      )
      .toEqual([])
  }
})
