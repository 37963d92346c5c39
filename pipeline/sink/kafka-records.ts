// Puts raw records into a topic: for the demo and for trying a deployment.
import kafkajs from 'kafkajs'
import { type KafkaClientOptions, makeKafka, toDependencyError } from '../clients/kafka.ts'

const { Partitioners } = kafkajs

const batchSize = 500

/** Sends the texts in their order. Rejects with a DependencyError when the broker does not take them. */
export async function sendRecords(options: KafkaClientOptions, topic: string, texts: readonly string[]): Promise<void> {
  const producer = makeKafka(options).producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    allowAutoTopicCreation: false,
  })
  try {
    await producer.connect()
    for (let i = 0; i < texts.length; i += batchSize) {
      await producer.send({ topic, messages: texts.slice(i, i + batchSize).map((value) => ({ value })) })
    }
  } catch (error) {
    throw toDependencyError(error)
  } finally {
    await producer.disconnect().catch(() => undefined)
  }
}
