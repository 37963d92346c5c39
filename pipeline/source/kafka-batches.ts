// Cuts what one fetch brought of a partition into chunks of bounded size. A record batch is opened when its turn comes.
import type { Batch } from 'kafkajs'
import { toIsoInstant } from '../../mappings/lib/convert.ts'
import { type KafkaRecord, openBatch, type RecordBatch } from '../framing/record-batch/record-batch.ts'
import { damaged, RefusedBatch } from '../framing/record-batch/refused-batch.ts'
import type { Failure } from '../outcome.ts'
import type { Metrics } from '../telemetry/telemetry.ts'
import { batchMessagesOf } from './kafka-fetch.ts'
import type { RawKafkaValue } from './source.ts'

/** A run of records that is handed on together. */
export interface Chunk {
  readonly values: readonly RawKafkaValue[]
  /** The record batches among them that cannot be read. */
  readonly failures: readonly Failure[]
  readonly bytes: number
  /** Records without a value: they say that a key was deleted, and mean nothing to an audit log. */
  readonly tombstones: number
  readonly last: string
  /** Where reading goes on once this is stored: behind the last record, or behind the control records after it. */
  readonly next: string
}

export interface ChunkLimits {
  readonly records: number
  readonly bytes: number
  /** The most that one record batch may expand to. */
  readonly expandedBytes: number
}

export function following(offset: string | bigint): string {
  return (BigInt(offset) + 1n).toString()
}

/** What a dead letter keeps of a batch: with the rest of it, it would be longer than Kafka takes by default. */
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

/** Kafka's record time in ISO 8601. Producers annotation many records with one millisecond, so the last text is kept. */
function isoTimes(): (time: number) => string | undefined {
  let last = Number.NaN
  let text: string | undefined
  return (time) => {
    if (time !== last) {
      // -1 is a producer that gave none.
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
  // A fetch from the middle of a record batch brings all of it.
  const from = BigInt((batch as { fetchedOffset?: string }).fetchedOffset ?? 0)
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
        if (value === null || size === 0) {
          gathered.tombstones++
          continue
        }
        const receivedAt = isoTime(timestamp)
        const at = { source, partition, offset: offset.toString() }
        // A copy: a part of the content would keep all of it in memory.
        gathered.values.push({
          delivery: receivedAt === undefined ? at : { ...at, receivedAt },
          buffer: Buffer.from(value),
        })
        gathered.bytes += size
      }
    }
    last = recordBatch.lastOffset
  }
  // Also where nothing is left to store: reading has to go on behind what compaction removed.
  yield take(following(batch.lastOffset()))
}
