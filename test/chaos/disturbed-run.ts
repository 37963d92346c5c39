// One disturbed run: sends records through two real instances while faults hit the instances and their servers, and
// compares the result with the offline result for the same records.
import { setTimeout as sleep } from 'node:timers/promises'
import { entityIndex } from '../../mappings/entities/templates.ts'
import { type EntityName, entityTypes } from '../../mappings/entities/types.ts'
import { bySize } from '../../pipeline/clients/kafka-producer.ts'
import { makeElasticsearchStore } from '../../pipeline/entity-store/elasticsearch-store.ts'
import { ElasticsearchHistory } from '../../pipeline/findings/elasticsearch-history.ts'
import { inventoryOfElasticsearch } from '../../pipeline/review/load.ts'
import type { Deployment, ServiceBench } from '../integration/service/service-bench.ts'
import { dice } from '../support/dice.ts'
import { product } from '../support/product.ts'
import { deliver, type Order, poisonAmong } from './deliveries.ts'
import { findingsOn } from './due.ts'
import { ElasticsearchProxy } from './elasticsearch-proxy.ts'
import { type Inject, sessionSeconds, type Target } from './faults.ts'
import { Instances } from './instances.ts'
import { KafkaProxy } from './kafka-proxy.ts'
import { compareSets, type Differences, differences, type Outcome, offlineOutcome, outcomeOf } from './outcome.ts'
import { Progress } from './progress.ts'

export interface DisturbedRun {
  readonly order: Order
  readonly seed: number
  readonly partitions: number
  readonly faults: readonly (readonly [name: string, inject: Inject])[]
  readonly batchRecords: number
  /** Upper limit for a run; a run that takes longer has failed. */
  readonly minutes: number
}

interface DisturbedResult {
  readonly records: number
  /** How often each fault hit something, by name. */
  readonly hits: Readonly<Record<string, number>>
  /** Instances that ended by themselves. An instance that gives up on a server exits with code 4 and is restarted. */
  readonly exits: readonly string[]
  readonly lost: readonly string[]
  readonly duplicated: readonly string[]
  readonly wrong: readonly string[]
  readonly seconds: number
}

/** A short session, so that other instances take over soon, and a short wait for late facts, longer than a refresh. */
const settings = { KAFKA_SESSION_SECONDS: String(sessionSeconds), CONSENTRY_LATE_DATA_SECONDS: '12' }

/** Makes the whole run. All random choices follow from the seed, except what a fault happens to hit. */
export async function disturbedRun(
  bench: ServiceBench,
  texts: readonly string[],
  plan: DisturbedRun,
): Promise<DisturbedResult> {
  const started = performance.now()
  const roll = dice(plan.seed)
  const deployment = await bench.deploy({
    ...settings,
    BATCH_RECORDS: String(plan.batchRecords),
    KAFKA_TOPIC_PARTITIONS: String(plan.partitions),
  })
  const group = bench.kafka.group()
  const poison = poisonAmong(texts, roll)
  const values = deliver([...texts, ...poison], plan.order, roll)
  const records = values.map((value) => ({ partition: roll(plan.partitions), value }))
  const kafka = await KafkaProxy.open(bench.world.brokers)
  const elasticsearch = await ElasticsearchProxy.open(bench.world.url)
  const addresses = { KAFKA_BROKERS: kafka.addresses, ES_URL: elasticsearch.url }
  const instances = new Instances(bench, deployment, { KAFKA_GROUP: group, ...addresses })
  const progress = new Progress({ bench, deployment, group, deadline: started + plan.minutes * 60_000 })
  try {
    const target = { bench, deployment, group, instances, kafka, elasticsearch, roll }
    const hits = await disturb(target, plan.faults, progress, async (from, to) => {
      // A broker that is down accepts no records. Producers send records twice that it accepted without a response.
      const sent = records.slice(from * records.length, to * records.length)
      for (const portion of bySize(sent, ({ value }) => Buffer.byteLength(value)))
        await progress.until('the records are taken', () =>
          bench.kafka.produce(deployment.topic, portion).then(
            () => true,
            () => false,
          ),
        )
    })
    await progress.until('every record is committed', () => progress.isDrained())
    await progress.until('every correction is made', () => isSettled(bench, deployment))
    const badEnds = await instances.stop()
    const departures: Differences = { lost: [], duplicated: [], wrong: [...badEnds] }
    const expected = await offlineOutcome(texts)
    const found = await readBack(bench, deployment, departures)
    const compared = differences(expected, found)
    const letters = await bench.allDeadLetters(deployment)
    compareSets('dead letter', new Set(poison), new Set(letters.map(({ raw }) => raw)), departures)
    return {
      records: records.length,
      hits,
      exits: instances.exits,
      lost: [...departures.lost, ...compared.lost],
      duplicated: departures.duplicated,
      wrong: [...departures.wrong, ...compared.wrong],
      seconds: (performance.now() - started) / 1000,
    }
  } finally {
    progress.stop()
    await Promise.all([instances.close(), kafka.close(), elasticsearch.close()])
  }
}

/** Injects one fault after the other, each before and among new records. Returns how often each fault hit something. */
async function disturb(
  target: Target,
  faults: DisturbedRun['faults'],
  progress: Progress,
  produceShare: (from: number, to: number) => Promise<void>,
): Promise<Record<string, number>> {
  const hits: Record<string, number> = {}
  const halves = 2 * faults.length
  for (const [i, [name, inject]] of faults.entries()) {
    await produceShare((2 * i) / halves, (2 * i + 1) / halves)
    // Before the instances have joined their group, a fault can hit nothing.
    if (i === 0) await progress.until('a record is committed', () => progress.hasBegun())
    await sleep(target.roll(1_500))
    const [isHit] = await Promise.all([inject(target), produceShare((2 * i + 1) / halves, (2 * i + 2) / halves)])
    if (isHit) hits[name] = (hits[name] ?? 0) + 1
  }
  return hits
}

/** Checks that no late fact waits for correction. */
async function isSettled(bench: ServiceBench, { namespace }: Deployment): Promise<boolean> {
  const index = Object.keys(entityTypes).map((name) => entityIndex(name as EntityName, namespace))
  await bench.client.indices.refresh({ index })
  const { count } = await bench.client.count({ index, query: { exists: { field: 'late.from' } } })
  return count === 0
}

async function readBack(bench: ServiceBench, { namespace }: Deployment, { duplicated }: Differences): Promise<Outcome> {
  const stored = await bench.documents(namespace, (where) => void duplicated.push(`document ${where}`))
  const events = [...stored].map(([id, { document }]) => ({
    id,
    document,
    dataset: document.data_stream?.dataset as string,
  }))
  const { client } = bench
  const store = makeElasticsearchStore({ client, namespace })
  const history = new ElasticsearchHistory({ client, namespace, store, fields: new Map() })
  const findings = await findingsOn(events, history, product.environment)
  await client.indices.refresh({ index: `consentry-*-${namespace}` })
  return outcomeOf(events, findings, await inventoryOfElasticsearch(client, namespace))
}
