import { expect, test } from 'vitest'
import { type Gap, Positions, type PositionsOptions } from '../../../pipeline/source/kafka-positions.ts'
import type { OffsetQueries } from '../../../pipeline/source/kafka-start.ts'
import { makeMetrics } from '../../../pipeline/telemetry/telemetry.ts'

const idle = () => false

/** A cluster with one topic `t`: low, high and committed offset of each partition. */
function cluster(...partitions: [low: number, high: number, committed: number][]): OffsetQueries {
  return {
    ends: async () => partitions.map(([low, high], partition) => ({ partition, low: `${low}`, high: `${high}` })),
    committed: async () => [
      { topic: 't', partitions: partitions.map(([, , offset], partition) => ({ partition, offset: `${offset}` })) },
    ],
    ids: async () => new Map(),
  }
}

/** The same cluster, where the topic and each commit have the given IDs. */
function withIds(queries: OffsetQueries, id: string, committedId = id): OffsetQueries {
  return {
    ...queries,
    ids: async () => new Map([['t', id]]),
    committed: async (topics) =>
      (await queries.committed(topics)).map(({ topic, partitions }) => ({
        topic,
        partitions: partitions.map((each) => ({ ...each, metadata: `topic-id ${committedId}` })),
      })),
  }
}

function assigned(...partitions: number[]): Positions {
  return follow({}, ...partitions)
}

function follow(options: Partial<PositionsOptions>, ...partitions: number[]): Positions {
  const positions = new Positions({ metrics: makeMetrics(), now: () => 42, ...options })
  positions.assign({ t: partitions })
  return positions
}

test.each<[what: string, partitions: Parameters<typeof cluster>, lag: number, atEndSince?: number]>([
  ['of a group without commits are at the beginning', [[10, 30, -1]], 20],
  [
    'are at the end if each assigned partition is at the end, regardless of other partitions',
    [
      [0, 5, 5],
      [0, 100, 0],
    ],
    0,
    42,
  ],
  ['are at the end if retention has removed all unread records', [[8, 8, 3]], 0, 42],
])('the positions %s', async (_, partitions, lag, atEndSince) => {
  const positions = assigned(0)
  await positions.begin(cluster(...partitions))
  await positions.measure(cluster(...partitions), idle)
  expect(positions).toMatchObject({ lag, atEndSince })
})

test.each([
  ['a batch is being processed', [0], () => true],
  ['no partition is assigned', [], idle],
])('positions are not at the end while %s', async (_, partitions, isBusy) => {
  const positions = assigned(...partitions)
  await positions.begin(cluster([0, 5, 5]))
  await positions.measure(cluster([0, 5, 5]), isBusy)
  expect(positions.atEndSince).toBeUndefined()
})

test('positions keep the time of reaching the end until new records arrive', async () => {
  let now = 1
  const positions = follow({ now: () => now }, 0)
  await positions.begin(cluster([0, 5, 5]))
  await positions.measure(cluster([0, 5, 5]), idle)
  now = 2
  await positions.measure(cluster([0, 5, 5]), idle)
  expect(positions.atEndSince).toBe(1)
  positions.stir()
  await positions.measure(cluster([0, 5, 5]), idle)
  expect(positions.atEndSince).toBe(2)
})

test('positions ignore a response for an older assignment', async () => {
  const positions = assigned(0)
  const queries = cluster([0, 5, 5])
  const late = async (topic: string) => {
    positions.assign({ t: [1] })
    return queries.ends(topic)
  }
  await positions.measure({ ...queries, ends: late }, idle)
  expect(positions).toMatchObject({ lag: undefined, atEndSince: undefined })
  expect(await positions.begin({ ...withIds(queries, 'new', 'old'), ends: late })).toBeUndefined()
})

test.each<[what: string, queries: OffsetQueries, gap: Partial<Gap> | undefined, seek: string | undefined]>([
  ['continues at the commit', withIds(cluster([0, 9, 5]), 'id'), undefined, undefined],
  ['continues at the commit of a client that writes no topic ID', cluster([0, 9, 5]), undefined, undefined],
  [
    'begins again if the topic has another ID than the commit',
    withIds(cluster([2, 9, 5]), 'new', 'old'),
    { kind: 'replaced', from: 5n, at: 2n },
    '2',
  ],
  ['begins again if the commit is after the end', cluster([0, 3, 5]), { kind: 'replaced', from: 5n, at: 0n }, '0'],
  [
    'skips records that retention removed',
    withIds(cluster([15, 20, 10]), 'id'),
    { kind: 'removed', from: 10n, at: 15n },
    '15',
  ],
  [
    'of a group without commits begins at the first record, which is no loss',
    withIds(cluster([15, 20, -1]), 'id'),
    undefined,
    undefined,
  ],
])('the start of reading %s', async (_, queries, gap, seek) => {
  const gaps: Gap[] = []
  const positions = follow({ onGap: (each) => gaps.push(each) }, 0)
  expect((await positions.begin(queries))?.map(({ offset }) => offset)).toEqual(seek === undefined ? [] : [seek])
  expect(gaps).toMatchObject(gap === undefined ? [] : [{ topic: 't', partition: 0, ...gap }])
})

test('positions name the topic in each commit, and commit a start that was corrected', async () => {
  const positions = assigned(0)
  await positions.begin(withIds(cluster([2, 9, 5]), 'new', 'old'))
  const metadata = 'topic-id new'
  expect(positions.uncommitted()?.topics[0]?.partitions).toEqual([{ partition: 0, offset: '2', metadata }])
  expect(positions.commitOf('t', 0, '7').topics[0]?.partitions).toEqual([{ partition: 0, offset: '7', metadata }])
})

test('positions refuse a topic that was created again while it was read', async () => {
  const positions = assigned(0)
  const before = cluster([0, 9, 5])
  await positions.begin(withIds(before, 'old'))
  await positions.measure(withIds(before, 'old'), idle)
  await expect(positions.measure(withIds(before, 'new'), idle)).rejects.toMatchObject({ code: 'kafka_topic_replaced' })
})

test('the start of reading begins again in another topic, also if the broker has deleted the commit', async () => {
  const gaps: Gap[] = []
  const positions = follow({ onGap: (each) => gaps.push(each) }, 0)
  await positions.begin(withIds(cluster([0, 9, 5]), 'old'))
  positions.assign({ t: [0] })
  const forgotten = cluster([0, 9, -1])
  await positions.begin({ ...withIds(forgotten, 'new'), committed: forgotten.committed })
  expect(gaps).toMatchObject([{ kind: 'replaced', from: undefined, at: 0n }])
})

test('positions report records once that retention removed while they were read', async () => {
  const gaps: Gap[] = []
  const positions = follow({ onGap: (each) => gaps.push(each) }, 0)
  await positions.begin(cluster([0, 9, 5]))
  positions.arrived('t', 0, '5')
  await positions.measure(cluster([7, 9, 5]), () => true)
  expect(gaps).toEqual([])
  await positions.measure(cluster([7, 9, 5]), idle)
  positions.arrived('t', 0, '7')
  positions.advance('t', 0, '9')
  positions.arrived('t', 0, '12')
  expect(gaps).toMatchObject([
    { kind: 'removed', from: 5n, at: 7n },
    { kind: 'removed', from: 9n, at: 12n },
  ])
})

test('positions list stored but uncommitted records, also beyond 2^53', () => {
  const positions = assigned(0, 1)
  positions.advance('t', 0, '9007199254740993')
  positions.advance('t', 7, '1')
  const offsets = { topics: [{ topic: 't', partitions: [{ partition: 0, offset: '9007199254740993' }] }] }
  expect(positions.uncommitted()).toEqual(offsets)
  positions.markCommitted(offsets)
  expect(positions.uncommitted()).toBeUndefined()
})

test('positions never decrease', () => {
  const positions = assigned(0)
  positions.advance('t', 0, '10')
  positions.advance('t', 0, '9')
  expect(positions.uncommitted()?.topics[0]?.partitions).toEqual([{ partition: 0, offset: '10' }])
})

test('positions report partitions without a commit, and once that a topic has new partitions', async () => {
  const events: unknown[] = []
  const report = (...event: unknown[]) => void events.push(event)
  const positions = follow({ onFirst: report, onGrown: report }, 0, 1)
  await positions.begin(cluster([0, 9, 5], [0, 9, -1]))
  expect(events).toEqual([['t', [1]]])
  for (let i = 0; i < 2; i++) await positions.measure(cluster([0, 9, 5], [0, 9, -1], [0, 0, -1]), idle)
  expect(events.slice(1)).toEqual([['t', 3]])
})
