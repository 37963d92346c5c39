// Decompresses gzip data. Node's own reader discards the decompressed data if a member ends with an error. Therefore
// this module finds the members, and uses Node only for their content.
import { once } from 'node:events'
import { crc32, createInflateRaw } from 'node:zlib'
import { codeOf } from '../../mappings/kernel/thrown.ts'
import type { Chunks } from './bytes.ts'

/** Damaged data, with the same error code as Node's own reader. */
class GzipError extends Error {
  readonly code: string

  constructor(message: string, code = 'Z_DATA_ERROR') {
    super(message)
    this.code = code
  }
}

const cutOff = () => new GzipError('unexpected end of file', 'Z_BUF_ERROR')

/** Compressed bytes per step. Malicious data expands up to a thousandfold in memory. */
const packedSlice = 64 * 1024
/** Damage within a member loses the data since the last piece of this size. */
const unpackedPiece = 16 * 1024

/** A reader for bytes whose pieces differ from the incoming chunks. */
class Packed {
  readonly #chunks: AsyncIterator<Buffer>
  held: Buffer = Buffer.alloc(0)

  constructor(chunks: Chunks) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  async has(count: number): Promise<boolean> {
    while (this.held.length < count) {
      const next = await this.#chunks.next()
      if (next.done === true) return false
      this.held = this.held.length === 0 ? next.value : Buffer.concat([this.held, next.value])
    }
    return true
  }

  async take(count: number): Promise<Buffer> {
    if (!(await this.has(count))) throw cutOff()
    const taken = this.held.subarray(0, count)
    this.held = this.held.subarray(count)
    return taken
  }

  async skipZeros(): Promise<void> {
    while (await this.has(1)) {
      const at = this.held.findIndex((byte) => byte !== 0)
      this.held = this.held.subarray(at === -1 ? this.held.length : at)
      if (at !== -1) return
    }
  }

  async close(): Promise<void> {
    await this.#chunks.return?.()
  }
}

export const startsLikeGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Yields the content of the members in order. Damage calls `onDamage`, and then ends the data like the input's end. */
export async function* gunzipped(chunks: Chunks, onDamage: (error: unknown) => void): AsyncGenerator<Buffer> {
  const packed = new Packed(chunks)
  try {
    do {
      await takeHeader(packed)
      let checksum = 0
      let length = 0
      for await (const piece of inflated(packed)) {
        checksum = crc32(piece, checksum)
        length = (length + piece.length) % 2 ** 32
        yield piece
      }
      const trailer = await packed.take(8)
      if (trailer.readUInt32LE(0) !== checksum || trailer.readUInt32LE(4) !== length)
        onDamage(new GzipError('the checksum or the length differs'))
      await packed.skipZeros()
    } while ((await packed.has(2)) && startsLikeGzip(packed.held))
    if (packed.held.length > 0) onDamage(new GzipError('data that is not gzip follows'))
  } catch (error) {
    if (!codeOf(error)?.startsWith('Z_')) throw error
    onDamage(error)
  } finally {
    await packed.close()
  }
}

async function takeHeader(packed: Packed): Promise<void> {
  const [, , method, flags = 0] = await packed.take(10)
  if (method !== 8 || flags > 31) throw new GzipError('unknown header')
  if (flags & 4) await packed.take((await packed.take(2)).readUInt16LE())
  // A name and a comment, each ended by a zero.
  for (const flag of [8, 16]) if (flags & flag) while ((await packed.take(1))[0] !== 0);
  if (flags & 2) await packed.take(2)
}

/** Yields the content of a member. The member ends where the decompressor leaves input bytes unused. */
async function* inflated(packed: Packed): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: unpackedPiece })
  let out: Buffer[] = []
  inflate.on('data', (piece: Buffer) => out.push(piece))
  try {
    while (await packed.has(1)) {
      const slice = packed.held.subarray(0, packedSlice)
      const before = inflate.bytesWritten
      // Node never calls the callback of a failed write.
      const failure = await new Promise<Error | undefined>((resolve) => {
        inflate.once('error', resolve)
        inflate.write(slice, () => {
          inflate.off('error', resolve)
          resolve(undefined)
        })
      })
      while (failure === undefined && inflate.readableLength > 0) await once(inflate, 'data')
      yield* out
      out = []
      if (failure !== undefined) throw failure
      const used = inflate.bytesWritten - before
      await packed.take(used)
      if (used < slice.length) return
    }
    throw cutOff()
  } finally {
    inflate.destroy()
  }
}
