import type { Batch, KafkaMessage } from 'kafkajs'
import { describe, expect, test } from 'vitest'
import { type Chunk, cutBatch } from '../../../pipeline/source/kafka-batches.ts'

/** A batch from offset 0; `lastOffset` is where the control records behind it end. */
function batchOf(values: (string | null)[], lastOffset = values.length - 1, timestamp = '0'): Batch {
  const messages = values.map((value, offset) => ({
    offset: `${offset}`,
    timestamp,
    value: value === null ? null : Buffer.from(value),
  })) as KafkaMessage[]
  return { topic: 't', partition: 1, messages, lastOffset: () => `${lastOffset}` } as Batch
}

function shape(chunks: Iterable<Chunk>): unknown[] {
  return [...chunks].map(({ values, tombstones, last, next }) => ({
    values: values.map(({ buffer }) => buffer.toString()),
    tombstones,
    last,
    next,
  }))
}

describe('a batch is cut', () => {
  test('by records', () => {
    expect(shape(cutBatch(batchOf(['a', 'b', 'c']), { records: 2, bytes: 100 }))).toEqual([
      { values: ['a', 'b'], tombstones: 0, last: '1', next: '2' },
      { values: ['c'], tombstones: 0, last: '2', next: '3' },
    ])
  })

  test('by bytes, and a record above the limit goes alone', () => {
    const chunks = shape(cutBatch(batchOf(['aa', 'bb', 'cccccccc', 'd']), { records: 10, bytes: 5 }))
    expect(chunks).toMatchObject([{ values: ['aa', 'bb'] }, { values: ['cccccccc'] }, { values: ['d'] }])
  })

  test('with its tombstones counted and not handed on', () => {
    expect(shape(cutBatch(batchOf([null, 'a', '', null]), { records: 10, bytes: 100 }))).toEqual([
      { values: ['a'], tombstones: 3, last: '3', next: '4' },
    ])
  })

  test('so that reading goes on behind the control records at its end', () => {
    expect(shape(cutBatch(batchOf(['a', 'b'], 4), { records: 1, bytes: 100 }))).toMatchObject([
      { last: '0', next: '1' },
      { last: '1', next: '5' },
    ])
  })

  test('without a time of arrival where the producer gave none', () => {
    const [chunk] = cutBatch(batchOf(['a'], 0, '-1'), { records: 1, bytes: 100 })
    expect(chunk?.values[0]?.delivery).toEqual({ source: 't', partition: 1, offset: '0' })
  })
})
