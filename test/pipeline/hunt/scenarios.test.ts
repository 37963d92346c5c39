// A scenario ends with the same alerts in any order of its records: a sample of scenarios, in a deep run all.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fieldCatalog } from '../../../pipeline/catalog.ts'
import { sampleText } from '../../../pipeline/content-check/proof.ts'
import { makeInMemoryRun } from '../../../pipeline/findings/virtual-passes.ts'
import { hunt } from '../../../pipeline/hunt/hunt.ts'
import { compileRules } from '../../../rules/lib/engine.ts'
import { fieldsRead } from '../../../rules/lib/fields-read.ts'
import { renderScenario } from '../../../rules/lib/scenario.ts'
import { isDeep, sampleOf } from '../../support/deep.ts'
import { product } from '../../support/product.ts'

const rules = product.rules.map(({ value }) => value)
const engine = compileRules(rules, product.environment, fieldCatalog(product.mappings))

/** The alerts of these raw records: rule, and `_id` of the document. */
async function alertsOf(texts: readonly string[]): Promise<string[]> {
  const alerts: string[] = []
  async function* values() {
    for (const [i, text] of texts.entries()) yield [{ delivery: { source: 'scenario', offset: String(i) }, text }]
  }
  const { updateEntities, passes } = makeInMemoryRun({ environment: product.environment, fields: fieldsRead(rules) })
  await hunt({
    values: values(),
    chain: product.chain,
    rules,
    engine,
    environment: product.environment,
    updateEntities,
    passes,
    output: {
      documents: async ({ documents, lines }) => {
        const written = lines.toString().split('\n').slice(0, -1)
        expect(written.map((line) => JSON.parse(line))).toEqual(documents)
      },
      alerts: async (batch) => {
        for (const { rule, events } of batch) alerts.push(`${rule.name}: ${events.map(({ _id }) => _id)}`)
      },
      deadLetters: async (letters) => expect(letters).toEqual([]),
    },
  })
  return alerts.sort()
}

it.each(sampleOf(product.scenarios, 12).map(({ value }) => value))(
  'the scenario $id ends in the same alerts in order, backward, shuffled and doubled',
  async (scenario) => {
    const texts = renderScenario(scenario, (reference) => sampleText(product.evidence, reference)).map(({ raw }) => raw)
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
