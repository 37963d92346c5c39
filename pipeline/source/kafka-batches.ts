// Splits a fetch of one partition into chunks of bounded size. A record batch is only opened when its turn comes.
import type { Batch } from 'kafkajs'
import { toIsoInstant } from '../../mappings/lib/convert.ts'
import { type KafkaRecord, openBatch, type RecordBatch } from '../framing/record-batch/record-batch.ts'
import { damaged, RefusedBatch } from '../framing/record-batch/refused-batch.ts'
import type { Failure } from '../outcome.ts'
import type { Metrics } from '../telemetry/telemetry.ts'
import { batchMessagesOf } from './kafka-fetch.ts'
import type { RawKafkaValue } from './source.ts'

/** The requested offset, which the types of kafkajs do not contain. */
export const fetchedOffsetOf = (batch: Batch): string | undefined => (batch as { fetchedOffset?: string }).fetchedOffset

export interface Chunk {
  readonly values: readonly RawKafkaValue[]
  /** The failures of record batches in this chunk that cannot be read. */
  readonly failures: readonly Failure[]
  readonly bytes: number
  /** The number of records without a value, or with only whitespace. They mark a deleted key and have no meaning in an audit log. */
  readonly tombstones: number
  readonly last: string
  /** The offset to continue at once this chunk is stored: after the last record or the control records behind it. */
  readonly next: string
}

export interface ChunkLimits {
  readonly records: number
  readonly bytes: number
  readonly expandedBytes: number
}

export function following(offset: string | bigint): string {
  return (BigInt(offset) + 1n).toString()
}

/** Bytes of a batch that a dead letter keeps. A larger letter would exceed the default limit of Kafka. */
const keptBytes = 512 * 1024

function toFailure(topic: string, partition: number, batch: RecordBatch, { code, message }: RefusedBatch): Failure {
  const { bytes, firstOffset, lastOffset } = batch
  const cut = bytes.length > keptBytes ? `; the first ${keptBytes} of its ${bytes.length} bytes are kept here` : ''
  return {
    ok: false,
    code,
    detail: `${message}${cut}`,
    element: '',
    delivery: { source: topic, partition, offset: firstOffset.toString(), lastOffset: lastOffset.toString() },
    raw: `base64:${bytes.toString('base64', 0, keptBytes)}`,
  }
}

/** Converts Kafka's record time to ISO 8601. Many records share a millisecond, so the last text is kept. */
function isoTimes(): (time: number) => string | undefined {
  let last = Number.NaN
  let text: string | undefined
  return (time) => {
    if (time !== last) {
      // -1 means that the producer set no time.
      text = time >= 0 ? toIsoInstant(time) : undefined
      last = time
    }
    return text
  }
}

async function open(
  batch: RecordBatch,
  limit: number,
  metrics: Metrics,
): Promise<Iterable<KafkaRecord> | RefusedBatch> {
  try {
    const { records, codec, compressedBytes, bytes } = await openBatch(batch, limit)
    metrics.compressedBytes.inc({ codec }, compressedBytes)
    metrics.expandedBytes.inc({ codec }, bytes)
    if (compressedBytes > 0) metrics.expansionRatio.observe(bytes / compressedBytes)
    return records
  } catch (error) {
    // Any other error of a decoder is also caused by the data: if it were thrown, it would recur with every fetch.
    const refused = error instanceof RefusedBatch ? error : damaged(String(error))
    metrics.batchesRefused.inc({ code: refused.code })
    return refused
  }
}

/** True for a value of only whitespace. For an audit log record, the search ends at the first byte. */
const isBlank = (value: Buffer): boolean =>
  value.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)

class Gathered {
  readonly values: RawKafkaValue[] = []
  readonly failures: Failure[] = []
  bytes = 0
  tombstones = 0

  upTo(last: bigint, next: string): Chunk {
    const { values, failures, bytes, tombstones } = this
    return { values, failures, bytes, tombstones, last: last.toString(), next }
  }
}

export async function* cutBatch(batch: Batch, limits: ChunkLimits, metrics: Metrics): AsyncGenerator<Chunk> {
  const { topic: source, partition } = batch
  // A fetch from the middle of a record batch returns the whole batch.
  const from = BigInt(fetchedOffsetOf(batch) ?? 0)
  const isoTime = isoTimes()
  let gathered = new Gathered()
  let last = from - 1n
  const take = (next: string): Chunk => {
    const chunk = gathered.upTo(last, next)
    gathered = new Gathered()
    return chunk
  }
  for (const { recordBatch } of batchMessagesOf(batch.messages)) {
    const opened = await open(recordBatch, limits.expandedBytes, metrics)
    if (opened instanceof RefusedBatch) {
      if (gathered.failures.length > 0) yield take(following(last))
      gathered.failures.push(toFailure(source, partition, recordBatch, opened))
    } else {
      for (const { offset, timestamp, value } of opened) {
        if (offset < from) continue
        const size = value?.length ?? 0
        const full = gathered.values.length >= limits.records || gathered.bytes + size > limits.bytes
        if (full && gathered.values.length > 0) yield take(following(last))
        last = offset
        if (value === null || isBlank(value)) {
          gathered.tombstones++
          continue
        }
        const receivedAt = isoTime(timestamp)
        const at = { source, partition, offset: offset.toString() }
        // A copy, because a part of the content would keep the whole content in memory.
        gathered.values.push({
          delivery: receivedAt === undefined ? at : { ...at, receivedAt },
          buffer: Buffer.from(value),
        })
        gathered.bytes += size
      }
    }
    last = recordBatch.lastOffset
  }
  // This chunk may be empty: reading must also continue after records that compaction removed.
  yield take(following(batch.lastOffset()))
}
