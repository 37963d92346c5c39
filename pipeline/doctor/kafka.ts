// Checks whether the topics exist, whether a service reads them, and how large the lag is.
import type { Admin } from 'kafkajs'
import { type KafkaClientOptions, makeKafka, toDependencyError } from '../clients/kafka.ts'
import { fine, type Judgment, note, trouble } from './diagnosis.ts'

/** Looks at the topics and the consumer group. Throws a DependencyError where no broker answers. */
export async function lookAtKafka({ kafka, log }: KafkaClientOptions): Promise<Judgment[]> {
  const admin = makeKafka({ kafka, log }).admin()
  try {
    await admin.connect()
    const { brokers } = await admin.describeCluster()
    const existing = new Set(await admin.listTopics())
    const there = kafka.topics.filter((topic) => existing.has(topic))
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
      ...(await lookAtGroup(admin, kafka.group)),
      ...(await Promise.all(there.map((topic) => lookAtTopic(admin, kafka.group, topic)))),
      ...(existing.has(kafka.deadLetterTopic) ? [await lookAtDeadLetters(admin, kafka.deadLetterTopic)] : []),
    ]
  } catch (error) {
    throw toDependencyError(error, `Read on topic ${kafka.topics.join(', ')} and Read on group ${kafka.group}`)
  } finally {
    await admin.disconnect().catch(() => undefined)
  }
}

async function lookAtGroup(admin: Admin, group: string): Promise<Judgment[]> {
  const { groups } = await admin.describeGroups([group])
  const members = groups[0]?.members.length ?? 0
  return members === 0
    ? [
        trouble(
          `consumer group ${group} has no members`,
          'start `consentry run`, and check that it uses the same KAFKA_GROUP',
        ),
      ]
    : [fine(`${members} instance${members === 1 ? ' reads' : 's read'} as ${group}`)]
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

async function lookAtTopic(admin: Admin, group: string, topic: string): Promise<Judgment> {
  const ends = await admin.fetchTopicOffsets(topic)
  const [committed] = await admin.fetchOffsets({ groupId: group, topics: [topic] })
  let records = 0n
  let waiting = 0n
  for (const { partition, low, high } of ends) {
    const offset = committed?.partitions.find((each) => each.partition === partition)?.offset ?? '-1'
    const [first, end, next] = [BigInt(low), BigInt(high), BigInt(offset)]
    records += end - first
    waiting += end - (next < first ? first : next)
  }
  if (records === 0n)
    return note(`topic ${topic} contains no records`, 'check that the shipper of the audit logs writes to this topic')
  const message = `topic ${topic}: ${records} records, ${waiting} not yet stored`
  return waiting === 0n ? fine(message) : note(message, 'check that the metric `consentry_lag_records` decreases')
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
