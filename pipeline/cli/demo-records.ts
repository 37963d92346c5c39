// The bundled demo: scenarios of an invented tenant, rendered as raw records.
import { loadScenarios, type RenderedRecord, renderScenario } from '../../rules/lib/scenario.ts'
import { makeEvidenceStore, sampleText } from '../content-check/proof.ts'
import { loadSamples } from '../content-check/samples.ts'

export const demoScenarios = ['cross/demo-week', 'cross/demo-attack']

/** The raw records of the demo in the order in which they are delivered, one JSON text each. */
export async function renderDemo(): Promise<RenderedRecord[]> {
  const scenarios = (await loadScenarios()).map((content) => content.value)
  const store = makeEvidenceStore(loadSamples(), scenarios)
  return scenarios
    .filter((scenario) => demoScenarios.includes(scenario.id))
    .flatMap((scenario) => renderScenario(scenario, (reference) => sampleText(store, reference)))
    .map((recorded) => ({ ...recorded, raw: JSON.stringify(JSON.parse(recorded.raw)) }))
    .sort((a, b) => (a.delivered < b.delivered ? -1 : a.delivered > b.delivered ? 1 : 0))
}
