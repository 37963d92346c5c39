// An entity store shared by two instances on real servers. With any order, distribution and crashes, the result equals
// that of an instance that read everything in order.
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { buildEntityTemplates, entityIndex } from '../../../mappings/entities/templates.ts'
import { canonicalJson } from '../../../mappings/kernel/json.ts'
import { realRuntime } from '../../../pipeline/clients/retry.ts'
import { removeOldActs } from '../../../pipeline/entity-store/act-claims.ts'
import { makeElasticsearchStore } from '../../../pipeline/entity-store/elasticsearch-store.ts'
import type { EntityEvent } from '../../../pipeline/entity-store/entity-event.ts'
import { InMemoryStore } from '../../../pipeline/entity-store/in-memory-store.ts'
import { makeUpdateEntities, type UpdateEntities } from '../../../pipeline/entity-store/update-entities.ts'
import { inventoryOfElasticsearch } from '../../../pipeline/review/load.ts'
import { setupElasticsearch } from '../../../pipeline/setup/elasticsearch.ts'
import type { Scenario } from '../../../rules/lib/scenario.ts'
import { sampleOf } from '../../support/deep.ts'
import { deleteNamespace } from '../../support/delete-namespace.ts'
import { describeElasticsearch, isUsed } from '../../support/describe-elasticsearch.ts'
import { dice } from '../../support/dice.ts'
import { engineOf, eventsOf, product, rules, textsOf } from '../../support/product.ts'

const scenarios = product.scenarios.map(({ value }) => value)
/** On each commit, the two instances share a sample of the scenarios. */
const sampled = sampleOf(scenarios, 8)

const eventsIn = (recorded: readonly Scenario[]) => eventsOf(recorded.flatMap(textsOf))

/** Rule and document of every alert; rules that combine several documents receive all of them. */
function alertsOf(events: readonly EntityEvent[]): string[] {
  const run = engineOf(rules).start()
  const alerts = events.flatMap(({ document, id, dataset }) =>
    run.take({ document, id, dataset, visible: Date.parse(document['@timestamp'] ?? '') }),
  )
  return [...alerts, ...run.end()].map(({ rule, events: of }) => `${rule.name}: ${of.map(({ _id }) => _id)}`).sort()
}

function batches<T>(items: readonly T[], roll: (below: number) => number, most: number): T[][] {
  const made: T[][] = []
  for (let from = 0; from < items.length; ) {
    const size = 1 + roll(most)
    made.push(items.slice(from, from + size))
    from += size
  }
  return made
}

/** Number of runs. Each commit tries another distribution of the work. */
const runs = Number(process.env.ENTITY_STORE_RUNS ?? 1)

await describeElasticsearch('the entity store', ({ client, compatibility }) => {
  const logic = it.runIf(isUsed('either', compatibility))
  const namespaces: string[] = []

  async function newNamespace(): Promise<string> {
    const namespace = `m${Math.random().toString(36).slice(2, 10)}`
    namespaces.push(namespace)
    const none = { components: [], indexTemplates: [] }
    await setupElasticsearch(client, none, { namespace, dryRun: false, indices: buildEntityTemplates({ namespace }) })
    return namespace
  }

  const instance = (namespace: string): UpdateEntities =>
    makeUpdateEntities(makeElasticsearchStore({ client, namespace }), product.environment)

  const toTexts = (store: InMemoryStore): Record<string, string> =>
    Object.fromEntries(
      [...store.snapshot()].map(({ name, id, state }) => [`${name} ${id.key}`, canonicalJson({ id, state } as never)]),
    )

  /** Returns all stored entities, by index and key, as a review reads them. */
  const stored = async (namespace: string) => {
    await client.indices.refresh({ index: `consentry-*-${namespace}` })
    return toTexts(await inventoryOfElasticsearch(client, namespace))
  }

  /** Returns the content of an entity store that read everything in order. */
  async function expected(events: readonly EntityEvent[]): Promise<Record<string, string>> {
    const store = new InMemoryStore()
    await makeUpdateEntities(store, product.environment)(events)
    return toTexts(store)
  }

  afterAll(async () => {
    for (const namespace of namespaces) await deleteNamespace(client, namespace)
  })

  it('a second setup of the entity store changes nothing, and ignores indices of other products', async () => {
    const namespace = await newNamespace()
    const indices = buildEntityTemplates({ namespace })
    const none = { components: [], indexTemplates: [] }
    const again = await setupElasticsearch(client, none, { namespace, dryRun: false, indices })
    expect(again.filter(({ change }) => change !== 'unchanged')).toEqual([])
    const foreign = `m${Math.random().toString(36).slice(2, 10)}`
    namespaces.push(foreign)
    await client.indices.create({ index: entityIndex('apps', foreign) })
    const setup = setupElasticsearch(client, none, {
      namespace: foreign,
      dryRun: false,
      indices: buildEntityTemplates({ namespace: foreign }),
    })
    await expect(setup).rejects.toMatchObject({ code: 'setup_foreign' })
    expect(await client.indices.existsIndexTemplate({ name: entityIndex('grants', foreign) })).toBe(false)
  })

  it('an error of the entity store contains a hint if its indices do not exist', async () => {
    await expect(instance('nothing_here')(eventsIn(scenarios.slice(0, 1)))).rejects.toMatchObject({
      code: 'entity_store_missing',
      retryable: false,
    })
  })

  logic(
    'two instances that share, crash and repeat the work store the entities of one that read in order',
    async () => {
      const wanted = await expected(eventsIn(sampled))
      let crashes = 0
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
          const roll = dice(seed)
          const namespace = await newNamespace()
          const events = eventsIn(sampled)
          const shuffled = events.map((event) => ({ event, at: roll(1_000_000) })).sort((a, b) => a.at - b.at)
          const again = shuffled.filter(() => roll(5) === 0)
          const work = batches(
            [...shuffled, ...again].map(({ event }) => event),
            roll,
            60,
          )
          const halves = [work.filter((_, i) => i % 2 === 0), work.filter((_, i) => i % 2 === 1)]
          await Promise.all(
            halves.map(async (half) => {
              let one = instance(namespace)
              for (const batch of half) {
                // A crash loses the state of the process, and a part of its work is assigned again.
                if (roll(6) === 0) {
                  crashes++
                  await one(structuredClone(batch.slice(0, roll(batch.length))))
                  one = instance(namespace)
                }
                await one(structuredClone(batch))
              }
            }),
          )
          expect(await stored(namespace)).toEqual(wanted)
        }),
        { numRuns: runs, endOnFailure: true },
      )
      console.info(`${runs} runs of two instances, ${crashes} crashes, ${Object.keys(wanted).length} entities`)
    },
  )

  logic('two instances that take turns in order raise the alerts of a hunt', async () => {
    // Facts of an inventory are valid before their arrival, and a hunt applies them first: see the late-data test.
    const recorded = sampled.filter((scenario) => !JSON.stringify(scenario).includes('inventory'))
    const inMemory = eventsIn(recorded)
    const hunting = makeUpdateEntities(new InMemoryStore(), product.environment)
    // Uses the same batches: all scenarios use the same few entities, and the members that a full set drops depend on
    // the composition of the batches.
    for (const batch of batches(inMemory, dice(7), 40)) await hunting(batch)
    const namespace = await newNamespace()
    const shared = eventsIn(recorded)
    const instances = [instance(namespace), instance(namespace)]
    for (const [i, batch] of batches(shared, dice(7), 40).entries()) await (instances[i % 2] as UpdateEntities)(batch)
    expect(alertsOf(shared)).toEqual(alertsOf(inMemory))
    expect(alertsOf(shared).length).toBeGreaterThan(5)
  })

  it('an act is a duplicate if another instance stored it from another dataset', async () => {
    const namespace = await newNamespace()
    const recorded = (dataset: string): EntityEvent[] =>
      eventsIn(scenarios.filter(({ id }) => id === 'm365/leaver-app-stops'))
        .filter(({ document }) => document.oauth?.action === 'consent')
        .map((event) => ({ ...event, dataset, id: `${dataset}-${event.id}` }))
    const [first, sibling, other, back] = [
      await instance(namespace)(recorded('azure.auditlogs')),
      await instance(namespace)(recorded('azure.auditlogs')),
      await instance(namespace)(recorded('o365.audit')),
      await instance(namespace)(recorded('azure.auditlogs')),
    ]
    const duplicates = [first, sibling, other, back].map(([event]) => event?.document.oauth?.act?.duplicate)
    expect(duplicates).toEqual([undefined, undefined, true, undefined])
  })

  it('the entity store keeps acts by the month of the event, and deletes whole months and old claims', async () => {
    const namespace = await newNamespace()
    const clock = Date.parse('2026-04-10T00:00:00.000Z')
    const runtime = { ...realRuntime, now: () => clock }
    const recorded = (at: string): EntityEvent[] =>
      eventsIn(scenarios.filter(({ id }) => id === 'm365/leaver-app-stops'))
        .filter(({ document }) => document.oauth?.action === 'consent')
        .map((event) => ({ ...event, document: { ...event.document, '@timestamp': at } }))
    const observe = (at: string) =>
      makeUpdateEntities(makeElasticsearchStore({ client, namespace, runtime }), product.environment)(recorded(at))
    const index = (month: string) => `consentry-acts-${namespace}-${month}`
    const [february, march, other] = ['2026-02', '2026-03', 'other'].map(index) as [string, string, string]
    await Promise.all([observe('2026-02-28T23:59:59.000Z'), observe('2026-02-28T23:59:59.000Z')])
    await observe('2026-03-31T12:00:00.000Z')
    await observe('9999-12-31T23:59:59.999Z')
    const names = async () => Object.keys(await client.indices.get({ index: `consentry-acts-${namespace}-*` })).sort()
    const count = async (name: string) => {
      await client.indices.refresh({ index: name })
      return (await client.count({ index: name })).count
    }
    expect(await names()).toEqual([february, march, other])
    expect([await count(february), await count(other)]).toEqual([1, 1])
    // The indices are newer than the months they store, so a backfill may still need them.
    expect(await removeOldActs(client, namespace, clock)).toEqual([])
    expect(await count(other)).toBe(1)
    const settings = await client.indices.getSettings({ index: march, flat_settings: true })
    const later = Number(Object(settings[march]?.settings)['index.creation_date'])
    expect(await removeOldActs(client, namespace, later)).toEqual([february, march])
    expect([await names(), await count(other)]).toEqual([[other], 0])
    // The next act of a month recreates the deleted index of the month.
    await observe('2026-02-01T00:00:00.000Z')
    expect(await names()).toEqual([february, other])
  })
})
