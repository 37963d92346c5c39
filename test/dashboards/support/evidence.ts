// The documents, findings, alerts and entities from the product's samples and scenarios, for dashboards to show.
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { eventTime } from '../../../mappings/fields/document.ts'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import type { Product } from '../../../pipeline/content-check/check.ts'
import { processText } from '../../../pipeline/content-check/samples.ts'
import { InMemoryStore } from '../../../pipeline/entity-store/in-memory-store.ts'
import { makeUpdateEntities } from '../../../pipeline/entity-store/update-entities.ts'
import type { Entry } from '../../../rules/lib/engine.ts'
import type { EqlRule, Evidence, Rule } from '../../../rules/lib/rule.ts'
import { catalog, entriesOf, product, shippedRules } from '../../support/product.ts'
import { alertsWith, type KibanaAlert } from './alerts.ts'
import { appsIn, type StoredDocument } from './documents.ts'

/** From before the first document to after the last, because Kibana draws bars of one day. */
export const evidenceTime = { from: '2025-12-01T00:00:00.000Z', to: '2026-10-01T00:00:00.000Z' } as const

/** All documents that data views contain. */
export interface Recorded {
  readonly documents: readonly StoredDocument[]
  /** The documents that are alerts, with the log documents behind them. */
  readonly alerts: readonly KibanaAlert[]
}

let observed: Promise<Recorded> | undefined
/** Returns the results of all samples and scenarios. Computes them once for all test files of a worker. */
export function observeAll(): Promise<Recorded> {
  observed ??= observe()
  return observed
}

async function observe(): Promise<Recorded> {
  const alertsOn = alertsWith([...shippedRules, ruleOnOneEvent(shippedRules)], catalog)
  const samples = product.samples.flatMap(({ text, rawFile }) => documentsOf(text, rawFile, product))
  const entity_store = await entitiesOf(samples)
  const all = [...samples.map(toStored), ...entity_store]
  const alerts: KibanaAlert[] = []
  for (const { value } of product.scenarios) {
    const entries = await entriesOf({ scenario: value.id } as Evidence)
    all.push(...entries.map(toStored))
    alerts.push(...alertsOn(entries))
  }
  all.push(...alerts.flatMap(({ stored }) => stored))
  return { documents: [...new Map(all.map((each) => [`${each.dataset} ${each.id}`, each])).values()], alerts }
}

/** Returns a rule on a single event: EQL rules of the pack are all on sequences; their alerts have another shape. */
function ruleOnOneEvent(rules: readonly Rule[]): Rule {
  const sequence = rules.find((rule): rule is EqlRule => rule.type === 'eql' && rule.datasets.includes('o365.audit'))
  if (sequence === undefined) throw new Error('the pack has no EQL rule on o365.audit')
  const id = '5f0c1f5e-5a0e-4f0b-9d7e-6f1c4b1e2a10'
  return { ...sequence, id, name: 'Owner added, as an EQL rule', query: 'any where oauth.action == "owner_add"' }
}

function documentsOf(text: string, source: string, { chain }: Product): Entry[] {
  return processText(text, source, chain).flatMap((outcome) => {
    if (!outcome.ok) return []
    const { dataset, id, document } = outcome
    return [{ dataset, id, document, visible: 0 }]
  })
}

/** Returns a document as stored one hour after its event. */
function toStored({ dataset, id, document }: Entry): StoredDocument {
  const ingested = new Date(Date.parse(eventTime(document)) + 3_600_000).toISOString()
  const source = { ...document, event: { ...document.event, ingested }, data_stream: { type: 'logs', dataset } }
  return { dataset, id, source: source as unknown as JsonObject }
}

/** Annotates the documents. Returns the applications that are then in the entity store. */
async function entitiesOf(entries: readonly Entry[]): Promise<StoredDocument[]> {
  const store = new InMemoryStore()
  const updateEntities = makeUpdateEntities(store, emptyEnvironment)
  await updateEntities(entries)
  return appsIn(store)
}
