import kafkajs, { type PartitionAssigner } from 'kafkajs'
import { expect, it } from 'vitest'
import { assignBySubscription, factsOf } from '../../../pipeline/source/kafka-assigner.ts'

const { MemberAssignment, MemberMetadata } = kafkajs.AssignerProtocol

/** Assigns the partitions of a cluster in which each topic has some partitions or causes an error. */
async function assigned(topics: Readonly<Record<string, number | Error>>, subscriptions: readonly string[][]) {
  const of = (topic: string) => Object.entries(topics).find(([name]) => name === topic)?.[1]
  const cluster = {
    addTargetTopic: async (topic: string) => {
      const found = of(topic)
      if (found instanceof Error) throw found
    },
    findTopicPartitionMetadata: (topic: string) =>
      Array.from({ length: Number(of(topic)) }, (_, partitionId) => ({ partitionId })),
  }
  const given = { cluster, groupId: 'consentry', logger: { error: () => undefined } }
  const assigner = assignBySubscription()(given as unknown as Parameters<PartitionAssigner>[0])
  const userData = Buffer.alloc(0)
  const members = subscriptions.map((list, i) => ({
    memberId: `m${i}`,
    memberMetadata: MemberMetadata.encode({ version: 0, topics: list, userData }),
  }))
  const plan = await assigner.assign({ members, topics: [] })
  return plan.map(({ memberAssignment }) => MemberAssignment.decode(memberAssignment)?.assignment)
}

const refusal = (type: string) => Object.assign(new Error(type), { type })

it('each partition has one reader among the members that subscribe to its topic', async () => {
  const plan = await assigned({ entra: 3, google: 2 }, [['entra', 'google'], ['entra']])
  expect(plan).toEqual([{ google: [0, 1], entra: [2] }, { entra: [0, 1] }])
})

it('a topic with the name of a member of every object has readers, too', async () => {
  expect(await assigned({ constructor: 2 }, [['constructor']])).toEqual([{ constructor: [0, 1] }])
  await expect(assigned({ ['__proto__']: 1 }, [['__proto__']])).resolves.toHaveLength(1)
})

it.each(['UNKNOWN_TOPIC_OR_PARTITION', 'TOPIC_AUTHORIZATION_FAILED', 'INVALID_TOPIC_EXCEPTION'])(
  'a topic of another member with the error %s does not stop the assignment of the other topics',
  async (type) => {
    expect(await assigned({ entra: 1, absent: refusal(type) }, [['entra'], ['absent']])).toEqual([{ entra: [0] }, {}])
  },
)

it('a failed connection stops the assignment, so that the members join again', async () => {
  const failure = new Error('the connection was closed')
  await expect(assigned({ entra: 1, google: failure }, [['entra'], ['google']])).rejects.toThrow(failure)
})

it('a member has its facts in its metadata, and none while the group rebalances', () => {
  const metadata = (userData: string) =>
    MemberMetadata.encode({ version: 0, topics: [], userData: Buffer.from(userData) })
  expect(factsOf(metadata('trial 1a2b'))).toEqual({ namespace: 'trial', environment: '1a2b' })
  expect([factsOf(metadata('')), factsOf(Buffer.alloc(0))]).toEqual([undefined, undefined])
})
