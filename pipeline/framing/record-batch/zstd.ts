// Zstandard frames, decoded by libzstd in WebAssembly. Node's own decoder (since 22.15) reads the first of several frames only.
import { ZSTDDecoder } from 'zstddec'
import { damaged, tooLarge } from './refused-batch.ts'

const magic = 0xfd2fb528
/** The first of 16 magic numbers that mark frames for a decoder to skip. */
const skippableMagic = 0x184d2a50
const largestBlock = 128 * 1024

function need(bytes: Buffer, end: number): void {
  if (end > bytes.length) throw damaged('the zstd frame is cut off')
}

/** Bytes of a frame header, its magic number included. */
function headerBytes(descriptor: number): number {
  const single = (descriptor & 0x20) !== 0
  const dictionary = [0, 1, 2, 4][descriptor & 3] as number
  const contentSize = [single ? 1 : 0, 2, 4, 8][descriptor >> 6] as number
  return 5 + (single ? 0 : 1) + dictionary + contentSize
}

/**
 * Returns the maximum decompressed size of the frames, from their block headers. Ignores the size that a frame
 * declares. Throws if a frame is cut off.
 */
function zstdBound(bytes: Buffer): number {
  let bound = 0
  let at = 0
  while (at < bytes.length) {
    need(bytes, at + 8)
    const number = bytes.readUInt32LE(at)
    if (number >>> 4 === skippableMagic >>> 4) {
      at += 8 + bytes.readUInt32LE(at + 4)
      need(bytes, at)
      continue
    }
    if (number !== magic) throw damaged('this is no zstd frame')
    const descriptor = bytes.readUInt8(at + 4)
    at += headerBytes(descriptor)
    for (let last = false; !last; ) {
      need(bytes, at + 3)
      const header = bytes.readUIntLE(at, 3)
      last = (header & 1) === 1
      const type = (header >> 1) & 3
      const size = header >> 3
      // Block types: 0 is uncompressed, 1 is one repeated byte, 2 is compressed.
      if (type === 3 || size > largestBlock) throw damaged('a zstd block is damaged')
      bound += type === 2 ? largestBlock : size
      at += 3 + (type === 1 ? 1 : size)
      need(bytes, at)
    }
    at += (descriptor & 0x04) === 0 ? 0 : 4
    need(bytes, at)
  }
  return bound
}

const decoder = new ZSTDDecoder()

/**
 * Decompresses the frames, up to the limit. The decoder returns no bytes for every failure, including a result over the
 * limit.
 */
export async function decompressZstd(bytes: Buffer, limit: number): Promise<Buffer> {
  const bound = zstdBound(bytes)
  if (bound === 0) return Buffer.alloc(0)
  await decoder.init()
  const content = decoder.decode(bytes, Math.min(bound, limit))
  if (content.length === 0) throw bound > limit ? tooLarge(limit) : damaged('the zstd data is damaged')
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength)
}
