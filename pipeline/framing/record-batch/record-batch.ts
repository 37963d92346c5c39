// Record batches of Kafka's protocol, as sent by the broker: their headers and records.
// https://kafka.apache.org/documentation/#recordbatch
import { codecOf } from './compression.ts'
import { damaged, RefusedBatch } from './refused-batch.ts'

/** CRC-32C (Castagnoli), the checksum of a record batch. Node.js has only CRC-32, which uses a different polynomial. */
const polynomial = 0x82f63b78

const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ polynomial : crc >>> 1
  return crc
})

/** Unsigned. */
export function crc32c(bytes: Uint8Array): number {
  let crc = -1
  for (let i = 0; i < bytes.length; i++) {
    crc = (table[(crc ^ (bytes[i] as number)) & 0xff] as number) ^ (crc >>> 8)
  }
  return (crc ^ -1) >>> 0
}

export interface RecordBatch {
  readonly firstOffset: bigint
  readonly lastOffset: bigint
  readonly bytes: Buffer
}

const at = {
  length: 8,
  magic: 16,
  crc: 17,
  attributes: 21,
  lastOffsetDelta: 23,
  firstTimestamp: 27,
  maxTimestamp: 35,
  producerId: 43,
  count: 57,
  records: 61,
} as const
const lengthEnd = 12

const controlBit = 0x20
const transactionBit = 0x10
const logAppendTimeBit = 0x08
const codecBits = 0x07

/** The format since Kafka 0.11. Older ones carry single messages in the same frame of offset and length. */
const currentMagic = 2

/** Assumed minimum memory of a record: prevents a batch of nearly empty records from becoming millions of objects. */
const leastRecordBytes = 64

/**
 * Yields the batches of a fetched partition in order. The last batch may be cut off, because a fetch is limited by
 * bytes. The next fetch returns it again.
 */
export function* splitBatches(fetched: Buffer): Generator<RecordBatch> {
  for (let start = 0; start + at.magic < fetched.length; ) {
    const firstOffset = fetched.readBigInt64BE(start)
    const length = fetched.readInt32BE(start + at.length)
    const end = start + lengthEnd + length
    if (end > fetched.length) return
    // An invalid length hides the start of the next batch.
    const bytes = fetched.subarray(start, length > at.magic - lengthEnd ? end : fetched.length)
    const delta = isCurrent(bytes) ? bytes.readInt32BE(at.lastOffsetDelta) : 0
    yield { firstOffset, lastOffset: firstOffset + BigInt(Math.max(delta, 0)), bytes }
    start += bytes.length
  }
}

function isCurrent(bytes: Buffer): boolean {
  return bytes.length >= at.records && bytes.readInt8(at.magic) === currentMagic
}

function attributesOf(bytes: Buffer): number {
  return isCurrent(bytes) ? bytes.readInt16BE(at.attributes) : 0
}

/** Returns true if the batch marks the end of a transaction. */
export function isControlBatch({ bytes }: RecordBatch): boolean {
  return (attributesOf(bytes) & controlBit) !== 0
}

export function transactionOf({ bytes }: RecordBatch): { producerId: string; inTransaction: boolean } {
  const producerId = isCurrent(bytes) ? bytes.readBigInt64BE(at.producerId).toString() : '-1'
  return { producerId, inTransaction: (attributesOf(bytes) & transactionBit) !== 0 }
}

export interface KafkaRecord {
  readonly offset: bigint
  /** Milliseconds since 1970; -1 if the producer set no time. */
  readonly timestamp: number
  readonly key: Buffer | null
  readonly value: Buffer | null
}

export interface OpenedBatch {
  readonly records: Iterable<KafkaRecord>
  readonly codec: string
  readonly compressedBytes: number
  readonly bytes: number
}

/** Checks and decompresses a batch. Throws a RefusedBatch before the first record, so such a batch yields none. */
export async function openBatch(batch: RecordBatch, limit: number): Promise<OpenedBatch> {
  const { bytes } = batch
  if (bytes.length < at.records) throw damaged(`the batch has ${bytes.length} bytes`)
  if (!isCurrent(bytes)) {
    throw new RefusedBatch('batch_unsupported', `message format ${bytes.readInt8(at.magic)} is not read`)
  }
  if (crc32c(bytes.subarray(at.attributes)) !== bytes.readUInt32BE(at.crc)) throw damaged('the checksum does not match')
  const codec = codecOf(attributesOf(bytes) & codecBits)
  const stored = bytes.subarray(at.records)
  const count = bytes.readInt32BE(at.count)
  if (count > limit / leastRecordBytes) throw new RefusedBatch('batch_too_large', `the batch has ${count} records`)
  // Compaction may leave a batch without records. Any data after its header is then ignored.
  const content = count === 0 ? Buffer.alloc(0) : await codec.decompress(stored, limit)
  const records = { [Symbol.iterator]: () => recordsOf(batch, content) }
  for (const _ of records);
  return { records, codec: codec.name, compressedBytes: stored.length, bytes: content.length }
}

function* recordsOf({ bytes, firstOffset, lastOffset }: RecordBatch, content: Buffer): Generator<KafkaRecord> {
  const logAppendTime = (attributesOf(bytes) & logAppendTimeBit) !== 0
  const firstTimestamp = Number(bytes.readBigInt64BE(logAppendTime ? at.maxTimestamp : at.firstTimestamp))
  const count = bytes.readInt32BE(at.count)
  const reader = new RecordReader(content)
  let previous = firstOffset - 1n
  for (let i = 0; i < count; i++) {
    const length = reader.varint()
    const end = reader.position + length
    if (length < 0 || end > content.length) throw damaged(`record ${i} of ${count} is cut off`)
    reader.skip(1)
    const timestampDelta = reader.varint()
    const offset = firstOffset + BigInt(reader.varint())
    const key = reader.bytes(end)
    const value = reader.bytes(end)
    if (offset <= previous || offset > lastOffset) throw damaged(`record ${i} has the offset ${offset}`)
    previous = offset
    // The record's headers follow and are skipped.
    reader.skip(end - reader.position)
    yield { offset, timestamp: logAppendTime ? firstTimestamp : firstTimestamp + timestampDelta, key, value }
  }
  if (count < 0 || reader.position !== content.length) throw damaged(`the batch claims ${count} records and has others`)
}

class RecordReader {
  position = 0
  private readonly content: Buffer

  constructor(content: Buffer) {
    this.content = content
  }

  skip(bytes: number): void {
    if (bytes < 0) throw damaged('a record is shorter than its members')
    this.position += bytes
  }

  /** Reads a variable-length integer in zigzag form. The precision of a double is enough for any offset or time. */
  varint(): number {
    let value = 0
    let scale = 1
    for (let i = 0; i < 10; i++) {
      const byte = this.content[this.position]
      if (byte === undefined) break
      this.position++
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value % 2 === 0 ? value / 2 : -(value + 1) / 2
      scale *= 128
    }
    throw damaged('a number in a record does not end')
  }

  /** Reads a member with its length prefix; null for the length -1. */
  bytes(end: number): Buffer | null {
    const length = this.varint()
    if (length === -1) return null
    const from = this.position
    if (length < 0 || from + length > end) throw damaged('a member of a record is longer than the record')
    this.position += length
    return this.content.subarray(from, this.position)
  }
}
