import { expect, test } from 'vitest'
import { type OffsetQueries, Positions } from '../../../pipeline/source/kafka-positions.ts'
import { makeMetrics } from '../../../pipeline/telemetry/telemetry.ts'

const idle = () => false

/** A cluster with one topic `t`: low, high and committed offset of each partition. */
function cluster(...partitions: [low: number, high: number, committed: number][]): OffsetQueries {
  return {
    ends: async () => partitions.map(([low, high], partition) => ({ partition, low: `${low}`, high: `${high}` })),
    committed: async () => [
      { topic: 't', partitions: partitions.map(([, , offset], partition) => ({ partition, offset: `${offset}` })) },
    ],
  }
}

function assigned(...partitions: number[]): Positions {
  const positions = new Positions(makeMetrics(), () => 42)
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
  await positions.measure(cluster(...partitions), idle)
  expect(positions).toMatchObject({ lag, atEndSince })
})

test.each([
  ['a batch is being processed', [0], () => true],
  ['no partition is assigned', [], idle],
])('positions are not at the end while %s', async (_, partitions, isBusy) => {
  const positions = assigned(...partitions)
  await positions.measure(cluster([0, 5, 5]), isBusy)
  expect(positions.atEndSince).toBeUndefined()
})

test('positions keep the time of reaching the end until new records arrive', async () => {
  let now = 1
  const positions = new Positions(makeMetrics(), () => now)
  positions.assign({ t: [0] })
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
  const { ends, committed } = cluster([0, 5, 5])
  const late = async (topics: string[]) => {
    positions.assign({ t: [1] })
    return committed(topics)
  }
  await positions.measure({ ends, committed: late }, idle)
  expect(positions).toMatchObject({ lag: undefined, atEndSince: undefined })
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
