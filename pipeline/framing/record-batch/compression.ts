// Decompresses the records of a batch. Every codec stops at the limit, regardless of the declared size.
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { codeOf, messageOf } from '../../../mappings/kernel/thrown.ts'
import { decompressLz4 } from './lz4.ts'
import { damaged, RefusedBatch, tooLarge } from './refused-batch.ts'
import { decompressSnappy } from './snappy.ts'
import { decompressZstd } from './zstd.ts'

interface Codec {
  readonly name: string
  decompress(bytes: Buffer, limit: number): Buffer | Promise<Buffer>
}

const gunzip = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gunzip)

async function decompressGzip(bytes: Buffer, limit: number): Promise<Buffer> {
  try {
    return await gunzip(bytes, { maxOutputLength: limit })
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit)
    throw damaged(`the gzip data is damaged: ${messageOf(error)}`)
  }
}

const codecs: Readonly<Record<number, Codec>> = {
  0: { name: 'none', decompress: (bytes) => bytes },
  1: { name: 'gzip', decompress: decompressGzip },
  2: { name: 'snappy', decompress: decompressSnappy },
  3: { name: 'lz4', decompress: decompressLz4 },
  4: { name: 'zstd', decompress: decompressZstd },
}

export function codecOf(id: number): Codec {
  const codec = codecs[id]
  if (codec === undefined) throw new RefusedBatch('batch_unsupported', `compression codec ${id} is unknown`)
  return codec
}
