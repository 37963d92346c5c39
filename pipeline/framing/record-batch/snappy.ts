// Snappy, as Java producers write it (blocks in the framing of xerial's library) or as one block.
import { uncompress } from 'snappy'
import { messageOf } from '../../../mappings/kernel/thrown.ts'
import { damaged, tooLarge } from './refused-batch.ts'

const xerialMagic = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00])
/** Size of the header: the magic number and two versions. */
const xerialHeader = 16
/** Maximum expansion: three bytes of a block produce at most 64 bytes. */
const greatestRatio = 22

/** Returns the size that a block declares. The library allocates this size before it reads the block. */
function declaredSize(block: Buffer): number {
  let size = 0
  for (let i = 0; i < 5; i++) {
    const byte = block[i]
    if (byte === undefined) break
    size += (byte & 0x7f) * 2 ** (7 * i)
    if (byte < 0x80) return size
  }
  throw damaged('a snappy block has no size')
}

async function decodeBlock(block: Buffer, left: number, limit: number): Promise<Buffer> {
  const declared = declaredSize(block)
  if (declared > block.length * greatestRatio) throw damaged('a snappy block declares more than it can hold')
  if (declared > left) throw tooLarge(limit)
  try {
    return (await uncompress(block, { asBuffer: true })) as Buffer
  } catch (error) {
    throw damaged(`a snappy block is damaged: ${messageOf(error)}`)
  }
}

export async function decompressSnappy(bytes: Buffer, limit: number): Promise<Buffer> {
  if (!bytes.subarray(0, xerialMagic.length).equals(xerialMagic)) return decodeBlock(bytes, limit, limit)
  const parts: Buffer[] = []
  let size = 0
  for (let at = xerialHeader; at < bytes.length; ) {
    const end = at + 4 <= bytes.length ? at + 4 + bytes.readUInt32BE(at) : Number.POSITIVE_INFINITY
    if (end > bytes.length) throw damaged('the snappy data is cut off')
    const part = await decodeBlock(bytes.subarray(at + 4, end), limit - size, limit)
    size += part.length
    parts.push(part)
    at = end
  }
  return Buffer.concat(parts, size)
}
