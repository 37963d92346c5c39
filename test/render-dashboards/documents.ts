// The documents, alerts and applications that the pipeline and the rules make of raw records, in the order of their events.
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import { eventTime } from '../../mappings/fields/document.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { fieldCatalog } from '../../pipeline/catalog.ts'
import { makeChain } from '../../pipeline/chain.ts'
import type { Product } from '../../pipeline/content-check/check.ts'
import { processText } from '../../pipeline/content-check/samples.ts'
import { InMemoryStore } from '../../pipeline/entity-store/in-memory-store.ts'
import { makeUpdateEntities } from '../../pipeline/entity-store/update-entities.ts'
import { InMemoryHistory } from '../../pipeline/findings/in-memory-history.ts'
import { defaultFindingSettings } from '../../pipeline/findings/settings.ts'
import { VirtualPasses } from '../../pipeline/findings/virtual-passes.ts'
import { foundEntries } from '../../pipeline/hunt/evaluate.ts'
import type { Event } from '../../pipeline/outcome.ts'
import type { Entry } from '../../rules/lib/engine.ts'
import { fieldsRead } from '../../rules/lib/fields-read.ts'
import { isExperimental, isShipped } from '../../rules/lib/rule.ts'
import { alertsWith } from '../dashboards/support/alerts.ts'
import { appsIn, type StoredDocument } from '../dashboards/support/documents.ts'

export async function documentsOf(product: Product, records: readonly string[]): Promise<StoredDocument[]> {
  const rules = product.rules.map(({ value }) => value).filter((rule) => isShipped(rule) && !isExperimental(rule))
  const chain = makeChain(product.mappings, emptyEnvironment)
  const events = new Map<string, Event>()
  for (const text of records)
    for (const outcome of processText(text, 'record', chain))
      if (outcome.ok && !events.has(outcome.id)) events.set(outcome.id, outcome)
  const store = new InMemoryStore()
  const history = new InMemoryHistory({ store, fields: fieldsRead(rules) })
  const passes = new VirtualPasses({ history, settings: defaultFindingSettings, environment: emptyEnvironment })
  const updateEntities = makeUpdateEntities(store, emptyEnvironment)
  const entries: Entry[] = []
  const ordered = [...events.values()].map((event) => ({ event, at: Date.parse(eventTime(event.document)) }))
  for (const { event, at } of ordered.sort((a, b) => a.at - b.at)) {
    for (const result of await passes.until(at)) entries.push(...foundEntries(result))
    const updated = await updateEntities([event])
    passes.see(updated)
    for (const { document, id, dataset } of updated) entries.push({ document, id, dataset, visible: at })
  }
  const alerts = alertsWith(rules, fieldCatalog(product.mappings))(entries).flatMap(({ stored }) => stored)
  const stored = entries.map(({ document, id, dataset, visible }): StoredDocument => {
    const ingested = new Date(visible + 1_800_000).toISOString()
    const event = { ...document.event, ingested }
    return {
      dataset,
      id,
      source: { ...document, event, data_stream: { type: 'logs', dataset } } as unknown as JsonObject,
    }
  })
  return [...stored, ...alerts, ...appsIn(store)]
}
