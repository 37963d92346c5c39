// Converts the bytes of an input to UTF-8, and decompresses gzip. Detects gzip and UTF-16 by content, not by name.
import { isUtf8 } from 'node:buffer'
import { gunzipped, startsLikeGzip } from './gzip.ts'

export type Chunks = AsyncIterable<Buffer>

/**
 * Returns the first bytes of an input (fewer if the input is shorter), and the whole input including these bytes. If
 * the input fails this early, the returned input fails after these bytes, so that none of them is lost.
 */
export async function peek(chunks: Chunks, count: number): Promise<{ head: Buffer; all: Chunks }> {
  const iterator = chunks[Symbol.asyncIterator]()
  let head: Buffer = Buffer.alloc(0)
  let failure: { readonly error: unknown } | undefined
  let done = false
  while (head.length < count && !done) {
    try {
      const next = await iterator.next()
      if (next.done === true) done = true
      else head = head.length === 0 ? next.value : Buffer.concat([head, next.value])
    } catch (error) {
      failure = { error }
      done = true
    }
  }
  async function* all(): AsyncGenerator<Buffer> {
    try {
      if (head.length > 0) yield head
      if (failure !== undefined) throw failure.error
      if (done) return
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  }
  return { head, all: all() }
}

/** Returns the input without gzip compression. Damaged gzip data yields its readable part, and calls `onDamage`. */
export async function unpacked(chunks: Chunks, onDamage: (error: unknown) => void): Promise<Chunks> {
  const { head, all } = await peek(chunks, 2)
  return startsLikeGzip(head) ? gunzipped(all, onDamage) : all
}

const lineFeed = 0x0a

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** Number of bytes to examine for the encoding. The header of a table may contain no ASCII character. */
const encodingBytes = 4096

/** Detects the encoding by byte order mark, or else by the zero bytes next to ASCII characters. */
function encodingOf(head: Buffer): Encoding {
  const [first, second] = head
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // The first line is UTF-8, even if a program appended UTF-16 lines.
  const lineEnd = head.indexOf(lineFeed)
  if (lineEnd > 0 && !head.subarray(0, lineEnd + 2).includes(0)) return 'utf-8'
  const zeros = [0, 0] as [number, number]
  for (const [i, byte] of head.entries()) if (byte === 0) zeros[(i % 2) as 0 | 1]++
  const [even, odd] = zeros
  // One eighth of the characters: all supported text has digits and signs. Padding has zeros at all positions.
  const enough = Math.max(2, head.length / 16)
  if (odd >= enough && odd > 8 * even) return 'utf-16le'
  if (even >= enough && even > 8 * odd) return 'utf-16be'
  return 'utf-8'
}

/** Number of bytes that `isUtf32` examines. */
export const utf32Bytes = 32

/** Detects UTF-32 by the zero bytes in each of the first characters: the two upper bytes. No other text has them. */
export function isUtf32(head: Buffer): boolean {
  const units = [...head.subarray(0, Math.min(utf32Bytes, head.length & ~3))]
  const hasZeros = (zeros: readonly number[], lowest: number) =>
    units.every((byte, i) => (zeros.includes(i % 4) ? byte === 0 : i % 4 !== lowest || byte !== 0))
  return units.length >= 8 && (hasZeros([2, 3], 0) || hasZeros([0, 1], 3))
}

export async function asUtf8(chunks: Chunks): Promise<Chunks> {
  const { head, all } = await peek(chunks, encodingBytes)
  const encoding = encodingOf(head)
  if (encoding !== 'utf-8') return transcoded(all, encoding)
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? skipFirst(all, 3) : all
}

async function* transcoded(chunks: Chunks, encoding: Encoding): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  const rest = decoder.decode()
  if (rest !== '') yield Buffer.from(rest)
}

/** Windows-1252 characters from 0x80, where Latin-1 has control characters. Undefined positions stay unchanged. */
const windowsSigns = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

function fromWindows1252(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1')
  return Buffer.from(text.replace(/[\x80-\x9f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] as string))
}

/** Returns the number of bytes at the end that form an incomplete character. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}

/** Reads each line that is not UTF-8 as Windows-1252, which Excel and older consoles write. */
export async function* withoutLatin1(chunks: Chunks): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const whole = bytes.length - unfinished(bytes)
    rest = bytes.subarray(whole)
    yield* utf8Lines(bytes.subarray(0, whole))
  }
  if (rest.length > 0) yield fromWindows1252(rest)
}

function* utf8Lines(bytes: Buffer): Generator<Buffer> {
  if (isUtf8(bytes)) {
    if (bytes.length > 0) yield bytes
    return
  }
  for (let at = 0; at < bytes.length; ) {
    const found = bytes.indexOf(lineFeed, at)
    const end = found === -1 ? bytes.length : found + 1
    const line = bytes.subarray(at, end)
    yield isUtf8(line) ? line : fromWindows1252(line)
    at = end
  }
}

export async function* skipFirst(chunks: Chunks, count: number): AsyncGenerator<Buffer> {
  let left = count
  for await (const chunk of chunks) {
    const skipped = Math.min(left, chunk.length)
    left -= skipped
    if (skipped < chunk.length) yield chunk.subarray(skipped)
  }
}
