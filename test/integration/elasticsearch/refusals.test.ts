// Elasticsearch refuses no document. The test stores the samples, the records in folders (CONSENTRY_RECORDS, paths
// separated by commas), and records with wrong member types.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadEnvironment } from '../../../mappings/environment/load.ts'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { buildTemplates } from '../../../mappings/lib/templates.ts'
import { templateFields } from '../../../pipeline/catalog.ts'
import { type Chain, loadMappings, makeChain } from '../../../pipeline/chain.ts'
import { loadSamples } from '../../../pipeline/content-check/samples.ts'
import { decode } from '../../../pipeline/decode/decode.ts'
import { readInputs } from '../../../pipeline/framing/files.ts'
import type { Event, Outcome } from '../../../pipeline/outcome.ts'
import { setupElasticsearch } from '../../../pipeline/setup/elasticsearch.ts'
import { makeElasticsearchSink } from '../../../pipeline/sink/elasticsearch.ts'
import { deleteNamespace } from '../../support/delete-namespace.ts'
import { describeElasticsearch } from '../../support/describe-elasticsearch.ts'
import { dice, shuffled } from '../../support/dice.ts'
import { mutated, seeded } from '../../support/mutate.ts'

const seed = Number(process.env.CONSENTRY_SEED ?? 20)
const mutations = Number(process.env.CONSENTRY_MUTATIONS ?? 3000)
const folders = (process.env.CONSENTRY_RECORDS ?? '').split(',').filter((path) => path !== '')

const tables = await loadMappings()
const { environment } = loadEnvironment(join(packageRoot, 'environment.example.yaml'))
const samples = loadSamples()

function outcomesOf(chain: Chain, text: string): Outcome[] {
  const decoded = decode({ delivery: { source: 't', offset: '0' }, text })
  return decoded.flatMap((one): Outcome[] => (one.ok ? chain.process(one) : [one]))
}

const eventsIn = (outcomes: readonly Outcome[]): Event[] => outcomes.filter((one): one is Event => one.ok)

/** Returns samples with members of other types, each with a different id. */
function hostileEvents(chain: Chain): Event[] {
  const random = seeded(seed)
  const events: Event[] = []
  while (events.length < mutations) {
    const { text } = samples[Math.floor(random() * samples.length)] as { text: string }
    const record = mutated(JSON.parse(text) as JsonObject, random)
    for (const event of eventsIn(outcomesOf(chain, JSON.stringify(record)))) {
      events.push({ ...event, id: `${event.id.slice(0, 20)}-${events.length}` })
    }
  }
  return events
}

await describeElasticsearch('documents', ({ client, url }) => {
  const namespace = `t${randomUUID().replaceAll('-', '').slice(0, 10)}`
  const chain = makeChain(tables, environment)

  /** Stores the events. Returns the refused events, each with the reason. */
  async function refusedOf(events: readonly Event[]): Promise<string[]> {
    const { failures, stored, duplicates } = await makeElasticsearchSink({ client, namespace, backfill: false }).store(
      events,
    )
    expect(stored + duplicates + failures.length).toBe(events.length)
    // A wrong mapping refuses thousands of events for the same reason.
    return failures.slice(0, 20).map(({ code, detail }) => `${code}: ${detail.slice(0, 300)}`)
  }

  beforeAll(async () => {
    const templates = buildTemplates(templateFields(tables), { namespace, version: '1.0.0' })
    await setupElasticsearch(client, templates, { namespace, dryRun: false })
  })
  afterAll(async () => {
    await deleteNamespace(client, namespace)
  })

  it('Elasticsearch accepts all documents of the samples, in any order', async () => {
    const events = samples.flatMap(({ text }) => eventsIn(outcomesOf(chain, text)))
    expect(await refusedOf(shuffled(events, dice(seed)))).toEqual([])
  })

  it('Elasticsearch accepts all documents of records with members of other types', async () => {
    expect(await refusedOf(hostileEvents(chain))).toEqual([])
  })

  it.skipIf(folders.length === 0)(
    'Elasticsearch accepts all documents from the records in the given folders, in any order',
    async () => {
      const outcomes: Outcome[] = []
      for await (const batch of readInputs(folders)) {
        for (const decoded of batch.flatMap(decode)) outcomes.push(...(decoded.ok ? chain.process(decoded) : [decoded]))
      }
      const events = eventsIn(outcomes)
      console.log(`${url}: ${events.length} documents of ${folders.join(', ')}`)
      expect(await refusedOf(shuffled(events, dice(seed)))).toEqual([])
    },
  )
})
