// Topics, producers and consumers of the Kafka tests. All names are random, and everything that was created is deleted.
import { randomUUID } from 'node:crypto'
import kafkajs, { type Admin, type FetchOffsetsPartition, type Message } from 'kafkajs'
import { afterAll, beforeAll, vi } from 'vitest'
import { makeKafka } from '../../../pipeline/clients/kafka.ts'
import type { Config } from '../../../pipeline/config/config.ts'
import { makeKafkaSource } from '../../../pipeline/source/kafka.ts'
import type { SourceBatch } from '../../../pipeline/source/source.ts'
import { makeTelemetry, type Telemetry } from '../../../pipeline/telemetry/telemetry.ts'
import { configOf } from '../../support/config-of.ts'
import type { Endpoint } from '../../support/endpoints.ts'

/** The result of a reader: the values in order of arrival, and the position at which it stopped. */
export interface Reader {
  readonly texts: string[]
  readonly source: ReturnType<typeof makeKafkaSource>
  readonly telemetry: Telemetry
  /** Settles when the source ends. */
  readonly running: Promise<void>
  stop(): Promise<void>
}

/** Opens a bench for the duration of the tests of a suite. Without an endpoint, none of the tests runs. */
export function openKafkaBench(endpoint: Endpoint | undefined, env: Record<string, string> = {}): KafkaBench {
  const bench = new KafkaBench({ ...env, KAFKA_BROKERS: endpoint?.address ?? 'missing:1' })
  beforeAll(() => bench.admin.connect())
  afterAll(async () => {
    await bench.close()
    await endpoint?.stop()
  })
  return bench
}

export class KafkaBench {
  readonly config: Config
  readonly telemetry = makeTelemetry({ level: process.env.LOG_LEVEL ?? 'silent' })
  readonly topics: string[] = []
  readonly groups: string[] = []
  readonly admin: Admin
  private readonly readers: Reader[] = []
  private readonly client

  constructor(env: Record<string, string>) {
    this.config = configOf(env)
    this.client = makeKafka({ kafka: this.config.kafka, log: this.telemetry.log })
    this.admin = this.client.admin()
  }

  async topic(partitions = 1, configEntries: { name: string; value: string }[] = []): Promise<string> {
    const topic = `test-${randomUUID()}`
    this.topics.push(topic)
    await this.admin.createTopics({
      waitForLeaders: true,
      topics: [{ topic, numPartitions: partitions, replicationFactor: 1, configEntries }],
    })
    return topic
  }

  /** Deletes the topic, and creates another topic with its name. */
  async recreate(topic: string): Promise<void> {
    await this.admin.deleteTopics({ topics: [topic] })
    const create = () => this.admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 1 }] })
    await vi.waitFor(create, waiting)
  }

  group(): string {
    const group = `test-${randomUUID()}`
    this.groups.push(group)
    return group
  }

  async produce(
    topic: string,
    messages: readonly (string | null | Message)[],
    compression = kafkajs.CompressionTypes.None,
  ): Promise<void> {
    // A slow broker may receive a request twice. An idempotent producer still writes each record once.
    const producer = this.client.producer({
      idempotent: true,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    })
    await producer.connect()
    const full = messages.map((m) => (m === null || typeof m === 'string' ? { key: 'k', value: m } : m))
    await producer.send({ topic, messages: full, compression })
    await producer.disconnect()
  }

  /** Writes two batches in a transaction, which is committed or aborted. Each transaction leaves a control record. */
  async transact(topic: string, values: readonly string[], end: 'commit' | 'abort'): Promise<void> {
    const producer = this.client.producer({
      transactionalId: randomUUID(),
      maxInFlightRequests: 1,
      idempotent: true,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    })
    await producer.connect()
    const transaction = await producer.transaction()
    await transaction.send({ topic, messages: values.map((value) => ({ value })) })
    await transaction[end]()
    await producer.disconnect()
  }

  read(
    topics: readonly string[],
    group: string,
    handle: (batch: SourceBatch) => Promise<void> = async () => undefined,
    overrides: { kafka?: Partial<Config['kafka']>; batch?: Partial<Config['batch']> } = {},
  ): Reader {
    const telemetry = makeTelemetry({ level: process.env.LOG_LEVEL ?? 'silent' })
    const source = makeKafkaSource({
      kafka: { ...this.config.kafka, topics, group, sessionSeconds: 6, ...overrides.kafka },
      batch: { ...this.config.batch, ...overrides.batch },
      telemetry,
      measureSeconds: 0.3,
    })
    const texts: string[] = []
    const running = source.run(async (batch) => {
      await handle(batch)
      for (const { buffer } of batch.values) texts.push(buffer.toString())
    })
    running.catch(() => undefined)
    const reader = { texts, source, telemetry, running, stop: () => source.stop(5) }
    this.readers.push(reader)
    return reader
  }

  async committed(group: string, topic: string): Promise<string[]> {
    const [answer] = await this.admin.fetchOffsets({ groupId: group, topics: [topic] })
    const partitions = [...(answer?.partitions ?? [])].sort((a, b) => a.partition - b.partition)
    return partitions.map(({ offset }) => offset)
  }

  /** Commits with metadata, which the function of the admin client does not write. */
  async commit(groupId: string, topic: string, partitions: readonly FetchOffsetsPartition[]): Promise<void> {
    const consumer = this.client.consumer({ groupId })
    await consumer.connect()
    await consumer.subscribe({ topics: [topic] })
    const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve))
    await consumer.run({ autoCommit: false, eachMessage: async () => undefined })
    await joined
    await consumer.commitOffsets(partitions.map((each) => ({ topic, ...each })))
    await consumer.disconnect()
  }

  async close(): Promise<void> {
    await Promise.all(this.readers.map((reader) => reader.stop()))
    if (this.topics.length > 0) await this.admin.deleteTopics({ topics: this.topics }).catch(() => undefined)
    if (this.groups.length > 0) await this.admin.deleteGroups(this.groups).catch(() => undefined)
    await this.admin.disconnect()
  }
}

/** Ten minutes: a slow machine is not a failure. */
export const waiting = { timeout: 600_000, interval: 50 }

/** Waits until the condition is true. Throws after ten minutes. */
export const until = (what: () => boolean | Promise<boolean>) => vi.waitUntil(what, waiting)
