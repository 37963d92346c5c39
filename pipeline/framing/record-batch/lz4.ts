// Decompresses LZ4 frames. The library decodes a frame without a limit, so this module passes only blocks to it.
import lz4 from 'lz4-napi'
import { messageOf } from '../../../mappings/kernel/thrown.ts'
import { damaged, tooLarge } from './refused-batch.ts'

const magic = 0x184d2204
/** Block sizes that a frame header can declare, by code. */
const blockSizes: Readonly<Record<number, number>> = { 4: 1 << 16, 5: 1 << 18, 6: 1 << 20, 7: 1 << 22 }

interface FrameHeader {
  readonly bytes: number
  readonly blockSize: number
  readonly blockChecksum: boolean
  readonly contentChecksum: boolean
}

function readHeader(frame: Buffer): FrameHeader {
  if (frame.length < 7) throw damaged('the lz4 frame is cut off')
  if (frame.readUInt32LE(0) !== magic) throw damaged('this is no lz4 frame')
  const flags = frame.readUInt8(4)
  const blockSize = blockSizes[(frame.readUInt8(5) >> 4) & 7]
  // Kafka's own clients use neither dependent blocks nor dictionaries.
  if (flags >> 6 !== 1 || (flags & 0x20) === 0 || (flags & 0x03) !== 0 || blockSize === undefined) {
    throw damaged('the lz4 frame has a form that Kafka does not use')
  }
  return {
    bytes: (flags & 0x08) === 0 ? 7 : 15,
    blockSize,
    blockChecksum: (flags & 0x10) !== 0,
    contentChecksum: (flags & 0x04) !== 0,
  }
}

/** Decodes one block. The library expects the maximum size before the block, and returns at most this size. */
function decodeBlock(block: Buffer, largest: number): Buffer {
  const sized = Buffer.allocUnsafe(4 + block.length)
  sized.writeUInt32LE(largest, 0)
  block.copy(sized, 4)
  try {
    return lz4.uncompressSync(sized)
  } catch (error) {
    throw damaged(`an lz4 block is damaged: ${messageOf(error)}`)
  }
}

/** Decompresses the frames, up to the limit. Does not verify checksums, because the record batch has its own. */
export function decompressLz4(bytes: Buffer, limit: number): Buffer {
  const parts: Buffer[] = []
  let size = 0
  let at = 0
  while (at < bytes.length) {
    const { bytes: headerBytes, blockSize, blockChecksum, contentChecksum } = readHeader(bytes.subarray(at))
    at += headerBytes
    for (;;) {
      if (at + 4 > bytes.length) throw damaged('the lz4 frame is cut off')
      const word = bytes.readUInt32LE(at)
      at += 4
      if (word === 0) break
      const length = word & 0x7fffffff
      if (at + length > bytes.length) throw damaged('the lz4 frame is cut off')
      const block = bytes.subarray(at, at + length)
      // The highest bit marks an uncompressed block.
      const part = word >>> 31 === 1 ? block : decodeBlock(block, blockSize)
      size += part.length
      if (size > limit) throw tooLarge(limit)
      parts.push(part)
      at += length + (blockChecksum ? 4 : 0)
    }
    at += contentChecksum ? 4 : 0
  }
  return Buffer.concat(parts, size)
}
