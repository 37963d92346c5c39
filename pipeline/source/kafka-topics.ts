// Checks for topics that a consumer only writes to: Kafka reports a missing topic only at the first write.
import { type Kafka, topicsIn, withAdmin } from '../clients/kafka.ts'
import { DependencyError } from '../errors/dependency-error.ts'

export async function checkTopics(client: Kafka, needed: readonly string[]): Promise<void> {
  if (needed.length === 0) return
  const existing = await withAdmin(client, `Describe on topic ${needed.join(', ')}`, topicsIn)
  const missing = needed.filter((topic) => !existing.has(topic))
  if (missing.length === 0) return
  const message = `topic ${missing.join(', ')} does not exist, or this user may not write to it; run \`consentry setup\`, or fix KAFKA_DEAD_LETTER_TOPIC`
  throw new DependencyError('kafka_topic_missing', message)
}
