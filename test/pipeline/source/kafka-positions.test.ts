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

test('the positions of a group without commits are at the beginning', async () => {
  const positions = assigned(0)
  await positions.measure(cluster([10, 30, -1]), idle)
  expect(positions).toMatchObject({ lag: 20, atEndSince: undefined })
})

test('positions are at the end if each assigned partition is at the end, regardless of other partitions', async () => {
  const positions = assigned(0)
  await positions.measure(cluster([0, 5, 5], [0, 100, 0]), idle)
  expect(positions).toMatchObject({ lag: 0, atEndSince: 42 })
})

test('positions are at the end if retention has removed all unread records', async () => {
  const positions = assigned(0)
  await positions.measure(cluster([8, 8, 3]), idle)
  expect(positions.atEndSince).toBe(42)
})

test('positions are not at the end while a batch is in process or no partition is assigned', async () => {
  const positions = assigned(0)
  await positions.measure(cluster([0, 5, 5]), () => true)
  expect(positions.atEndSince).toBeUndefined()
  const without = assigned()
  await without.measure(cluster([0, 5, 5]), idle)
  expect(without.atEndSince).toBeUndefined()
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
