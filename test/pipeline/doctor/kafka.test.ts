import kafkajs, { type Admin, type GroupDescription, type PartitionAssigner } from 'kafkajs'
import pino from 'pino'
import { afterEach, expect, it, vi } from 'vitest'
import type { KafkaSettings } from '../../../pipeline/clients/kafka.ts'
import { lookAtKafka } from '../../../pipeline/doctor/kafka.ts'
import { assignBySubscription, assignerName } from '../../../pipeline/source/kafka-assigner.ts'

const { MemberAssignment } = kafkajs.AssignerProtocol

afterEach(() => vi.restoreAllMocks())

const own = { namespace: 'consentry', environment: 'digest' }

const member = (assignment: Record<string, number[]>, facts = own) => ({
  memberMetadata: assignBySubscription(facts)({} as Parameters<PartitionAssigner>[0]).protocol({ topics: ['raw'] })
    .metadata,
  memberAssignment: MemberAssignment.encode({ version: 0, assignment, userData: Buffer.alloc(0) }),
})

/** Returns the judgments on a group that reads the topic `raw`, which has two partitions of ten records each. */
async function judged(
  group: Partial<Record<keyof GroupDescription, unknown>>,
  topic = 'raw',
  { low = '0', committedId = 'id' } = {},
): Promise<string[]> {
  const described = { groupId: 'consentry', state: 'Stable', protocol: assignerName, members: [], ...group }
  const committed = [0, 1].map((partition) => ({
    partition,
    offset: '7',
    metadata: `topic-id ${committedId}`,
  }))
  const admin = {
    connect: async () => undefined,
    disconnect: async () => undefined,
    describeCluster: async () => ({ brokers: [{}] }),
    listTopics: async () => [topic],
    listGroups: async () => ({ groups: [] }),
    describeGroups: async () => ({ groups: [described] }),
    fetchTopicOffsets: async () => [0, 1].map((partition) => ({ partition, low, high: '10' })),
    fetchOffsets: async () => [{ topic, partitions: committed }],
  }
  vi.spyOn(kafkajs.Kafka.prototype, 'admin').mockReturnValue(admin as unknown as Admin)
  const kafka = {
    brokers: ['kafka:9092'],
    topics: [topic],
    group: 'consentry',
    deadLetterTopic: topic,
    collectStateTopic: topic,
  } as unknown as KafkaSettings
  const found = await lookAtKafka({ kafka, log: pino({ level: 'silent' }) }, own, async () => new Map([[topic, 'id']]))
  return found.map(({ verdict, message }) => `${verdict}: ${message}`)
}

it('doctor reports a group without members, and a group that another program uses', async () => {
  expect(await judged({ state: 'Empty', protocol: '' })).toContain('trouble: consumer group consentry has no members')
  expect(await judged({ protocol: 'RoundRobinAssigner', members: [member({ raw: [0, 1] })] })).toContain(
    'trouble: another program uses consumer group consentry (assigner RoundRobinAssigner)',
  )
})

it('doctor reports the partitions that no instance reads, and the records of the topic that are not yet stored', async () => {
  const lag = 'note: topic raw: 20 records, 6 not yet stored'
  const unread = 'trouble: topic raw: no instance of consentry reads partition 1'
  const found = await judged({ members: [member({ raw: [0] })] })
  expect(found).toEqual(expect.arrayContaining(['fine: 1 instance reads as consentry', unread, lag]))
  const whole = await judged({ members: [member({ raw: [0] }), member({ raw: [1] })] })
  expect(whole).toContain(lag)
  expect(whole).not.toContain(unread)
})

it('doctor reports records that were removed from the topic before they were read', async () => {
  const found = await judged({ members: [member({ raw: [0, 1] })] }, 'raw', { low: '9' })
  expect(found).toContain(
    'trouble: topic raw: partition 1 no longer contains 2 records (offsets 7 to 8) that consentry has not read',
  )
})

it('doctor reports a topic that was deleted and created again, and counts all its records as not yet stored', async () => {
  const found = await judged({ members: [member({ raw: [0, 1] })] }, 'raw', { committedId: 'other' })
  expect(found).toContain(
    'trouble: topic raw: partition 1 was deleted and created again, or lost records, after the last commit of consentry',
  )
  expect(found).toContain('note: topic raw: 20 records, 20 not yet stored')
})

it('doctor reports no unread partition while the members of the group join', async () => {
  const found = await judged({ state: 'PreparingRebalance', members: [member({})] })
  expect(found.filter((line) => line.includes('no instance'))).toEqual([])
})

it('doctor reports the partitions of a topic whose name kafkajs cannot keep as unread', async () => {
  expect(await judged({ members: [member({ ['__proto__']: [0, 1] })] }, '__proto__')).toContain(
    'trouble: topic __proto__: no instance of consentry reads partition 0, 1',
  )
})

it('doctor reports an instance that stores the records of the group in another namespace or uses a different environment file', async () => {
  const members = [
    member({ raw: [0] }, { ...own, namespace: 'trial' }),
    member({ raw: [1] }, { ...own, environment: 'old' }),
  ]
  const found = await judged({ members })
  expect(found.filter((line) => line.startsWith('trouble'))).toEqual([
    'trouble: 1 of 2 instances of consentry store documents in the namespace trial, not in consentry: each namespace gets only a part of the records',
    'trouble: 1 of 2 instances of consentry do not use the environment file of this command',
  ])
})
