// Cuts what one fetch brought of a partition into batches of bounded size.
import type { Batch } from 'kafkajs'
import type { RawKafkaValue } from './source.ts'

/** A run of records that is handed on together. */
export interface Chunk {
  readonly values: readonly RawKafkaValue[]
  readonly bytes: number
  /** Records without a value: they say that a key was deleted, and mean nothing to an audit log. */
  readonly tombstones: number
  /** Offset of the last record. */
  readonly last: string
  /** Where reading goes on once this is stored: behind the last record, or behind the control records after it. */
  readonly next: string
}

export interface ChunkLimits {
  readonly records: number
  readonly bytes: number
}

export function following(offset: string): string {
  return (BigInt(offset) + 1n).toString()
}

/** Kafka's record time in ISO 8601. Producers stamp many records with one millisecond, so the last text is kept. */
function isoTimes(): (timestamp: string) => string | undefined {
  let last = ''
  let text: string | undefined
  return (timestamp) => {
    if (timestamp !== last) {
      const time = Number(timestamp)
      // -1 is a producer that gave none; dates end at 8.64e15.
      text = time >= 0 && time <= 8.64e15 ? new Date(time).toISOString() : undefined
      last = timestamp
    }
    return text
  }
}

export function* cutBatch(batch: Batch, limits: ChunkLimits): Generator<Chunk> {
  const { topic: source, partition, messages } = batch
  const isoTime = isoTimes()
  let values: RawKafkaValue[] = []
  let bytes = 0
  let tombstones = 0
  for (const [index, { value, offset, timestamp }] of messages.entries()) {
    if (value === null || value.length === 0) tombstones++
    else {
      const receivedAt = isoTime(timestamp)
      const delivery =
        receivedAt === undefined ? { source, partition, offset } : { source, partition, offset, receivedAt }
      values.push({ delivery, buffer: value })
      bytes += value.length
    }
    const end = index === messages.length - 1
    const nextBytes = messages[index + 1]?.value?.length ?? 0
    if (end || values.length >= limits.records || (values.length > 0 && bytes + nextBytes > limits.bytes)) {
      const next = following(end ? batch.lastOffset() : offset)
      yield { values, bytes, tombstones, last: offset, next }
      values = []
      bytes = 0
      tombstones = 0
    }
  }
}
