// Puts raw records into a topic: for the demo and for trying a deployment.
import type { KafkaClientOptions } from '../clients/kafka.ts'
import { bySize, KafkaProducer } from '../clients/kafka-producer.ts'

/** Sends the texts in their order. Rejects with a DependencyError when the broker does not take them. */
export async function sendRecords(options: KafkaClientOptions, topic: string, texts: readonly string[]): Promise<void> {
  const producer = new KafkaProducer(options)
  try {
    for (const group of bySize(texts, ({ length }) => length))
      await producer.send(
        topic,
        group.map((value) => ({ value })),
      )
  } finally {
    await producer.close()
  }
}
