// Checks for topics that a consumer only writes to: Kafka reports a missing topic only at the first write.
import type { Kafka } from '../clients/kafka.ts'
import { DependencyError } from '../errors/dependency-error.ts'

export async function checkTopics(client: Kafka, needed: readonly string[]): Promise<void> {
  if (needed.length === 0) return
  const admin = client.admin()
  try {
    await admin.connect()
    const existing = new Set(await admin.listTopics())
    const missing = needed.filter((topic) => !existing.has(topic))
    if (missing.length === 0) return
    const message = `topic ${missing.join(', ')} does not exist, or this user may not write to it; run \`consentry setup\`, or fix KAFKA_DEAD_LETTER_TOPIC`
    throw new DependencyError('kafka_topic_missing', message)
  } finally {
    await admin.disconnect().catch(() => undefined)
  }
}
