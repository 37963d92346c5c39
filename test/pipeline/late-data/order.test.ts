// Records may arrive in any order. After late-data correction, the annotations of every document are as if the entity
// store had known all facts from the start.
import { isDeepStrictEqual } from 'node:util'
import type { estypes } from '@elastic/elasticsearch'
import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import type { Json, JsonObject } from '../../../mappings/kernel/json.ts'
import { getPath, splitPath } from '../../../mappings/kernel/path.ts'
import { processText } from '../../../pipeline/content-check/samples.ts'
import type { EntityEvent } from '../../../pipeline/entity-store/entity-event.ts'
import { InMemoryStore } from '../../../pipeline/entity-store/in-memory-store.ts'
import { makeUpdateEntities } from '../../../pipeline/entity-store/update-entities.ts'
import {
  accountsElsewhere,
  anyTenant,
  appsJoined,
  concernedBy,
  concernedQuery,
  type Fact,
  inQueries,
} from '../../../pipeline/late-data/concerned.ts'
import { differing, prepare } from '../../../pipeline/late-data/difference.ts'
import type { LateEntity } from '../../../pipeline/late-data/late-entities.ts'
import { scenarioTexts } from '../../chaos/deliveries.ts'
import { sampleOf, seed } from '../../support/deep.ts'
import { dice, shuffled } from '../../support/dice.ts'
import { product, scenarioOf, textsOf } from '../../support/product.ts'

type Query = estypes.QueryDslQueryContainer

/** Whether a query of late-data correction selects a document. */
function selects(query: Query, document: EcsDocument): boolean {
  const values = (field: string) => [getPath(document as never, splitPath(field)) ?? []].flat()
  const [name, clause] = Object.entries(query as object)[0] as [string, object]
  const all = (clauses: Query | Query[] = []): Query[] => [clauses].flat()
  switch (name) {
    case 'exists':
      return values((clause as { field: string }).field).length > 0
    case 'term':
    case 'terms': {
      const [field, wanted] = Object.entries(clause)[0] as [string, Json]
      return values(field).some((value) => [wanted].flat().includes(value))
    }
    case 'range': {
      const [field, { gte }] = Object.entries(clause)[0] as [string, { gte: number }]
      return field === 'event.ingested' || values(field).some((value) => Date.parse(String(value)) >= gte)
    }
    case 'bool': {
      const { filter, should, must_not } = clause as estypes.QueryDslBoolQuery
      return (
        all(filter).every((each) => selects(each, document)) &&
        !all(must_not).some((each) => selects(each, document)) &&
        (should === undefined || all(should).some((each) => selects(each, document)))
      )
    }
    default:
      throw new Error(`late-data correction has a new kind of query: ${name}`)
  }
}

/** Every fact of a store, as if it had arrived after all documents. */
function lateFacts(store: InMemoryStore): Fact[] {
  const entities = [...store.snapshot()]
  return entities.flatMap(({ name, id, state }) => {
    const hasStatus = name === 'accounts' && (state.status !== undefined || state.listed !== undefined)
    const due = [{ from: 0, first_recorded: 0, last_recorded: 0 }]
    const entity: LateEntity = { name, ...id, due, hasStatus, stored: { index: name, id: id.key } }
    const concerned = concernedBy(store, entity)
    const facts: Fact[] = [{ entity, tenants: [id.tenant], concerned }]
    if (!hasStatus) return facts
    const accounts = accountsElsewhere(store, id.vendor, concerned.accounts, product.environment)
    if (accounts.length > 0) facts.push({ entity, tenants: anyTenant, concerned: { apps: [], accounts } })
    const granted = entities.filter(
      (each) =>
        each.name === 'apps' &&
        each.id.vendor === id.vendor &&
        each.id.tenant === id.tenant &&
        ([each.state.granters ?? []].flat() as JsonObject[]).some(({ value }) =>
          concerned.accounts.includes(value as string),
        ),
    )
    const apps = appsJoined(
      store,
      entity,
      granted.map((each) => each.id.ids[0] as string),
    )
    if (apps.length > 0) facts.push({ entity, tenants: [id.tenant], concerned: { apps, accounts: [] } })
    return facts
  })
}

/** Stores the documents one by one, corrects them, and returns those whose annotations are not as they should be. */
async function wrongAfterCorrection(events: readonly EntityEvent[]) {
  const { environment } = product
  const store = new InMemoryStore()
  const updateEntities = makeUpdateEntities(store, environment)
  // Annotation changes its documents.
  const fresh = () => structuredClone(events)
  const stored = new Map<string, EcsDocument>()
  for (const event of fresh()) for (const { id, document } of await updateEntities([event])) stored.set(id, document)
  for (const facts of inQueries(lateFacts(store))) {
    const query = concernedQuery(facts, 0)
    const found = [...stored].flatMap(([id, document]) => (selects(query, document) ? [{ of: id, id, document }] : []))
    for (const { of, document } of differing(prepare(found), store, environment)) stored.set(of, document)
  }
  return (await updateEntities(fresh())).flatMap(({ id, document: { oauth, event } }) => {
    const found = stored.get(id)?.oauth
    return isDeepStrictEqual(found, oauth) ? [] : [{ action: event.action, stored: found, right: oauth }]
  })
}

function eventsOf(texts: readonly string[]): EntityEvent[] {
  const events = new Map<string, EntityEvent>()
  for (const outcome of texts.flatMap((text) => processText(text, 'scenario', product.chain)))
    if (outcome.ok) events.set(outcome.id, { id: outcome.id, dataset: outcome.dataset, document: outcome.document })
  return [...events.values()]
}

it('a sign-in without annotations gets them when the record of its new password arrives later', async () => {
  const scenario = 'cross/google-workspace-password-and-second-step-replaced-by-the-desk'
  expect(await wrongAfterCorrection(eventsOf(textsOf(scenarioOf(scenario)).reverse()))).toEqual([])
})

const parts = Array.from({ length: 24 }, (_, part) => part)

it.each(sampleOf(parts, 12))(
  'the documents of part %d of the scenarios are right after correction, in whatever order their records arrived',
  async (part) => {
    const events = eventsOf(scenarioTexts(product, { part, of: parts.length }))
    expect(await wrongAfterCorrection(shuffled(events, dice(seed + part)))).toEqual([])
  },
)
