// The topics of the service: made where they are absent, left as they are where they exist.
import { type KafkaClientOptions, makeKafka, toDependencyError } from '../clients/kafka.ts'

export interface KafkaSetupChange {
  readonly kind: 'topic'
  readonly name: string
  readonly change: 'created' | 'unchanged'
}

export interface KafkaSetupOptions extends KafkaClientOptions {
  /** Reports the changes without making them. */
  readonly dryRun: boolean
}

/** Most dead letters are kept for as long as a team may be away. */
const deadLetterRetentionMs = 30 * 24 * 3600 * 1000

export async function setupKafka(options: KafkaSetupOptions): Promise<KafkaSetupChange[]> {
  const { kafka, dryRun } = options
  const admin = makeKafka(options).admin()
  try {
    await admin.connect()
    const existing = new Set(await admin.listTopics())
    const names = [...new Set([...kafka.topics, kafka.deadLetterTopic])]
    const absent = names.filter((name) => !existing.has(name))
    if (!dryRun && absent.length > 0) {
      const { brokers } = await admin.describeCluster()
      const replicationFactor = kafka.replication === 0 ? Math.min(3, brokers.length) : kafka.replication
      await admin.createTopics({
        waitForLeaders: true,
        topics: absent.map((topic) => ({
          topic,
          replicationFactor,
          numPartitions: topic === kafka.deadLetterTopic ? 1 : kafka.partitions,
          configEntries:
            topic === kafka.deadLetterTopic
              ? [
                  { name: 'retention.ms', value: String(deadLetterRetentionMs) },
                  // A letter holds the raw value as a JSON string, which is longer than the value was.
                  { name: 'max.message.bytes', value: String(8 * 1024 * 1024) },
                ]
              : [],
        })),
      })
    }
    return names.map((name) => ({ kind: 'topic', name, change: absent.includes(name) ? 'created' : 'unchanged' }))
  } catch (error) {
    throw toDependencyError(error)
  } finally {
    await admin.disconnect().catch(() => undefined)
  }
}
