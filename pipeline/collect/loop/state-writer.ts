// Writes cursors into the state topic, as the only one. The transactional ID belongs to a lane: the broker refuses the writes of
// everybody who opened it before, so a collector that lost its lane and does not know it cannot replace newer cursors.
import kafkajs, { type Producer } from 'kafkajs'
import { type KafkaClientOptions, makeKafka, toDependencyError } from '../../clients/kafka.ts'

const { Partitioners } = kafkajs

export class StateWriter {
  readonly #producer: Producer
  readonly #topic: string

  readonly #acls: string

  private constructor(producer: Producer, topic: string, acls: string) {
    this.#producer = producer
    this.#topic = topic
    this.#acls = acls
  }

  /** Excludes all earlier writers with this ID, and ends what they left open. */
  static async open(options: KafkaClientOptions, transactionalId: string): Promise<StateWriter> {
    const { collectStateTopic } = options.kafka
    const acls = `Write on topic ${collectStateTopic} and Write on transactional ID ${transactionalId}`
    const producer = makeKafka(options).producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      idempotent: true,
      maxInFlightRequests: 1,
      transactionalId,
      transactionTimeout: 30_000,
    })
    try {
      await producer.connect()
      await (await producer.transaction()).abort()
      return new StateWriter(producer, collectStateTopic, acls)
    } catch (error) {
      await producer.disconnect().catch(() => undefined)
      throw toDependencyError(error, acls)
    }
  }

  async write(partition: number, key: string, value: string): Promise<void> {
    try {
      const transaction = await this.#producer.transaction()
      try {
        await transaction.send({ topic: this.#topic, acks: -1, messages: [{ partition, key, value }] })
        await transaction.commit()
      } catch (error) {
        if (transaction.isActive()) await transaction.abort().catch(() => undefined)
        throw error
      }
    } catch (error) {
      throw toDependencyError(error, this.#acls)
    }
  }

  async close(): Promise<void> {
    await this.#producer.disconnect().catch(() => undefined)
  }
}
