// A scenario ends with the same alerts in any order of its records: a sample of scenarios, in a deep run all.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compileRules } from '../../../rules/lib/engine.ts'
import { isDeep, sampleOf } from '../../support/deep.ts'
import { catalog, product, rules, textsOf } from '../../support/product.ts'
import { runHunt } from '../../support/run-hunt.ts'

const engine = compileRules(rules, product.environment, catalog)

/** The alerts of these raw records: rule, and `_id` of the document. */
async function alertsOf(texts: readonly string[]): Promise<string[]> {
  const { alerts, documents, lines, deadLetters } = await runHunt(texts, { rules, engine })
  expect(lines.map((line) => JSON.parse(line))).toEqual(documents)
  expect(deadLetters).toEqual([])
  return alerts.map(({ rule, events }) => `${rule.name}: ${events.map(({ _id }) => _id)}`).sort()
}

it.each(sampleOf(product.scenarios, 72).map(({ value }) => value))(
  'the scenario $id ends in the same alerts in order, backward, shuffled and doubled',
  async (scenario) => {
    const texts = textsOf(scenario)
    const expected = await alertsOf(texts)
    expect(await alertsOf([...texts].reverse())).toEqual(expected)
    const places = texts.map((_, i) => i)
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(places, { minLength: places.length }),
        fc.subarray(places),
        async (all, again) => {
          expect(await alertsOf([...all, ...again].map((place) => texts[place] as string))).toEqual(expected)
        },
      ),
      { numRuns: isDeep ? 20 : 3 },
    )
  },
)
