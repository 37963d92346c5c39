import { setTimeout as sleep } from 'node:timers/promises'
import { makeKafka } from '../../pipeline/clients/kafka.ts'
import { keepBatchesClosed } from '../../pipeline/source/kafka-fetch.ts'
import type { Deployment, ServiceBench } from '../integration/service/service-bench.ts'
import type { ElasticsearchProxy, RequestFault } from './elasticsearch-proxy.ts'
import type { Instances } from './instances.ts'
import type { KafkaProxy } from './kafka-proxy.ts'

export interface Target {
  readonly bench: ServiceBench
  readonly deployment: Deployment
  readonly group: string
  readonly instances: Instances
  readonly kafka: KafkaProxy
  readonly elasticsearch: ElasticsearchProxy
  readonly roll: (below: number) => number
}

/** Resolves when the fault is over; resolves to false if the fault could hit nothing. */
export type Inject = (target: Target) => Promise<boolean>

/** The session timeout of the instances: the shortest session that Kafka allows by default. */
export const sessionSeconds = 6
const pastTheSession = (sessionSeconds + 2) * 1000
const hour = 3_600_000
/** How long a fault waits for a request that it can break, in milliseconds. */
const patience = 8_000

const hit = (done: Promise<unknown>): Promise<boolean> => done.then(() => true)
const inBulk = (fault: RequestFault, times = 1): Inject => {
  return ({ elasticsearch }) => elasticsearch.breakBulk(fault, times, patience)
}

export const faults: Readonly<Record<string, Inject>> = {
  'instance killed': async ({ instances, roll }) => {
    instances.kill(roll(2))
    return true
  },
  'both instances killed': async ({ instances }) => {
    for (const i of [0, 1]) instances.kill(i)
    return true
  },
  'instance paused past its session': ({ instances, roll }) => hit(instances.pause(roll(2), pastTheSession)),
  'rebalance storm': (target) => hit(storm(target)),
  'clock put forward': ({ instances, roll }) => hit(instances.skew(roll(2), (1 + roll(12)) * hour, 4_000)),
  'clock put back': ({ instances, roll }) => hit(instances.skew(roll(2), -(1 + roll(12)) * hour, 4_000)),
  'broker unreachable': ({ kafka, roll }) => hit(kafka.traffic.refuse(1_000 + roll(5_000))),
  'broker hangs past the session': ({ kafka }) => hit(kafka.traffic.hold(pastTheSession)),
  'broker slow': ({ kafka, roll }) => hit(kafka.traffic.slow(6_000, 100 + roll(300))),
  'broker resets connections': async ({ kafka }) => {
    kafka.traffic.reset()
    return true
  },
  'half a fetched batch': ({ kafka }) => kafka.breakAnswer('fetch', 'half', patience),
  'answer to a commit lost': ({ kafka }) => kafka.breakAnswer('commit', 'lost', patience),
  'Elasticsearch unreachable': ({ elasticsearch, roll }) => hit(elasticsearch.traffic.refuse(1_000 + roll(5_000))),
  'Elasticsearch hangs': ({ elasticsearch }) => hit(elasticsearch.traffic.hold(pastTheSession)),
  'Elasticsearch slow': ({ elasticsearch, roll }) => hit(elasticsearch.traffic.slow(6_000, 200 + roll(800))),
  'reset in mid-bulk': inBulk('half a request'),
  'half a response': inBulk('half a response'),
  'response lost after the write': inBulk('response lost'),
  'items refused with 429': inBulk('items refused', 3),
  'request refused with 429': inBulk({ status: 429 }, 3),
  'request refused with 502': inBulk({ status: 502 }, 2),
  'request refused with 503': inBulk({ status: 503 }, 3),
  'request refused with 413': inBulk({ status: 413 }),
  rollover: rollOver,
}

/** Lets members join the group and leave it again. Kafka reassigns all partitions each time. */
async function storm({ bench, deployment, group }: Target): Promise<void> {
  const { kafka } = bench.kafka.config
  // If kafkajs decoded one batch itself, this process could no longer read dead letters.
  keepBatchesClosed()
  for (let i = 0; i < 4; i++) {
    const member = makeKafka({ kafka, log: bench.kafka.telemetry.log }).consumer({ groupId: group })
    try {
      await member.connect()
      await member.subscribe({ topic: deployment.topic })
      await member.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: async () => undefined })
      await sleep(1_000)
    } finally {
      await member.disconnect()
    }
  }
}

async function rollOver({ bench, deployment }: Target): Promise<boolean> {
  const { indices } = bench.client
  const { data_streams } = await indices.getDataStream({ name: `logs-*-${deployment.namespace}` })
  for (const { name } of data_streams) await indices.rollover({ alias: name })
  return data_streams.length > 0
}
