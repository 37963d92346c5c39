// A fact arrives after the documents that it affects: these documents are annotated again in place.
import { expect, it } from 'vitest'
import { makeElasticsearchStore } from '../../../pipeline/entity-store/elasticsearch-store.ts'
import { type Correct, makeCorrect } from '../../../pipeline/late-data/correction.ts'
import { product, scenarioOf, textsOf } from '../../support/product.ts'
import { type Deployment, describeService } from '../service/service-bench.ts'

const { environment } = product
const records = textsOf(scenarioOf('cross/m365-leaver-app-keeps-reading'))

await describeService({ title: 'correcting', versions: 'either' }, (bench) => {
  /** Stores the scenario backward, one batch per record, without correction. */
  async function storeBackward(): Promise<Deployment> {
    const deployment = await bench.deploy({
      CONSENTRY_LATE_DATA_SECONDS: '0',
      KAFKA_TOPIC_PARTITIONS: '1',
      BATCH_RECORDS: '1',
    })
    await bench.kafka.produce(deployment.topic, [...records].reverse())
    await bench.runUntilIdle(deployment)
    return deployment
  }

  /** Returns a correction that first makes all stored documents searchable. */
  function correcting({ namespace }: Deployment, now: () => number): Correct {
    const { client } = bench
    const store = makeElasticsearchStore({ client, namespace })
    const correct = makeCorrect({ client, namespace, store, environment, afterMs: 5_000, now })
    return async (signal) => {
      await client.indices.refresh({ index: [`logs-*-${namespace}`, `consentry-*-${namespace}`] })
      return correct(signal)
    }
  }

  const later = () => Date.now() + 60_000

  const uses = async ({ namespace }: Deployment) =>
    [...(await bench.documents(namespace)).values()]
      .map(({ document }) => document)
      .filter(({ oauth }) => oauth?.action === 'app_use')

  it('a correction waits for the newest facts and runs once, and a second pass has nothing to correct', async () => {
    const began = Date.now()
    const deployment = await storeBackward()
    expect(await correcting(deployment, () => began)()).toEqual({ entities: 0, documents: 0, waiting: 0, refused: 0 })
    const correct = correcting(deployment, later)
    expect((await correct()).entities).toBeGreaterThan(3)
    expect(await correct()).toEqual({ entities: 0, documents: 0, waiting: 0, refused: 0 })
    expect((await uses(deployment)).some(({ oauth }) => oauth?.account?.status === 'disabled')).toBe(true)
  })

  it('two concurrent correction passes write each document once', async () => {
    const deployment = await storeBackward()
    const passes = await Promise.all([correcting(deployment, later)(), correcting(deployment, later)()])
    const stored = [...(await bench.documents(deployment.namespace)).values()]
    const corrected = stored.filter(({ document: { event } }) => Date.parse(event.ingested ?? '') > Date.now())
    expect(corrected.length).toBeGreaterThan(0)
    expect(passes.reduce((sum, { documents }) => sum + documents, 0)).toBe(corrected.length)
    expect(passes.map(({ refused }) => refused)).toEqual([0, 0])
  })

  it('a correction keeps the ingestion time of a document from a back-fill', async () => {
    const deployment = await storeBackward()
    const yesterday = new Date(Date.now() - 24 * 3_600_000).toISOString()
    for (const [id, { index, document }] of await bench.documents(deployment.namespace)) {
      if (document.oauth?.action !== 'app_use') continue
      await bench.client.update({ index, id, doc: { '@timestamp': yesterday, event: { ingested: yesterday } } })
    }
    expect((await correcting(deployment, later)()).documents).toBeGreaterThan(0)
    const corrected = await uses(deployment)
    expect(corrected.every(({ oauth }) => oauth?.account?.status === 'disabled')).toBe(true)
    expect(new Set(corrected.map(({ event }) => event.ingested))).toEqual(new Set([yesterday]))
  })
})
