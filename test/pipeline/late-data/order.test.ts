// Records may arrive in any order. After late-data correction, the annotations of every document are as if the entity
// store had known all facts from the start.
import { isDeepStrictEqual } from 'node:util'
import type { estypes } from '@elastic/elasticsearch'
import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { groupBy } from '../../../mappings/kernel/group-by.ts'
import type { Json } from '../../../mappings/kernel/json.ts'
import { getPath, splitPath } from '../../../mappings/kernel/path.ts'
import type { EntityEvent } from '../../../pipeline/entity-store/entity-event.ts'
import { InMemoryStore, type SnapshotEntity } from '../../../pipeline/entity-store/in-memory-store.ts'
import { concernsFrom } from '../../../pipeline/entity-store/late.ts'
import { makeUpdateEntities } from '../../../pipeline/entity-store/update-entities.ts'
import { concernedQuery, type Fact, inQueries } from '../../../pipeline/late-data/concerned.ts'
import { differing, prepare } from '../../../pipeline/late-data/difference.ts'
import { factsOf } from '../../../pipeline/late-data/facts.ts'
import { type LateEntity, type Naming, namedIn, wasReset } from '../../../pipeline/late-data/late-entities.ts'
import { scenarioTexts } from '../../chaos/deliveries.ts'
import { sampleOf, seed } from '../../support/deep.ts'
import { dice, shuffled } from '../../support/dice.ts'
import { eventsOf, product, scenarioOf, textsOf } from '../../support/product.ts'

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
      const [field, limits] = Object.entries(clause)[0] as [string, { gte?: number; lt?: number }]
      const { gte = Number.NEGATIVE_INFINITY, lt = Number.POSITIVE_INFINITY } = limits
      const numbers = values(field).map((value) => (typeof value === 'number' ? value : Date.parse(String(value))))
      return field === 'event.ingested' || numbers.some((number) => number >= gte && number < lt)
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

/** The facts that late entities of a store bring. */
async function factsIn(store: InMemoryStore, late: readonly LateEntity[]): Promise<Fact[]> {
  const entities = [...store.snapshot()]
  return factsOf(late, {
    environment: product.environment,
    read: async (of) => of(store),
    naming: async ({ vendor, tenant }, ids, fields) => {
      const found = new Map(ids.map((id): [string, Naming[]] => [id, []]))
      for (const { name, id, state } of entities) {
        if ((name !== 'apps' && name !== 'accounts') || id.vendor !== vendor || id.tenant !== tenant) continue
        for (const named of namedIn(state, fields)) found.get(named)?.push({ name, id: id.ids[0] as string })
      }
      return found
    },
  })
}

function lateEntity({ name, id, state }: SnapshotEntity, from = 0): LateEntity {
  const hasStatus = name === 'accounts' && (state.status !== undefined || state.listed !== undefined)
  const due = [{ from, first_recorded: 0, last_recorded: 0 }]
  const isNew = name === 'accounts' && Number(state.first_seen) >= from
  const isReset = name === 'accounts' && wasReset(state, due)
  return { name, ...id, due, hasStatus, isReset, isNew, stored: { index: name, id: id.key } }
}

type Documents = Map<string, EcsDocument>

async function correct(stored: Documents, store: InMemoryStore, late: readonly LateEntity[]): Promise<void> {
  for (const facts of inQueries(await factsIn(store, late))) {
    const query = concernedQuery(facts, 0)
    const found = [...stored].flatMap(([id, document]) => (selects(query, document) ? [{ of: id, id, document }] : []))
    for (const { of, document } of differing(prepare(found), store, product.environment)) stored.set(of, document)
  }
}

/** Returns the stored documents whose annotations are not those of the finished store. */
function wrongIn(stored: Documents, right: readonly EntityEvent[]) {
  return right.flatMap(({ id, document: { oauth, event } }) => {
    const found = stored.get(id)?.oauth
    return isDeepStrictEqual(found, oauth) ? [] : [{ action: event.action, stored: found, right: oauth }]
  })
}

/** Stores the documents one by one, and corrects them as if every fact had arrived after all documents. */
async function wrongAfterCorrection(events: readonly EntityEvent[]) {
  const store = new InMemoryStore()
  const updateEntities = makeUpdateEntities(store, product.environment)
  // Annotation changes its documents.
  const fresh = () => structuredClone(events)
  const stored: Documents = new Map()
  for (const event of fresh()) for (const { id, document } of await updateEntities([event])) stored.set(id, document)
  const late = [...store.snapshot()].map((each) => lateEntity(each))
  await correct(stored, store, late)
  return wrongIn(stored, await updateEntities(fresh()))
}

/** Stores the last documents when all others are right, and corrects only what their own facts concern. */
async function wrongAfterLast(
  last: readonly EntityEvent[],
  events: readonly EntityEvent[],
  isMarked: (entity: SnapshotEntity) => boolean = () => true,
) {
  const store = new InMemoryStore()
  const updateEntities = makeUpdateEntities(store, product.environment)
  const others = events.filter((event) => !last.includes(event))
  const stored: Documents = new Map()
  for (const { id, document } of await updateEntities(structuredClone(others))) stored.set(id, document)
  const before = new Map([...store.snapshot()].map(({ name, id, state }) => [name + id.key, JSON.stringify(state)]))
  const marks = new Map<string, number>()
  const { observe } = store
  store.observe = (name, id, field, item) => {
    observe(name, id, field, item)
    const from = concernsFrom(name, field, item as never)
    if (from !== undefined) marks.set(name + id.key, Math.min(from, marks.get(name + id.key) ?? from))
  }
  for (const { id, document } of await updateEntities(structuredClone(last))) stored.set(id, document)
  const late = [...store.snapshot()].flatMap((entity) => {
    const key = entity.name + entity.id.key
    const isChanged = before.get(key) !== JSON.stringify(entity.state)
    return isChanged && marks.has(key) && isMarked(entity) ? [lateEntity(entity, marks.get(key))] : []
  })
  await correct(stored, store, late)
  return wrongIn(stored, await updateEntities(structuredClone(events)))
}

it('a sign-in without annotations gets them when the record of its new password arrives later', async () => {
  const scenario = 'cross/google-workspace-password-and-second-step-replaced-by-the-desk'
  expect(await wrongAfterCorrection(eventsOf(textsOf(scenarioOf(scenario))).reverse())).toEqual([])
})

const parts = Array.from({ length: 24 }, (_, part) => part)

it.each(sampleOf(parts, 12))(
  'late-data correction gives the documents of part %d of the scenarios the right annotations, in any order of arrival',
  async (part) => {
    const events = eventsOf(scenarioTexts({ part, of: parts.length }))
    expect(await wrongAfterCorrection(shuffled(events, dice(seed + part)))).toEqual([])
  },
)

const scenarios = product.scenarios.map(({ value: { id } }, part) => ({ id, part }))
const eventsOfScenario = (part: number) => eventsOf(scenarioTexts({ part, of: scenarios.length }))

/** The records of each account and of each log source: a log source may be late, or contain one record late. */
const parted = (events: readonly EntityEvent[]): readonly EntityEvent[][] =>
  [({ document: { user } }: EntityEvent) => user?.email ?? user?.id, ({ dataset }: EntityEvent) => dataset]
    .flatMap((keyOf) => [...groupBy(events, keyOf).values()])
    .filter(({ length }) => length < events.length)

/** In these scenarios, annotations read entities that their documents do not name. */
const distant = new Set([
  'm365/group-of-account-added-from-new-network',
  'cross/service-account-signs-on-a-machine-of-a-newcomer',
  'cross/google-workspace-machine-of-a-newcomer-acts-for-another-person',
  'cross/m365-add-in-outlives-the-incident',
  'm365/saml-token-in-a-federated-domain',
  'cross/m365-client-of-the-server-that-sent-mail-reads-mail',
  'cross/consent-here-refusal-there',
])

it.each(scenarios.filter(({ id }) => distant.has(id)))(
  'late-data correction gives the documents of $id the right annotations, whichever account or log source is late',
  async ({ part }) => {
    const events = eventsOfScenario(part)
    for (const last of parted(events)) expect(await wrongAfterLast(last, events)).toEqual([])
  },
)

it('a sign-in with a credential is corrected if sign-ins of its maker with another application are late', async () => {
  const texts = textsOf(scenarioOf('cross/m365-sign-in-with-a-password-set-by-a-newcomer'))
  const another = {
    'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '7d5c3b1a-9f8e-4d6c-b5a4-3c2d1e0f9a8b',
    'Invoice Sync Helper': 'Ledgerline',
  }
  const events = eventsOf(
    texts.map((text) =>
      text.includes('jonas.reimer')
        ? Object.entries(another).reduce((changed, [old, fresh]) => changed.replaceAll(old, fresh), text)
        : text,
    ),
  )
  const isOfMaker = ({ dataset, document: { user } }: EntityEvent) =>
    dataset === 'azure.signinlogs' && user?.email?.startsWith('jonas.reimer') === true
  expect(await wrongAfterLast(events.filter(isOfMaker), events)).toEqual([])
})

it('a sign-in with a new key is corrected if a sign-in of the person who added the key with another application is late', async () => {
  const events = eventsOf(textsOf(scenarioOf('cross/m365-new-key-tried-at-the-desk-of-its-adder')))
  const late = events.filter(({ dataset, document: { user } }) => dataset === 'o365.audit' && user?.email !== undefined)
  expect(late.length).toBeGreaterThan(0)
  expect(await wrongAfterLast(late.slice(0, 1), events)).toEqual([])
})

it('a use after a response that left some permissions is corrected if the record of the reset is late', async () => {
  const scenario = scenarioOf('cross/m365-half-of-its-permissions-removed')
  // The uses name only the colleague who granted permissions, too.
  const another = {
    sample: 'm365/app-role-grant-mail',
    at: 'P1DT2H',
    personas: { 'tomas.lindqvist': 'ines.carver' },
    replace: { 'Mail.ReadWrite': 'Mail.Send' },
  }
  const events = eventsOf(textsOf({ ...scenario, steps: [...scenario.steps, another] }))
  const late = events.filter(({ document: { event } }) => event?.action?.includes('password') === true)
  expect(late).toHaveLength(1)
  // A log source has no mark if an earlier record of it was stored.
  expect(await wrongAfterLast(late, events, ({ name }) => name !== 'log_sources')).toEqual([])
})

/** Longer scenarios exceed the limits of the entity store: it drops facts that earlier, correct annotations used. */
const mostRecords = 100

it.each(sampleOf(scenarios, 48))(
  'late-data correction gives $id the right annotations, if one record, one account or one log source is late',
  async ({ part }) => {
    const events = eventsOfScenario(part)
    if (events.length > mostRecords) return
    const roll = dice(seed + part)
    for (const all of [events.map((event) => [event]), parted(events)])
      for (const last of shuffled(all, roll).slice(0, 1)) expect(await wrongAfterLast(last, events)).toEqual([])
  },
)
