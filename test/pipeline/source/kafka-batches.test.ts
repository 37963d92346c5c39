import { gzipSync } from 'node:zlib'
import type { Batch, KafkaMessage } from 'kafkajs'
import { expect, test } from 'vitest'
import { splitBatches } from '../../../pipeline/framing/record-batch/record-batch.ts'
import { type Chunk, cutBatch } from '../../../pipeline/source/kafka-batches.ts'
import { makeMetrics } from '../../../pipeline/telemetry/telemetry.ts'
import { type BatchOptions, encodeBatch, encodeRecord, zstdBomb } from '../../support/record-batch.ts'

const limits = { records: 100, bytes: 100_000, expandedBytes: 1024 * 1024 }

interface Fetch {
  /** The requested offset. */
  readonly from?: number
  /** The offset at which the control records after the last batch end. */
  readonly lastOffset?: number
  readonly limits?: Partial<typeof limits>
}

/** Returns the result of record sets that come one after the other in one fetch. */
async function cut(sets: readonly Buffer[], { from = 0, lastOffset, limits: some }: Fetch = {}) {
  const batches = [...splitBatches(Buffer.concat(sets))]
  const metrics = makeMetrics()
  const fetched = {
    topic: 't',
    partition: 1,
    fetchedOffset: `${from}`,
    messages: batches.map((recordBatch) => ({ recordBatch }) as unknown as KafkaMessage),
    lastOffset: () => `${lastOffset ?? batches.at(-1)?.lastOffset}`,
  } as unknown as Batch
  const chunks: Chunk[] = []
  for await (const chunk of cutBatch(fetched, { ...limits, ...some }, metrics)) chunks.push(chunk)
  return { chunks, metrics }
}

async function shape(sets: readonly Buffer[], fetch?: Fetch): Promise<unknown[]> {
  const { chunks } = await cut(sets, fetch)
  return chunks.map(({ values, failures, tombstones, last, next }) => ({
    values: values.map(({ buffer }) => buffer.toString()),
    ...(failures.length > 0 && {
      refused: failures.map(({ code, delivery }) => `${code} ${delivery.offset}-${delivery.lastOffset}`),
    }),
    ...(tombstones > 0 && { tombstones }),
    last,
    next,
  }))
}

test('a fetch is split at the record limit', async () => {
  expect(await shape([encodeBatch(['a', 'b', 'c'])], { limits: { records: 2 } })).toEqual([
    { values: ['a', 'b'], last: '1', next: '2' },
    { values: ['c'], last: '2', next: '3' },
  ])
})

test('a fetch is split at the byte limit, and a record above the limit is alone in its chunk', async () => {
  const chunks = await shape([encodeBatch(['aa', 'bb', 'cccccccc', 'd'])], { limits: { bytes: 5 } })
  expect(chunks).toMatchObject([{ values: ['aa', 'bb'] }, { values: ['cccccccc'] }, { values: ['d'] }])
})

test('a chunk of a fetch can contain several batches of producers', async () => {
  const sets = [encodeBatch(['a']), encodeBatch(['b', 'c'], { firstOffset: 1 }), encodeBatch(['d'], { firstOffset: 3 })]
  expect(await shape(sets, { limits: { records: 3 } })).toEqual([
    { values: ['a', 'b', 'c'], last: '2', next: '3' },
    { values: ['d'], last: '3', next: '4' },
  ])
})

test('a fetch counts tombstones and blank values, and does not pass them on', async () => {
  expect(await shape([encodeBatch([null, 'a', '', ' \r\n'])])).toEqual([
    { values: ['a'], tombstones: 3, last: '3', next: '4' },
  ])
})

test('reading continues after the control records at the end of a fetch', async () => {
  expect(await shape([encodeBatch(['a', 'b'])], { lastOffset: 4, limits: { records: 1 } })).toMatchObject([
    { last: '0', next: '1' },
    { last: '1', next: '5' },
  ])
})

test('a fetch can begin in the middle of a batch', async () => {
  expect(await shape([encodeBatch(['a', 'b', 'c'])], { from: 2 })).toEqual([{ values: ['c'], last: '2', next: '3' }])
})

test('reading continues after a batch that compaction emptied', async () => {
  expect(await shape([encodeBatch([], { lastOffsetDelta: 9 })])).toEqual([{ values: [], last: '9', next: '10' }])
})

test('a fetch ignores a truncated batch at its end', async () => {
  const next = encodeBatch(['b'], { firstOffset: 1 })
  expect(await shape([encodeBatch(['a']), next.subarray(0, next.length - 1)])).toMatchObject([{ values: ['a'] }])
})

test('a value of a fetch does not keep its batch in memory', async () => {
  const { chunks } = await cut([encodeBatch(['a', 'x'.repeat(100_000)])], { limits: { bytes: 1 } })
  expect(chunks[0]?.values[0]?.buffer.buffer.byteLength).toBeLessThan(100_000)
})

test.each([
  ['as its producer gave it', { timestamp: 1_772_323_200_000 }, '2026-03-01T00:00:00.000Z'],
  ['as the broker gave it', { timestamp: 1_772_323_200_000, attributes: 8 }, '2026-03-01T00:00:00.000Z'],
  ['unless there is none', { timestamp: -1 }, undefined],
])('a value has the time of its arrival %s', async (_, options, receivedAt) => {
  const { chunks } = await cut([encodeBatch(['a'], options)])
  expect(chunks[0]?.values[0]?.delivery).toEqual({
    source: 't',
    partition: 1,
    offset: '0',
    ...(receivedAt !== undefined && { receivedAt }),
  })
})

const three = ['a', 'b', 'c']
const cases: Readonly<Record<string, readonly [code: string, options: BatchOptions, values?: readonly string[]]>> = {
  'that expands without end': ['batch_too_large', { codec: 1, compress: () => gzipSync(Buffer.alloc(2_000_000)) }],
  'that is a zstd bomb': ['batch_too_large', { codec: 4, compress: () => zstdBomb(1_000_000_000) }],
  'with a codec of the future': ['batch_unsupported', { codec: 5 }],
  'in the message format of Kafka 0.10': ['batch_unsupported', { magic: 1, lastOffsetDelta: 0 }],
  'with a wrong checksum': ['batch_damaged', { checksum: 1 }],
  'with damaged compressed data': ['batch_damaged', { codec: 1, compress: () => Buffer.from('no gzip') }],
  'with a truncated lz4 frame': ['batch_damaged', { codec: 3, compress: () => Buffer.from('04224d186440a7', 'hex') }],
  'that claims more records than it has': ['batch_damaged', { count: 4 }],
  'that claims fewer records than it has': ['batch_damaged', { count: 2 }],
  'that claims fewer than no records': ['batch_damaged', { count: -3 }],
  'that claims billions of records': ['batch_too_large', { count: 2 ** 31 - 1 }],
  'with records beyond its last offset': ['batch_damaged', { lastOffsetDelta: 1 }],
  'with decreasing offsets': [
    'batch_damaged',
    { compress: () => Buffer.concat([2, 1, 0].map((delta) => encodeRecord('a', delta))) },
  ],
  'with a truncated last record': ['batch_damaged', { compress: (records) => records.subarray(0, -1) }],
  'with random bytes as records': ['batch_damaged', { compress: () => Buffer.alloc(50, 0xff) }],
}

test.each(Object.entries(cases))(
  'a record batch %s is one failure, and reading continues after it',
  async (_, [code, options]) => {
    const bad = encodeBatch(three, { firstOffset: 2, ...options })
    const last = 2 + (options.magic === 1 ? 0 : (options.lastOffsetDelta ?? 2))
    const sets = [encodeBatch(['x', 'y']), bad, encodeBatch(['z'], { firstOffset: last + 1 })]
    expect(await shape(sets)).toEqual([
      { values: ['x', 'y', 'z'], refused: [`${code} 2-${last}`], last: `${last + 1}`, next: `${last + 2}` },
    ])
  },
)

test('an unreadable record batch is one failure, even if it hides the position of the next batch', async () => {
  const bad = encodeBatch(three)
  bad.writeInt32BE(-1, 8)
  expect(await shape([bad, encodeBatch(['z'], { firstOffset: 3 })])).toMatchObject([
    { refused: [expect.stringMatching('^batch_damaged 0-')] },
  ])
})

test('an unreadable record batch is one failure, with its bytes, position and reason', async () => {
  const bad = encodeBatch(three, { checksum: 1 })
  const { chunks, metrics } = await cut([bad])
  expect(chunks[0]?.failures).toEqual([
    {
      ok: false,
      code: 'batch_damaged',
      detail: 'the checksum does not match',
      element: '',
      delivery: { source: 't', partition: 1, offset: '0', lastOffset: '2' },
      raw: `base64:${bad.toString('base64')}`,
    },
  ])
  expect((await metrics.batchesRefused.get()).values).toMatchObject([{ value: 1, labels: { code: 'batch_damaged' } }])
})

test('an unreadable record batch is truncated if it exceeds the size of a dead letter', async () => {
  const { chunks } = await cut([encodeBatch(['x'.repeat(1_000_000)], { checksum: 1 })])
  expect(chunks[0]?.failures[0]?.raw.length).toBeLessThan(900_000)
  expect(chunks[0]?.failures[0]?.detail).toContain('the first 524288 of its')
})

test('each unreadable record batch is in a separate chunk', async () => {
  const bad = (firstOffset: number) => encodeBatch(['a'], { firstOffset, checksum: 1 })
  expect(await shape([bad(0), bad(1)])).toMatchObject([
    { refused: ['batch_damaged 0-0'], last: '0', next: '1' },
    { refused: ['batch_damaged 1-1'], last: '1', next: '2' },
  ])
})

test('the expansion metrics have the codec as a label', async () => {
  const content = ['audit '.repeat(10_000)]
  const { metrics } = await cut([encodeBatch(content, { codec: 1, compress: (records) => gzipSync(records) })])
  const [compressed] = (await metrics.compressedBytes.get()).values
  const [expanded] = (await metrics.expandedBytes.get()).values
  expect(expanded).toMatchObject({ labels: { codec: 'gzip' } })
  expect(expanded?.value).toBeGreaterThan(60_000)
  expect(compressed?.value).toBeLessThan(1000)
})
