// What the product's own samples and stories become, for dashboards to show: documents, findings, alerts, and memory.
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { setPath } from '../../../mappings/kernel/path.ts'
import { fieldCatalogue } from '../../../pipeline/catalogue.ts'
import { loadProduct, type Product } from '../../../pipeline/cli/check.ts'
import { processText } from '../../../pipeline/hunt/golden.ts'
import { tellEvidence } from '../../../pipeline/hunt/proof.ts'
import { InMemoryStore } from '../../../pipeline/remember/memory-store.ts'
import { makeRemember } from '../../../pipeline/remember/remember.ts'
import { toAlertDocument } from '../../../rules/lib/alert-document.ts'
import { type Alert, compileRules, type Entry, type RuleEngine } from '../../../rules/lib/engine.ts'
import type { Evidence, Rule } from '../../../rules/lib/rule.ts'
import type { StoredDocument } from './documents.ts'

/** From before the first of them to after the last: Kibana draws bars of a day. */
export const evidenceTime = { from: '2025-12-01T00:00:00.000Z', to: '2026-10-01T00:00:00.000Z' } as const

/** Those of all samples and stories. The same each time. */
export async function evidenceDocuments(): Promise<StoredDocument[]> {
  const product = await loadProduct()
  const rules = product.rules.map(({ value }) => value).filter(({ state }) => state !== 'draft')
  const engine = compileRules(rules, emptyEnvironment, fieldCatalogue(product.mappings))
  const samples = product.samples.flatMap(({ text, rawFile }) => documentsOf(text, rawFile, product))
  const memory = await memoryOf(samples)
  const all = [...samples.map(toStored), ...memory]
  for (const { value } of product.stories) {
    const told = await tellEvidence(
      { story: value.id } as Evidence,
      product.evidence,
      product.chain,
      product.environment,
      rules,
    )
    const entries = told?.['as it happened'] ?? []
    all.push(...entries.map(toStored), ...alertsOf(engine, entries, rules))
  }
  return [...new Map(all.map((document) => [`${document.dataset} ${document.id}`, document])).values()]
}

function documentsOf(text: string, source: string, { chain }: Product): Entry[] {
  return processText(text, source, chain).flatMap((outcome) => {
    if (!outcome.ok) return []
    const { dataset, id, document } = outcome
    return [{ dataset, id, document, visible: 0 }]
  })
}

/** A document as it is stored: an hour after it happened. */
function toStored({ dataset, id, document }: Entry): StoredDocument {
  const ingested = new Date(Date.parse(document['@timestamp'] as string) + 3_600_000).toISOString()
  const source = { ...document, event: { ...document.event, ingested }, data_stream: { type: 'logs', dataset } }
  return { dataset, id, source: source as unknown as JsonObject }
}

/** What analysts have made of one alert after another. */
const statuses = ['open', 'acknowledged', 'open', 'closed']

/** The alerts on single documents, as Kibana keeps them. */
function alertsOf(engine: RuleEngine, entries: readonly Entry[], rules: readonly Rule[]): StoredDocument[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const run = engine.start()
  const alerts: Alert[] = [...entries.flatMap((entry) => run.take(entry)), ...run.end()]
  return alerts.flatMap((alert, i) => {
    const rule = rules.find(({ id }) => id === alert.rule.id) as Rule
    const [first] = alert.events.map(({ _id }) => byId.get(_id))
    if (first === undefined || rule.type === 'threshold') return []
    const at = Date.parse(alert['@timestamp'])
    const source = toAlertDocument(rule, { at, entries: [first], settled: alert.settled }, alert) as JsonObject
    setPath(source, ['kibana', 'alert', 'workflow_status'], statuses[i % statuses.length] as string)
    return [{ view: 'alerts', dataset: 'kibana.alerts', id: `${i}-${first.id}-${rule.id}`, source }]
  })
}

/** What memory keeps of applications after these documents, which it stamps. */
async function memoryOf(entries: readonly Entry[]): Promise<StoredDocument[]> {
  const store = new InMemoryStore()
  const remember = makeRemember(store, emptyEnvironment)
  await remember(entries)
  return [...store.snapshot()]
    .filter(({ name }) => name === 'apps')
    .map(({ id: { key, vendor, tenant, ids }, state }) => ({
      view: 'apps',
      dataset: 'apps',
      id: key,
      source: { ...state, vendor, tenant, app: ids[0] as string },
    }))
}
