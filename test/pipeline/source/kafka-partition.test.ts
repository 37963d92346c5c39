import type { EachBatchPayload, KafkaMessage, Offsets } from 'kafkajs'
import { beforeEach, expect, test } from 'vitest'
import { splitBatches } from '../../../pipeline/framing/record-batch/record-batch.ts'
import { Membership } from '../../../pipeline/source/kafka-membership.ts'
import { Overload } from '../../../pipeline/source/kafka-overload.ts'
import { consumePartition, type PartitionOptions } from '../../../pipeline/source/kafka-partition.ts'
import { Positions } from '../../../pipeline/source/kafka-positions.ts'
import type { BatchHandler } from '../../../pipeline/source/source.ts'
import { makeMetrics, makeTelemetry } from '../../../pipeline/telemetry/telemetry.ts'
import { encodeBatch } from '../../support/record-batch.ts'

const rebalance = Object.assign(new Error('rebalancing'), { type: 'REBALANCE_IN_PROGRESS' })

let happened: string[]
let failures: unknown[]
let positions: Positions
let giveUp: AbortController
let membership: Membership

beforeEach(() => {
  happened = []
  failures = []
  giveUp = new AbortController()
  const { metrics } = makeTelemetry({ level: 'silent' })
  positions = new Positions({ metrics, now: () => 0 })
  positions.assign({ t: [0] })
  membership = new Membership({ sessionMs: 60_000, now: () => performance.now() })
})

function consume(
  values: string[],
  handler: BatchHandler,
  world: Partial<EachBatchPayload> = {},
  fetchedAt = performance.now(),
): Promise<void> {
  const recordBatch = [...splitBatches(encodeBatch(values))][0]
  const payload = {
    batch: {
      topic: 't',
      partition: 0,
      messages: [{ recordBatch, fetchedAt } as unknown as KafkaMessage],
      lastOffset: () => `${values.length - 1}`,
    },
    isRunning: () => true,
    isStale: () => false,
    heartbeat: async () => void happened.push('heartbeat'),
    resolveOffset: (offset: string) => happened.push(`resolve ${offset}`),
    commitOffsetsIfNecessary: async (offsets: Offsets) => {
      happened.push(`commit ${offsets.topics[0]?.partitions[0]?.offset}`)
    },
    ...world,
  } as EachBatchPayload
  const options: PartitionOptions = {
    handler,
    limits: { records: 1, bytes: 1000, expandedBytes: 1000 },
    heartbeatMs: 10,
    positions,
    membership,
    overload: new Overload({ metrics: makeMetrics(), pause: () => 0, resume: () => undefined }),
    telemetry: makeTelemetry({ level: 'silent' }),
    giveUp: giveUp.signal,
    onFailure: (error) => failures.push(error),
  }
  return consumePartition(payload, options)
}

/** A store that takes as many milliseconds as the value, or fails at `x`. */
const store: BatchHandler = async ({ values }) => {
  const text = values[0]?.buffer.toString() ?? ''
  await new Promise((resolve) => setTimeout(resolve, Number(text) || 1))
  if (text === 'x') throw new Error('refused')
  happened.push(`stored ${text}`)
}

test('the records of a partition are resolved in order, regardless of the order of storage, and then committed', async () => {
  const after = new Map([
    ['a', 'stored b'],
    ['c', 'resolve 1'],
  ])
  await consume(['a', 'b', 'c'], async ({ values }) => {
    const text = values[0]?.buffer.toString() ?? ''
    const earlier = after.get(text)
    while (earlier !== undefined && !happened.includes(earlier)) await new Promise(setImmediate)
    happened.push(`stored ${text}`)
  })
  expect(happened.filter((each) => each !== 'heartbeat')).toEqual([
    ...['stored b', 'stored a', 'resolve 0', 'resolve 1', 'stored c', 'resolve 2', 'commit 3'],
  ])
})

test('the records of a partition after a failed record are neither resolved nor committed', async () => {
  await consume(['1', 'x', '2', '1'], store)
  expect(happened).toContain('stored 2')
  expect(happened.filter((each) => /resolve|commit/.test(each))).toEqual(['resolve 0', 'commit 1'])
  expect(failures).toHaveLength(1)
})

test('the storage of the records of a partition sends heartbeats', async () => {
  const heartbeats = () => happened.filter((each) => each === 'heartbeat').length
  // Not a time: a slow machine fires an interval late.
  await consume(['1'], async () => {
    while (heartbeats() < 3) await new Promise((resolve) => setTimeout(resolve, 1))
  })
  expect(heartbeats()).toBeGreaterThan(2)
})

test('the records in process during a rebalance are finished and committed, and the partition accepts no more records', async () => {
  const heartbeat = () => Promise.reject(rebalance)
  await expect(consume(['40', '40', '40', '40'], store, { heartbeat })).rejects.toBe(rebalance)
  expect(happened.at(-1)).toBe('commit 2')
})

test('the records of an older assignment of a partition are not committed', async () => {
  const stored: BatchHandler = async () => membership.joined()
  await consume(['1'], stored)
  expect(happened).toEqual([])
})

test('the records of a partition that were fetched under an older assignment are not processed', async () => {
  const fetchedAt = performance.now()
  membership.joined()
  await consume(['1'], store, {}, fetchedAt - 1)
  expect(happened).toEqual([])
})

test('the records of a partition are not processed if another partition has detected a rebalance', async () => {
  membership.assignment.leave(rebalance)
  await expect(consume(['1'], store)).rejects.toBe(rebalance)
  expect(happened).toEqual([])
})

test('the records of a partition are abandoned at once if the group removed the member', async () => {
  const dropped = Object.assign(new Error('unknown member'), { type: 'UNKNOWN_MEMBER_ID' })
  let abandoned = false
  const waits: BatchHandler = ({ signal }) =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        abandoned = true
        reject(signal.reason)
      })
    })
  await expect(consume(['1'], waits, { heartbeat: () => Promise.reject(dropped) })).rejects.toBe(dropped)
  expect(abandoned).toBe(true)
  expect(happened).toEqual([])
})

test('the next commit includes the records of a partition after a commit with a temporary failure', async () => {
  const commitOffsetsIfNecessary = () => Promise.reject(new Error('connection lost'))
  await consume(['1'], store, { commitOffsetsIfNecessary })
  expect(positions.uncommitted()?.topics[0]?.partitions).toEqual([{ partition: 0, offset: '1' }])
})

test('the records of a partition are abandoned at the end of the drain time, even if the store ignores the signal', async () => {
  const consuming = consume(['1'], () => new Promise(() => undefined))
  giveUp.abort(new Error('late'))
  await consuming
  expect(happened).toEqual([])
  expect(failures).toEqual([])
})
