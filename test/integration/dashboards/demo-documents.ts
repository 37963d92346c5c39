import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { loadMappings, makeChain } from '../../../pipeline/chain.ts'
import { tellDemo } from '../../../pipeline/hunt/demo.ts'
import { processText } from '../../../pipeline/hunt/golden.ts'
import type { StoredDocument } from '../../dashboards/support/documents.ts'

/** The documents of the bundled demo, each once. */
export async function demoDocuments(): Promise<StoredDocument[]> {
  const chain = makeChain(await loadMappings(), emptyEnvironment)
  const outcomes = (await tellDemo()).flatMap(({ raw }) => processText(raw, 'demo', chain))
  const events = outcomes.flatMap((outcome) => (outcome.ok ? [outcome] : []))
  const byId = new Map(events.map(({ dataset, id, document }) => [id, { dataset, id, source: document as JsonObject }]))
  return [...byId.values()]
}
