// The final state of a run, however it went: documents, entities, alerts. All values are texts, so that two outcomes
// can be compared member by member.
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { canonicalJson, type Json } from '../../mappings/kernel/json.ts'
import type { EntityEvent } from '../../pipeline/entity-store/entity-event.ts'
import { InMemoryStore } from '../../pipeline/entity-store/in-memory-store.ts'
import { makeUpdateEntities } from '../../pipeline/entity-store/update-entities.ts'
import type { Finding } from '../../pipeline/findings/finding.ts'
import { InMemoryHistory } from '../../pipeline/findings/in-memory-history.ts'
import type { Alert } from '../../rules/lib/alert.ts'
import { engineOf, eventsOf, inOrderOfTime, product, rules } from '../support/product.ts'
import { findingsOn } from './due.ts'

export interface Outcome {
  /** The content of the record, by `_id`, without annotations, which may depend on the facts known at that time. */
  readonly documents: ReadonlyMap<string, string>
  readonly entities: ReadonlyMap<string, string>
  /** Findings, by `_id`. */
  readonly findings: ReadonlyMap<string, string>
  /** Ids of the acts that documents are about. */
  readonly acts: ReadonlySet<string>
  /** Rule and the acts (or events) of every alert. */
  readonly alerts: ReadonlySet<string>
}

/** The offline outcome of the texts: the entity store has all events before it annotates, and rules read each document once, in order. */
export async function offlineOutcome(texts: readonly string[]): Promise<Outcome> {
  const store = new InMemoryStore()
  const events = eventsOf(texts)
  await makeUpdateEntities(store, product.environment)(events)
  const history = new InMemoryHistory({ store, keepsUses: true })
  for (const event of events) history.see(event)
  return outcomeOf(events, await findingsOn(events, history, product.environment), store)
}

/** Returns the outcome of stored documents and findings. The rules read them in order of time. */
export function outcomeOf(events: readonly EntityEvent[], findings: readonly Finding[], store: InMemoryStore): Outcome {
  const run = engineOf(rules).start()
  const alerts = inOrderOfTime<EntityEvent>([...events, ...findings]).flatMap((each) =>
    run.take({ ...each, visible: Date.parse(each.document['@timestamp'] ?? '') }),
  )
  return toOutcome(events, findings, store, [...alerts, ...run.end()])
}

function toOutcome(
  events: readonly EntityEvent[],
  findings: readonly Finding[],
  store: InMemoryStore,
  alerts: readonly Alert[],
): Outcome {
  const actOf = new Map(events.map(({ id, document }) => [id, document.oauth?.act?.id ?? id]))
  return {
    documents: new Map(events.map(({ id, document }) => [id, canonicalJson(withoutAnnotations(document) as Json)])),
    entities: new Map(
      [...store.snapshot()].map(({ name, id, state }) => [
        `${name} ${id.key}`,
        canonicalJson({ vendor: id.vendor, tenant: id.tenant, ids: [...id.ids], state }),
      ]),
    ),
    findings: new Map(findings.map(({ id, document }) => [id, canonicalJson(document as Json)])),
    acts: new Set(events.flatMap(({ document }) => document.oauth?.act?.id ?? [])),
    alerts: new Set(
      alerts.map(({ rule, events: of, terms }) => {
        const acts = [...new Set(of.map(({ _id }) => actOf.get(_id) ?? _id))].sort()
        return `${rule.name}: ${acts.join(' ')}${terms === undefined ? '' : ` ${canonicalJson(terms)}`}`
      }),
    ),
  }
}

/** Removes the members that the entity store and the sink write. */
function withoutAnnotations({ oauth: _, data_stream: __, event, tags = [], ...document }: EcsDocument): unknown {
  const { ingested: ___, created: ____, ...said } = event
  return { ...document, event: said, tags: tags.filter((tag) => tag !== 'forwarded') }
}

/** The differences between a run and an undisturbed run, each as a readable line. */
export interface Differences {
  readonly lost: string[]
  readonly duplicated: string[]
  readonly wrong: string[]
}

export function differences(expected: Outcome, found: Outcome): Differences {
  const result: Differences = { lost: [], duplicated: [], wrong: [] }
  compareEntries('document', expected.documents, found.documents, result)
  compareEntries('entity', expected.entities, found.entities, result)
  compareEntries('finding', expected.findings, found.findings, result)
  compareSets('act', expected.acts, found.acts, result)
  compareSets('alert', expected.alerts, found.alerts, result)
  return result
}

function compareEntries(
  what: string,
  expected: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
  { lost, wrong }: Differences,
): void {
  for (const [key, value] of expected) {
    const other = found.get(key)
    if (other === undefined) lost.push(`${what} ${key}: ${value}`)
    else if (other !== value) wrong.push(`${what} ${key}: ${other}, expected ${value}`)
  }
  for (const [key, value] of found) if (!expected.has(key)) wrong.push(`${what} ${key} is too much: ${value}`)
}

export function compareSets(
  what: string,
  expected: ReadonlySet<string>,
  found: ReadonlySet<string>,
  { lost, wrong }: Differences,
): void {
  for (const each of expected) if (!found.has(each)) lost.push(`${what} ${each}`)
  for (const each of found) if (!expected.has(each)) wrong.push(`${what} ${each} is too much`)
}
