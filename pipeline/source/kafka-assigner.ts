// Assigns partitions to the members of a consumer group by the topics of each member. The assigner of kafkajs
// assigns the topics of the leader to all members, so a group with two lists of topics would leave partitions unread.
import kafkajs, { type KafkaJSProtocolError, type PartitionAssigner } from 'kafkajs'

const { MemberAssignment, MemberMetadata } = kafkajs.AssignerProtocol

/** Clients with another assigner cannot join the group, so no member depends on the topics of another program. */
export const assignerName = 'ConsentryBySubscription'

/** The facts about an instance that all other instances and `doctor` can read. */
export interface MemberFacts {
  /** The namespace in which the instance stores documents. */
  readonly namespace: string
  /** The digest of the environment that the instance has read. */
  readonly environment: string
}

/** Returns the facts of a member; undefined for reprocessing and collectors, which have no facts. */
export function factsOf(metadata: Buffer): MemberFacts | undefined {
  // While the group rebalances, the broker returns empty metadata.
  const text = metadata.length === 0 ? '' : (MemberMetadata.decode(metadata)?.userData?.toString() ?? '')
  const [namespace = '', environment = ''] = text.split(' ')
  return namespace === '' ? undefined : { namespace, environment }
}

interface Member {
  readonly memberId: string
  readonly topics: ReadonlySet<string>
  readonly assigned: Record<string, number[]>
  count: number
}

/** Errors about one topic, which another attempt does not repair: the other topics are assigned without it. */
const unreadable: ReadonlySet<string> = new Set([
  'UNKNOWN_TOPIC_OR_PARTITION',
  'TOPIC_AUTHORIZATION_FAILED',
  'INVALID_TOPIC_EXCEPTION',
])

/** Gives each partition to the member with the fewest partitions among the members that subscribe to its topic. */
export const assignBySubscription =
  (facts?: MemberFacts): PartitionAssigner =>
  ({ cluster, groupId, logger }) => {
    const partitionsOf = async (topic: string): Promise<number[]> => {
      try {
        await cluster.addTargetTopic(topic)
        return cluster.findTopicPartitionMetadata(topic).map(({ partitionId }) => partitionId)
      } catch (error) {
        if (!unreadable.has((error as Partial<KafkaJSProtocolError>).type ?? '')) throw error
        // kafkajs found the leader's own topics before it joined the group, so this is a topic of another member.
        logger.error('a topic of another member of the group cannot be assigned', {
          groupId,
          topic,
          error: String(error),
        })
        return []
      }
    }
    return {
      name: assignerName,
      version: 0,
      async assign({ members: joined }) {
        const namespaces = new Set(joined.flatMap(({ memberMetadata }) => factsOf(memberMetadata)?.namespace ?? []))
        if (namespaces.size > 1)
          logger.error(
            `the instances of the group store documents in different namespaces (${[...namespaces].sort().join(', ')}): each gets only a part of the records; set a separate KAFKA_GROUP for each namespace`,
            { groupId },
          )
        const members = joined
          .map(({ memberId, memberMetadata }): Member => {
            const topics = new Set(MemberMetadata.decode(memberMetadata)?.topics)
            return { memberId, topics, assigned: Object.create(null), count: 0 }
          })
          .sort((a, b) => (a.memberId < b.memberId ? -1 : 1))
        const topics = [...new Set(members.flatMap((member) => [...member.topics]))].sort().map((topic) => ({
          topic,
          readers: members.filter((member) => member.topics.has(topic)),
        }))
        // A topic with few readers has the fewest choices, so its partitions are assigned first.
        for (const { topic, readers } of topics.sort((a, b) => a.readers.length - b.readers.length)) {
          for (const partition of await partitionsOf(topic)) {
            const reader = readers.reduce((least, each) => (each.count < least.count ? each : least))
            reader.assigned[topic] = [...(reader.assigned[topic] ?? []), partition]
            reader.count++
          }
        }
        return members.map(({ memberId, assigned: assignment }) => ({
          memberId,
          memberAssignment: MemberAssignment.encode({ version: 0, assignment, userData: Buffer.alloc(0) }),
        }))
      },
      protocol: ({ topics }) => ({
        name: assignerName,
        metadata: MemberMetadata.encode({
          version: 0,
          topics,
          userData: Buffer.from(facts === undefined ? '' : `${facts.namespace} ${facts.environment}`),
        }),
      }),
    }
  }
