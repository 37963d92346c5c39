// Judges the records of a campaign as a deployment does: records arrive late and out of order, the entity store knows
// only arrived records, rules read the stored documents at their intervals, and every alert counts. Without alert
// suppression, which needs a paid Kibana license, and without late-data correction: this result is the lower bound.
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import { eventTime } from '../../mappings/fields/document.ts'
import { fieldCatalog } from '../../pipeline/catalog.ts'
import { makeChain } from '../../pipeline/chain.ts'
import type { Product } from '../../pipeline/content-check/check.ts'
import { elasticEntries } from '../../pipeline/content-check/portable-proof.ts'
import { processText } from '../../pipeline/content-check/samples.ts'
import { InMemoryStore } from '../../pipeline/entity-store/in-memory-store.ts'
import { makeUpdateEntities } from '../../pipeline/entity-store/update-entities.ts'
import { isAboutLogSource } from '../../pipeline/findings/finding.ts'
import { InMemoryHistory } from '../../pipeline/findings/in-memory-history.ts'
import { defaultFindingSettings } from '../../pipeline/findings/settings.ts'
import { VirtualPasses } from '../../pipeline/findings/virtual-passes.ts'
import { foundEntries } from '../../pipeline/hunt/evaluate.ts'
import type { Event } from '../../pipeline/outcome.ts'
import { Random } from '../../rules/campaigns/random.ts'
import { alertsDataset } from '../../rules/lib/datasets.ts'
import { type Alert, compileRules, type Entry } from '../../rules/lib/engine.ts'
import { fieldsRead } from '../../rules/lib/fields-read.ts'
import type { FieldCatalog } from '../../rules/lib/query/catalog.ts'
import { isExperimental, isShipped, type Rule } from '../../rules/lib/rule.ts'
import { portableCatalog } from '../../rules/portable/catalog.ts'
import { portAll } from '../../rules/portable/edition.ts'
import type { RunCampaign } from './run.ts'

const minute = 60_000

/** Returns the delay of the vendors in minutes: the least delay, and the most that can be added to it. */
function latencyOf(dataset: string): { readonly least: number; readonly more: number } {
  if (dataset === 'o365.audit') return { least: 30, more: 60 }
  if (dataset.startsWith('azure.')) return { least: 3, more: 12 }
  if (dataset.startsWith('google_workspace.')) return { least: 5, more: 60 }
  return { least: 1, more: 1 }
}

/** Compiles the rules that Kibana runs, once for all campaigns. */
export function makeRunInKibana(product: Product): RunCampaign {
  return makeRun(product, activeRules(product), fieldCatalog(product.mappings), (entries) => entries)
}

/** Compiles the portable edition for the same run, on documents as Elastic's integrations store them. */
export function makeRunPortable(product: Product): RunCampaign {
  const rules = portAll(activeRules(product)).flatMap((ported) => ported.rules.map(({ rule }) => rule))
  return makeRun(product, rules, portableCatalog(fieldCatalog(product.mappings)), elasticEntries)
}

function activeRules(product: Product): Rule[] {
  return product.rules.map(({ value }) => value).filter((rule) => isShipped(rule) && !isExperimental(rule))
}

function makeRun(
  product: Product,
  rules: readonly Rule[],
  catalog: FieldCatalog,
  stored: (entries: readonly Entry[]) => readonly Entry[],
): RunCampaign {
  const environment = emptyEnvironment
  const chain = makeChain(product.mappings, environment)
  const engine = compileRules(rules, environment, catalog, 'kibana')
  const correlations = new Set(rules.filter(({ datasets }) => datasets.includes(alertsDataset)).map(({ id }) => id))
  return async (name, records) => {
    const random = new Random(`${name} arrives`)
    const events = new Map<string, { readonly event: Event; readonly arrived: number }>()
    for (const record of records)
      for (const outcome of processText(JSON.stringify(record), name, chain)) {
        if (!outcome.ok || events.has(outcome.id)) continue
        const { least, more } = latencyOf(outcome.dataset)
        const late = random.integer(least * minute, (least + more) * minute)
        events.set(outcome.id, { event: outcome, arrived: Date.parse(eventTime(outcome.document)) + late })
      }
    const store = new InMemoryStore()
    const history = new InMemoryHistory({ store, fields: fieldsRead(rules) })
    const passes = new VirtualPasses({ history, settings: defaultFindingSettings, environment })
    const updateEntities = makeUpdateEntities(store, environment)
    const run = engine.start()
    const alerts: Alert[] = []
    const take = (entry: Entry) => {
      if (isAboutLogSource(entry.document)) return
      for (const each of stored([entry])) alerts.push(...run.take(each))
    }
    for (const { event, arrived } of [...events.values()].sort((a, b) => a.arrived - b.arrived)) {
      for (const result of await passes.until(arrived)) foundEntries(result).forEach(take)
      const updated = await updateEntities([event])
      passes.see(updated)
      for (const { document, id, dataset } of updated) take({ document, id, dataset, visible: arrived })
    }
    alerts.push(...run.end())
    return { alerts, correlations, deadLetters: [] }
  }
}
