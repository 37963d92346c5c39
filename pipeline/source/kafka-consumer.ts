// A KafkaJS consumer with our settings.
import type { Consumer } from 'kafkajs'
import type { Kafka } from '../clients/kafka.ts'
import type { Config } from '../config/settings.ts'
import { assignBySubscription, type MemberFacts } from './kafka-assigner.ts'

/** The heartbeat interval in milliseconds. */
export function heartbeatOf({ sessionSeconds }: Config['kafka']): number {
  return Math.min(3000, (sessionSeconds * 1000) / 6)
}

export function makeConsumer(client: Kafka, settings: Config['kafka'], facts?: MemberFacts): Consumer {
  return client.consumer({
    groupId: settings.group,
    partitionAssigners: [assignBySubscription(facts)],
    sessionTimeout: settings.sessionSeconds * 1000,
    rebalanceTimeout: 60_000,
    heartbeatInterval: heartbeatOf(settings),
    maxBytes: settings.fetchBytes,
    maxBytesPerPartition: settings.fetchPartitionBytes,
    // Also the maximum time that a shutdown waits for the fetch in progress.
    maxWaitTimeInMs: 500,
    allowAutoTopicCreation: false,
    // The longest delay before the consumer reads a new partition.
    metadataMaxAge: 60_000,
    retry: { restartOnFailure: async () => false },
  })
}
