// The topics of the service. Missing topics are created; existing topics stay unchanged.
import { type KafkaClientOptions, type KafkaSettings, makeKafka, topicsIn, withAdmin } from '../clients/kafka.ts'
import type { SetupChange } from './elasticsearch.ts'

export interface KafkaSetupOptions extends KafkaClientOptions {
  readonly dryRun: boolean
}

/** One partition for each lane that `collect --loop` reads, and a reserve. */
const statePartitions = 8
/** Dead letters are kept for as long as a team may be away. */
const deadLetterRetentionMs = 30 * 24 * 3600 * 1000

function topicsOf({ topics, deadLetterTopic, collectStateTopic, partitions }: KafkaSettings) {
  return [
    ...[...new Set(topics)].map((topic) => ({ topic, numPartitions: partitions, configEntries: [] })),
    {
      topic: deadLetterTopic,
      numPartitions: 1,
      configEntries: [
        { name: 'retention.ms', value: String(deadLetterRetentionMs) },
        // A letter contains the raw value as a JSON string, which is longer than the value.
        { name: 'max.message.bytes', value: String(8 * 1024 * 1024) },
      ],
    },
    {
      topic: collectStateTopic,
      numPartitions: statePartitions,
      configEntries: [{ name: 'cleanup.policy', value: 'compact' }],
    },
  ]
}

export async function setupKafka(options: KafkaSetupOptions): Promise<SetupChange[]> {
  const { kafka, dryRun } = options
  const wanted = topicsOf(kafka)
  const names = wanted.map(({ topic }) => topic).join(', ')
  return withAdmin(makeKafka(options), `Create on topic ${names} and Describe on topic ${names}`, async (admin) => {
    const existing = await topicsIn(admin)
    const absent = wanted.filter(({ topic }) => !existing.has(topic))
    if (!dryRun && absent.length > 0) {
      const { brokers } = await admin.describeCluster()
      const replicationFactor = kafka.replication === 0 ? Math.min(3, brokers.length) : kafka.replication
      await admin.createTopics({
        waitForLeaders: true,
        topics: absent.map((topic) => ({ ...topic, replicationFactor })),
      })
    }
    return wanted.map((topic) => ({
      kind: 'topic',
      name: topic.topic,
      change: absent.includes(topic) ? 'created' : 'unchanged',
    }))
  })
}
