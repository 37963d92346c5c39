// The only writer of cursors to the state topic. Each lane has a transactional ID: the broker refuses everyone who
// opened it earlier. A collector that lost its lane unnoticed therefore cannot replace newer cursors.
import type { Producer } from 'kafkajs'
import { type KafkaClientOptions, toDependencyError } from '../../clients/kafka.ts'
import { makeProducer } from '../../clients/kafka-producer.ts'

export class StateWriter {
  readonly #producer: Producer
  readonly #topic: string
  readonly #acls: string

  private constructor(producer: Producer, topic: string, acls: string) {
    this.#producer = producer
    this.#topic = topic
    this.#acls = acls
  }

  /** Fences all earlier writers with this ID, and ends their open transactions. */
  static async open(options: KafkaClientOptions, transactionalId: string): Promise<StateWriter> {
    const { collectStateTopic } = options.kafka
    const acls = `Write on topic ${collectStateTopic} and Write on transactional ID ${transactionalId}`
    const producer = makeProducer(options, { transactionalId, transactionTimeout: 30_000 })
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
