// One disturbed run: the records of all stories through two real instances that are killed at random, held against what
// the same records give offline.
import { setTimeout as sleep } from 'node:timers/promises'
import { memoryIndex } from '../../mappings/entities/templates.ts'
import { type EntityName, entityTypes } from '../../mappings/entities/types.ts'
import type { Product } from '../../pipeline/cli/check.ts'
import { ElasticsearchHistory } from '../../pipeline/findings/elasticsearch-history.ts'
import { makeElasticsearchStore } from '../../pipeline/remember/elasticsearch-store.ts'
import { inventoryOfElasticsearch } from '../../pipeline/review/load.ts'
import { until } from '../integration/kafka/kafka-bench.ts'
import type { Deployment, ServiceBench } from '../integration/service/service-bench.ts'
import { dice } from '../support/dice.ts'
import { deliver, type Order } from './deliveries.ts'
import { findingsOn } from './due.ts'
import { Instances } from './instances.ts'
import { differences, type Outcome, outcomeOf } from './outcome.ts'

export interface DisturbedRun {
  readonly order: Order
  readonly seed: number
  readonly partitions: number
  readonly kills: number
}

export interface DisturbedResult {
  readonly records: number
  readonly kills: number
  readonly bothKilled: number
  readonly documents: number
  readonly entities: number
  readonly findings: number
  readonly alerts: number
  readonly differences: readonly string[]
  readonly seconds: number
}

/**
 * Small batches, so that a kill has something to interrupt, a short session, so that the other takes over soon, and a
 * short wait for late facts, longer than memory's indices take to be searchable.
 */
const settings = { BATCH_RECORDS: '12', KAFKA_SESSION_SECONDS: '6', CONSENTRY_MEND_SECONDS: '12' }
const portions = 12

/** Runs it to its end. Everything random follows from the seed, except where the kills hit. */
export async function disturbedRun(
  bench: ServiceBench,
  product: Product,
  texts: readonly string[],
  expected: Outcome,
  { order, seed, partitions, kills }: DisturbedRun,
): Promise<DisturbedResult> {
  const started = performance.now()
  const roll = dice(seed)
  const deployment = await bench.deploy({ ...settings, KAFKA_TOPIC_PARTITIONS: String(partitions) })
  const group = bench.kafka.group()
  const records = deliver(texts, order, roll).map((value) => ({ partition: roll(partitions), value }))
  const instances = new Instances(bench, deployment, group)
  const feed = async () => {
    const size = Math.ceil(records.length / portions)
    for (let from = 0; from < records.length; from += size) {
      await bench.kafka.produce(deployment.topic, records.slice(from, from + size))
      await sleep((kills * 2_500) / portions)
    }
  }
  const [killing] = await Promise.all([instances.disturb(kills, dice(seed + 1)), feed()])
  await until(() => isDrained(bench, deployment, group), 240)
  await until(() => isMended(bench, deployment), 240)
  await instances.stop()
  const found = await readBack(bench, deployment, product)
  return {
    records: records.length,
    kills: killing.kills,
    bothKilled: killing.ofBoth,
    documents: found.documents.size,
    entities: found.entities.size,
    findings: found.findings.size,
    alerts: found.alerts.size,
    differences: [...differences(expected, found), ...(await deadLettersOf(bench, deployment))],
    seconds: (performance.now() - started) / 1000,
  }
}

async function isDrained(bench: ServiceBench, { topic }: Deployment, group: string): Promise<boolean> {
  const ends = await bench.kafka.admin.fetchTopicOffsets(topic)
  const committed = await bench.kafka.committed(group, topic)
  return ends.every(({ partition, high }) => high === '0' || committed[partition] === high)
}

/** Nothing that was told late waits to be looked at. */
async function isMended(bench: ServiceBench, { namespace }: Deployment): Promise<boolean> {
  const index = Object.keys(entityTypes).map((name) => memoryIndex(name as EntityName, namespace))
  await bench.client.indices.refresh({ index })
  const { count } = await bench.client.count({ index, query: { exists: { field: 'late.from' } } })
  return count === 0
}

async function readBack(bench: ServiceBench, { namespace }: Deployment, product: Product): Promise<Outcome> {
  const stored = await bench.documents(namespace)
  const events = [...stored].map(([id, { document }]) => ({
    id,
    document,
    dataset: document.data_stream?.dataset as string,
  }))
  const { client } = bench
  const store = makeElasticsearchStore({ client, namespace })
  const history = new ElasticsearchHistory({ client, namespace, store, fields: new Map() })
  const findings = await findingsOn(events, history, product.environment)
  return outcomeOf(events, findings, await inventoryOfElasticsearch(client, namespace), product)
}

async function deadLettersOf(bench: ServiceBench, { deadLetterTopic }: Deployment): Promise<string[]> {
  const ends = await bench.kafka.admin.fetchTopicOffsets(deadLetterTopic)
  return ends.filter(({ high }) => high !== '0').map(({ high }) => `${high} dead letters`)
}
