// Codecs for what producers use. kafkajs brings gzip; the others are registered here, once for the process.
import zlib from 'node:zlib'
import { decompress as fzstd } from 'fzstd'
import kafkajs from 'kafkajs'
import snappy from 'kafkajs-snappy'
import lz4 from 'lz4js'
import { WorldError } from '../outcome.ts'

interface Codec {
  compress(encoder: { readonly buffer: Buffer }): Promise<Buffer>
  decompress(buffer: Buffer): Promise<Buffer>
}

/** A batch that says it is larger than this is refused: brokers allow 1 MB compressed, audit logs shrink 10 to 30 times. */
const largestBatch = 256 * 1024 * 1024

// In Node since 22.15 and 23.8; typed optional because 20 is supported.
const native = zlib as unknown as {
  zstdDecompressSync?: (data: Buffer, options: { maxOutputLength: number }) => Buffer
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** kafkajs retries what it takes for a transient failure; NotImplemented is the one it hands on, and this never mends itself. */
function refuse(codec: string, cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : String(cause)
  const error = new WorldError('kafka_codec', `compression ${codec} failed: ${reason}`, {
    cause,
    retryable: false,
  })
  error.name = 'KafkaJSNotImplemented'
  throw error
}

function checkSize(bytes: number): void {
  if (!(bytes >= 0 && bytes <= largestBatch)) throw new Error(`it claims ${bytes} bytes`)
}

function guarded(name: string, codec: Codec): () => Codec {
  const made: Codec = {
    compress: (encoder) => codec.compress(encoder),
    async decompress(buffer) {
      try {
        return await codec.decompress(buffer)
      } catch (error) {
        return refuse(name, error)
      }
    },
  }
  return () => made
}

const lz4Codec: Codec = {
  // What lz4js writes has blocks that depend on each other, and brokers refuse that.
  compress: async () => refuse('lz4', new Error('writing it is not supported')),
  async decompress(buffer) {
    const bound = lz4.decompressBound(buffer)
    checkSize(bound)
    return toBuffer(lz4.decompress(buffer, bound))
  },
}

const zstdCodec: Codec = {
  compress: async () => refuse('zstd', new Error('writing it is not supported')),
  async decompress(buffer) {
    if (native.zstdDecompressSync === undefined) return toBuffer(fzstd(buffer))
    return native.zstdDecompressSync(buffer, { maxOutputLength: largestBatch })
  },
}

let registered = false

/** Makes kafkajs read every codec of the protocol, and write all but lz4 and zstd. */
export function registerCodecs(): void {
  if (registered) return
  registered = true
  const { CompressionCodecs, CompressionTypes } = kafkajs
  CompressionCodecs[CompressionTypes.Snappy] = guarded('snappy', snappy() as Codec)
  CompressionCodecs[CompressionTypes.LZ4] = guarded('lz4', lz4Codec)
  CompressionCodecs[CompressionTypes.ZSTD] = guarded('zstd', zstdCodec)
  // The protocol has three bits for the codec; without an entry kafkajs would read a compressed batch as plain records.
  const open = CompressionCodecs as Record<number, () => Codec>
  for (const id of [5, 6, 7]) open[id] = () => refuse(`codec ${id}`, new Error('not known to this version'))
}
