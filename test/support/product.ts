// The content of the product, loaded once for all test files of a worker. Nothing may change it.
import { fieldCatalog } from '../../pipeline/catalog.ts'
import { loadProduct } from '../../pipeline/content-check/check.ts'
import { type Order, renderEvidence, sampleText } from '../../pipeline/content-check/proof.ts'
import type { RawValue } from '../../pipeline/outcome.ts'
import { type Evidence, isShipped } from '../../rules/lib/rule.ts'
import { type RenderedRecord, renderScenario, type Scenario } from '../../rules/lib/scenario.ts'

export const product = await loadProduct()
export const catalog = fieldCatalog(product.mappings)
/** All rules of the pack, and the rules that are not drafts. */
export const rules = product.rules.map(({ value }) => value)
export const shippedRules = rules.filter(isShipped)

/** A member of `rules` in an environment file that leaves only these rules: a command with few rules takes less time. */
export function disablingOthers(...folders: readonly string[]): string {
  const isKept = (file: string) => folders.some((folder) => file.includes(`${folder}/`))
  const others = product.rules.filter(({ file, value }) => isShipped(value) && !isKept(file))
  return `disabled: [${others.map(({ value }) => value.id).join(', ')}]`
}

export function scenarioOf(id: string): Scenario {
  const found = product.scenarios.find(({ value }) => value.id === id)
  if (found === undefined) throw new Error(`there is no scenario ${id}`)
  return found.value
}

export function recordsOf(scenario: Scenario): RenderedRecord[] {
  return renderScenario(scenario, (reference) => sampleText(product.evidence, reference))
}

export const textsOf = (scenario: Scenario): string[] => recordsOf(scenario).map(({ raw }) => raw)

/** Returns the documents of evidence. The chain keeps them for the next test with the same environment and rules. */
export const entriesOf = async (evidence: Evidence, order: Order = 'as it happened', chain = product.chain) =>
  (await renderEvidence(evidence, order, product.evidence, chain, product.environment, rules)) ?? []

/** Yields a batch for each raw record. */
export async function* rawValues(texts: readonly string[], source = 'log'): AsyncGenerator<readonly RawValue[]> {
  for (const [i, text] of texts.entries()) yield [{ delivery: { source, offset: String(i) }, text }]
}
