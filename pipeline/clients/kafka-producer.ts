// A Kafka producer. A send is complete only when all replicas have the messages.
import kafkajs, { type Message, type Producer, type ProducerConfig } from 'kafkajs'
import { type KafkaClientOptions, makeKafka, toDependencyError } from './kafka.ts'

const { CompressionTypes, Partitioners } = kafkajs

/** Below the 1 MB that brokers take by default, also before compression. */
const requestBytes = 900_000

/** Creates a producer that writes each message once, in order. */
export function makeProducer(options: KafkaClientOptions, more: ProducerConfig = {}): Producer {
  return makeKafka(options).producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    allowAutoTopicCreation: false,
    idempotent: true,
    maxInFlightRequests: 1,
    ...more,
  })
}

export function* bySize<T>(items: readonly T[], sizeOf: (item: T) => number): Generator<T[]> {
  let group: T[] = []
  let bytes = 0
  for (const item of items) {
    const size = sizeOf(item)
    if (group.length > 0 && bytes + size > requestBytes) {
      yield group
      group = []
      bytes = 0
    }
    group.push(item)
    bytes += size
  }
  if (group.length > 0) yield group
}

export function isTooLarge(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { type } = at as { type?: unknown }
    if (type === 'MESSAGE_TOO_LARGE' || type === 'RECORD_LIST_TOO_LARGE') return true
  }
  return false
}

export class KafkaProducer {
  readonly #options: KafkaClientOptions
  #producer: Promise<Producer> | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: KafkaClientOptions) {
    this.#options = options
  }

  /**
   * Sends the messages in one request, and resolves when all replicas have them. Rejects with a DependencyError. Only
   * one send may run at a time: kafkajs gives the sequence numbers of an unanswered request to the next one. A broker
   * that stored the first drops the second as a duplicate (https://github.com/tulios/kafkajs/issues/1005).
   */
  send(topic: string, messages: Message[]): Promise<void> {
    const sent = this.#last.then(() => this.#send(topic, messages))
    this.#last = sent.catch(() => undefined)
    return sent
  }

  async #send(topic: string, messages: Message[]): Promise<void> {
    this.#producer ??= this.#connect()
    try {
      await (await this.#producer).send({ topic, acks: -1, compression: CompressionTypes.GZIP, messages })
    } catch (error) {
      // A producer that failed may have lost count of its sequence numbers: the next attempt gets a new one.
      await this.close()
      throw toDependencyError(error, `Write on topic ${topic}`)
    }
  }

  async close(): Promise<void> {
    const producer = await this.#producer?.catch(() => undefined)
    this.#producer = undefined
    await producer?.disconnect().catch(() => undefined)
  }

  async #connect(): Promise<Producer> {
    const producer = makeProducer(this.#options)
    await producer.connect()
    return producer
  }
}
