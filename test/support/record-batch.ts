// Record batches as producers write them, and batches that no producer writes.
import { crc32c } from '../../pipeline/framing/record-batch/record-batch.ts'

export interface BatchOptions {
  readonly firstOffset?: number
  /** The number of the codec; `compress` compresses the records with it. */
  readonly codec?: number
  readonly compress?: (records: Buffer) => Buffer
  readonly count?: number
  readonly lastOffsetDelta?: number
  readonly timestamp?: number
  readonly attributes?: number
  readonly checksum?: number
  readonly magic?: number
}

export function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = value >= 0 ? value * 2 : -value * 2 - 1
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
  return Buffer.from([...bytes, rest])
}

function member(value: string | Buffer | null): Buffer {
  if (value === null) return varint(-1)
  const bytes = Buffer.from(value as string)
  return Buffer.concat([varint(bytes.length), bytes])
}

export function encodeRecord(value: string | Buffer | null, offsetDelta: number): Buffer {
  const headers = Buffer.concat([varint(1), member('h'), member('x')])
  const body = [Buffer.from([0]), varint(0), varint(offsetDelta), member('k'), member(value), headers]
  const bytes = Buffer.concat(body)
  return Buffer.concat([varint(bytes.length), bytes])
}

export function encodeBatch(values: readonly (string | Buffer | null)[], options: BatchOptions = {}): Buffer {
  const { firstOffset = 0, codec = 0, compress = (records) => records, timestamp = 0, attributes = 0 } = options
  const records = compress(Buffer.concat(values.map((value, i) => encodeRecord(value, i))))
  const header = Buffer.alloc(61)
  header.writeBigInt64BE(BigInt(firstOffset), 0)
  header.writeInt32BE(49 + records.length, 8)
  header.writeInt8(options.magic ?? 2, 16)
  header.writeInt16BE(attributes | codec, 21)
  header.writeInt32BE(options.lastOffsetDelta ?? Math.max(values.length - 1, 0), 23)
  header.writeBigInt64BE(BigInt(timestamp), 27)
  header.writeBigInt64BE(BigInt(timestamp), 35)
  header.writeBigInt64BE(-1n, 43)
  header.writeInt32BE(options.count ?? values.length, 57)
  const batch = Buffer.concat([header, records])
  batch.writeUInt32BE(options.checksum ?? crc32c(batch.subarray(21)), 17)
  return batch
}

/** A zstd frame of blocks that repeat one byte: four bytes represent 128 KB. It declares no size by default. */
export function zstdBomb(bytes: number, declared?: bigint): Buffer {
  const block = 128 * 1024
  const blocks = Math.ceil(bytes / block)
  const header = declared === undefined ? [0x00, 0x38] : [0xc0, 0x38]
  const size = Buffer.alloc(declared === undefined ? 0 : 8)
  if (declared !== undefined) size.writeBigUInt64LE(declared)
  const body = Buffer.alloc(blocks * 4)
  for (let i = 0; i < blocks; i++) body.writeUIntLE((block << 3) | 2 | (i === blocks - 1 ? 1 : 0), i * 4, 3)
  return Buffer.concat([Buffer.from('28b52ffd', 'hex'), Buffer.from(header), size, body])
}

export function zstdStored(content: Buffer): Buffer {
  const header = Buffer.alloc(3)
  header.writeUIntLE((content.length << 3) | 1, 0, 3)
  return Buffer.concat([Buffer.from('28b52ffd0038', 'hex'), header, content])
}

/** Frames blocks as the Java library does. */
export function xerial(blocks: readonly Buffer[]): Buffer {
  const header = Buffer.from('82534e41505059000000000100000001', 'hex')
  return Buffer.concat([header, ...blocks.flatMap((block) => [int32(block.length), block])])
}

export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}
