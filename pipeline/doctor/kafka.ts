// Checks whether the topics exist, whether a service reads them, and how large the lag is.
import kafkajs, { type Admin, type GroupDescription } from 'kafkajs'
import { type Kafka, type KafkaClientOptions, makeKafka, topicsIn, withAdmin } from '../clients/kafka.ts'
import { openTopicIds } from '../clients/kafka-topic-ids.ts'
import { assignerName, factsOf, type MemberFacts } from '../source/kafka-assigner.ts'
import { type Start, startOf } from '../source/kafka-start.ts'
import { fine, type Judgment, note, trouble } from './diagnosis.ts'

/** The configured facts of the service. `environment` is undefined without a valid environment file. */
export interface OwnFacts extends Pick<MemberFacts, 'namespace'> {
  readonly environment: string | undefined
}

const { MemberAssignment } = kafkajs.AssignerProtocol

/** Looks at the topics and the consumer group. Throws a DependencyError where no broker answers. */
export async function lookAtKafka(
  { kafka, log }: KafkaClientOptions,
  own: OwnFacts,
  idsOf: (client: Kafka, topics: readonly string[]) => Promise<ReadonlyMap<string, string>> = topicIdsOf,
): Promise<Judgment[]> {
  const acls = `Read on topic ${kafka.topics.join(', ')} and Read on group ${kafka.group}`
  // A person waits for the answer.
  const client = makeKafka({ kafka, log, retries: 2, requestTimeout: 10_000 })
  return withAdmin(client, acls, async (admin) => {
    const { brokers } = await admin.describeCluster()
    const existing = await topicsIn(admin)
    const there = kafka.topics.filter((topic) => existing.has(topic))
    const ids = await idsOf(client, there)
    const [group] = (await admin.describeGroups([kafka.group])).groups as [GroupDescription]
    return [
      fine(`${brokers.length} broker${brokers.length === 1 ? '' : 's'} at ${kafka.brokers.join(', ')}`),
      ...[...kafka.topics, kafka.deadLetterTopic]
        .filter((topic) => !existing.has(topic))
        .map((topic) =>
          trouble(
            `topic ${topic} does not exist`,
            'run `consentry setup`, or fix KAFKA_TOPICS and KAFKA_DEAD_LETTER_TOPIC',
          ),
        ),
      ...(existing.has(kafka.collectStateTopic)
        ? await lookAtCollectors(admin, kafka.group)
        : [
            note(
              `topic ${kafka.collectStateTopic} of \`collect --loop\` does not exist`,
              'run `consentry setup`, or fix KAFKA_COLLECT_STATE_TOPIC',
            ),
          ]),
      ...lookAtGroup(group, own),
      ...(await Promise.all(there.map((topic) => lookAtTopic(admin, group, topic, ids.get(topic))))).flat(),
      ...(existing.has(kafka.deadLetterTopic) ? [await lookAtDeadLetters(admin, kafka.deadLetterTopic)] : []),
    ]
  })
}

async function topicIdsOf(client: Kafka, topics: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = openTopicIds(client)
  try {
    return await ids.of(topics)
  } finally {
    await ids.close()
  }
}

function lookAtGroup({ groupId, members, protocol }: GroupDescription, own: OwnFacts): Judgment[] {
  const { length } = members
  if (length === 0)
    return [
      trouble(
        `consumer group ${groupId} has no members`,
        'start `consentry run`, and check that it uses the same KAFKA_GROUP',
      ),
    ]
  if (protocol !== '' && protocol !== assignerName)
    return [
      trouble(
        `another program uses consumer group ${groupId} (assigner ${protocol})`,
        'set KAFKA_GROUP to a group that only Consentry uses',
      ),
    ]
  const facts = members.flatMap(({ memberMetadata }) => factsOf(memberMetadata) ?? [])
  const foreign = facts.filter(({ namespace }) => namespace !== own.namespace)
  const outdated = facts.filter(
    (each) => each.namespace === own.namespace && each.environment !== (own.environment ?? each.environment),
  )
  return [
    fine(`${length} instance${length === 1 ? ' reads' : 's read'} as ${groupId}`),
    ...(foreign.length > 0
      ? [
          trouble(
            `${foreign.length} of ${length} instances of ${groupId} store documents in the namespace ${[...new Set(foreign.map(({ namespace }) => namespace))].sort().join(', ')}, not in ${own.namespace}: each namespace gets only a part of the records`,
            'set a separate KAFKA_GROUP for each namespace, and run `consentry reprocess` for the affected period',
          ),
        ]
      : []),
    ...(outdated.length > 0
      ? [
          trouble(
            `${outdated.length} of ${length} instances of ${groupId} do not use the environment file of this command`,
            'set the same CONSENTRY_ENVIRONMENT for the service and for this command, and restart the service after a change to the file',
          ),
        ]
      : []),
  ]
}

/** The partitions of a topic that no member of the group reads. While the group is not stable, this is unknown. */
function unreadOf({ members, state }: GroupDescription, topic: string, partitions: readonly number[]): number[] {
  if (state !== 'Stable') return []
  const read = members.flatMap(({ memberAssignment }) => {
    const { assignment = {} } = MemberAssignment.decode(memberAssignment) ?? {}
    return Object.hasOwn(assignment, topic) ? (assignment[topic] ?? []) : []
  })
  return partitions.filter((partition) => !read.includes(partition))
}

async function lookAtCollectors(admin: Admin, group: string): Promise<Judgment[]> {
  const { groups } = await admin.listGroups()
  const collecting = groups.map(({ groupId }) => groupId).filter((id) => id.startsWith(`${group}.collect.`))
  if (collecting.length === 0) return []
  const { groups: described } = await admin.describeGroups(collecting)
  return described.map(({ groupId, members: { length } }) =>
    length === 0
      ? note(`consumer group ${groupId} has no members`, 'start `consentry collect --loop`')
      : fine(`${length} collector${length === 1 ? ' collects' : 's collect'} as ${groupId}`),
  )
}

async function lookAtTopic(
  admin: Admin,
  group: GroupDescription,
  topic: string,
  id: string | undefined,
): Promise<Judgment[]> {
  const ends = await admin.fetchTopicOffsets(topic)
  const partitions = ends.map(({ partition }) => partition)
  const unread = unreadOf(group, topic, partitions)
  const neglected = trouble(
    `topic ${topic}: no instance of ${group.groupId} reads partition ${unread.join(', ')}`,
    'check that each instance has this topic in KAFKA_TOPICS, and restart the instances after a change',
  )
  return [...(unread.length > 0 ? [neglected] : []), ...(await lookAtLag(admin, group, topic, { ends, id }))]
}

/** The partitions of a topic, and the records that no commit of the group covers. */
interface TopicState {
  readonly ends: Awaited<ReturnType<Admin['fetchTopicOffsets']>>
  readonly id: string | undefined
}

async function lookAtLag(
  admin: Admin,
  { groupId }: GroupDescription,
  topic: string,
  { ends, id }: TopicState,
): Promise<Judgment[]> {
  const [committed] = await admin.fetchOffsets({ groupId, topics: [topic] })
  const starts = ends.map((end) => ({
    end,
    start: startOf(
      committed?.partitions.find(({ partition }) => partition === end.partition),
      end,
      { id },
    ),
  }))
  const records = starts.reduce((sum, { end }) => sum + BigInt(end.high) - BigInt(end.low), 0n)
  const waiting = starts.reduce((sum, { end, start }) => sum + BigInt(end.high) - start.at, 0n)
  const gaps = starts.flatMap(({ end: { partition }, start }) => gapOf(groupId, topic, partition, start))
  if (records === 0n)
    return [
      ...gaps,
      note(`topic ${topic} contains no records`, 'check that the shipper of the audit logs writes to this topic'),
    ]
  const message = `topic ${topic}: ${records} records, ${waiting} not yet stored`
  const lag = waiting === 0n ? fine(message) : note(message, 'check that the metric `consentry_lag_records` decreases')
  return [...gaps, lag]
}

function gapOf(groupId: string, topic: string, partition: number, start: Start): Judgment[] {
  switch (start.kind) {
    case 'first':
    case 'continue':
      return []
    case 'replaced':
      return [
        trouble(
          `topic ${topic}: partition ${partition} was deleted and created again, or lost records, after the last commit of ${groupId}`,
          'check that `consentry run` is running: it reads the partition from its beginning',
        ),
      ]
    case 'removed':
      return [
        trouble(
          `topic ${topic}: partition ${partition} no longer contains ${start.at - start.from} records (offsets ${start.from} to ${start.at - 1n}) that ${groupId} has not read`,
          'increase retention.ms or retention.bytes of the topic, and collect or export the records again',
        ),
      ]
  }
}

async function lookAtDeadLetters(admin: Admin, topic: string): Promise<Judgment> {
  const ends = await admin.fetchTopicOffsets(topic)
  const letters = ends.reduce((sum, { low, high }) => sum + BigInt(high) - BigInt(low), 0n)
  return letters === 0n
    ? fine(`no dead letters in ${topic}`)
    : note(
        `${letters} dead letters in ${topic}`,
        'run `consentry dead-letters list`, then `consentry dead-letters show ID`',
      )
}
