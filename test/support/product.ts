// The content of the product, loaded once for all test files of a worker. Nothing may change it.
import type { Environment } from '../../mappings/environment/environment.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { fieldCatalog } from '../../pipeline/catalog.ts'
import { loadProduct } from '../../pipeline/content-check/check.ts'
import { type Order, renderEvidence, sampleText } from '../../pipeline/content-check/proof.ts'
import { processText } from '../../pipeline/content-check/samples.ts'
import type { EntityEvent } from '../../pipeline/entity-store/entity-event.ts'
import type { RawValue } from '../../pipeline/outcome.ts'
import { compileRules, type RuleEngine } from '../../rules/lib/engine.ts'
import { type Evidence, isShipped, type Rule } from '../../rules/lib/rule.ts'
import { type RenderedRecord, renderScenario, type Scenario } from '../../rules/lib/scenario.ts'

export const product = await loadProduct()
export const catalog = fieldCatalog(product.mappings)
/** All rules of the pack, and the rules that are not drafts. */
export const rules = product.rules.map(({ value }) => value)
export const shippedRules = rules.filter(isShipped)

const engines = new WeakMap<readonly Rule[], WeakMap<Environment, RuleEngine>>()
/** Returns the engine of these rules, compiled once. */
export const engineOf = (rules: readonly Rule[], environment = product.environment): RuleEngine =>
  lookedUp(
    lookedUp(engines, rules, () => new WeakMap()),
    environment,
    () => compileRules(rules, environment, catalog),
  )

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

/** Returns the events of raw records in order of time, each once: new objects, because the entity store changes them. */
export function eventsOf(texts: readonly string[]): EntityEvent[] {
  const events = new Map<string, EntityEvent>()
  for (const outcome of texts.flatMap((text) => processText(text, 'log', product.chain))) {
    if (!outcome.ok) throw new Error(`a record became a dead letter: ${JSON.stringify(outcome)}`)
    const { dataset, document, id } = outcome
    if (!events.has(id)) events.set(id, { dataset, document, id })
  }
  return inOrderOfTime([...events.values()])
}

export function inOrderOfTime<E extends EntityEvent>(events: readonly E[]): E[] {
  const time = ({ document, id }: E) => `${document['@timestamp']} ${id}`
  return [...events].sort((a, b) => (time(a) < time(b) ? -1 : 1))
}

/** Returns the documents of evidence. The chain keeps them for the next test with the same environment and rules. */
export const entriesOf = async (evidence: Evidence, order: Order = 'as it happened', chain = product.chain) =>
  (await renderEvidence(evidence, order, product.evidence, chain, product.environment, rules)) ?? []

/** Yields a batch for each raw record. */
export async function* rawValues(texts: readonly string[], source = 'log'): AsyncGenerator<readonly RawValue[]> {
  for (const [i, text] of texts.entries()) yield [{ delivery: { source, offset: String(i) }, text }]
}
