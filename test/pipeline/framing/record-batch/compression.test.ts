import { gzipSync } from 'node:zlib'
import lz4 from 'lz4-napi'
import { compressSync } from 'snappy'
import { describe, expect, test } from 'vitest'
import { codecOf } from '../../../../pipeline/framing/record-batch/compression.ts'
import { RefusedBatch } from '../../../../pipeline/framing/record-batch/refused-batch.ts'
import { int32, xerial, zstdBomb, zstdStored } from '../../../support/record-batch.ts'

const megabyte = 1024 * 1024
const limit = 8 * megabyte
const snappy = (content: Buffer) => compressSync(content)
const lz4Frame = (content: Buffer) => lz4.compressFrameSync(content)

/** Each codec with a compressor. */
const codecs = {
  gzip: { compress: (content: Buffer) => gzipSync(content), decompress: codecOf(1).decompress },
  'snappy in one block': { compress: snappy, decompress: codecOf(2).decompress },
  'snappy in frames': {
    compress: (content: Buffer) =>
      xerial([snappy(content.subarray(0, 5 * megabyte)), snappy(content.subarray(5 * megabyte))]),
    decompress: codecOf(2).decompress,
  },
  lz4: { compress: lz4Frame, decompress: codecOf(3).decompress },
  zstd: { compress: ({ length }: Buffer) => zstdBomb(length), decompress: codecOf(4).decompress },
} as const
const each = Object.entries(codecs).map(([name, codec]) => ({ name, ...codec }))

async function refusal(work: () => Buffer | Promise<Buffer>): Promise<string> {
  try {
    await work()
  } catch (error) {
    if (error instanceof RefusedBatch) return `${error.code}: ${error.message}`
    throw error
  }
  return 'accepted'
}

describe.each(each)('$name', ({ compress, decompress }) => {
  test('the codec restores compressed data up to the limit', async () => {
    const content = Buffer.alloc(limit)
    expect((await decompress(compress(content), limit)).equals(content)).toBe(true)
  })

  test('the codec refuses data that expands beyond the limit', async () => {
    const bomb = compress(Buffer.alloc(limit + 128 * 1024))
    expect(await refusal(() => decompress(bomb, limit))).toContain(`batch_too_large: the batch expands to more than`)
  })

  test('the codec refuses data that is truncated at any position', async () => {
    const whole = compress(Buffer.alloc(300_000))
    for (let length = 1; length < whole.length; length += Math.ceil(whole.length / 50)) {
      expect(await refusal(() => decompress(whole.subarray(0, length), limit))).toContain('batch_damaged')
    }
  })

  test.each(['ffffffffffffffffffffffffffffffff', '1f8b'])(
    'the codec rejects data in another format: %s',
    async (hex) => {
      expect(await refusal(() => decompress(Buffer.from(hex, 'hex'), limit))).toContain('batch_damaged')
    },
  )
})

test.each([
  ['gzip', () => gzipSync(Buffer.alloc(512 * megabyte), { level: 1 }), codecOf(1).decompress],
  ['zstd', () => zstdBomb(1000 * megabyte), codecOf(4).decompress],
] as const)('decompression stops at the limit of a %s bomb', async (_, make, decompress) => {
  const bomb = make()
  const before = process.memoryUsage().rss
  expect(await refusal(() => decompress(bomb, limit))).toContain('batch_too_large')
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * megabyte)
})

test('zstd does not trust a declared size', async () => {
  const claim = zstdBomb(128 * 1024, 10_000_000_000n)
  expect(await refusal(() => codecOf(4).decompress(claim, limit))).toContain('batch_damaged')
})

test('snappy does not trust a declared size', async () => {
  // 60 MB in five bytes.
  const claim = Buffer.from('8080c01e00', 'hex')
  expect(await refusal(() => codecOf(2).decompress(claim, 64 * megabyte))).toContain('declares more')
  const frames = xerial([claim])
  expect(await refusal(() => codecOf(2).decompress(frames, 64 * megabyte))).toContain('declares more')
})

test('lz4 does not trust a declared size', async () => {
  const frame = lz4Frame(Buffer.from('audit audit audit'))
  const claim = Buffer.concat([Buffer.from('04224d186840', 'hex'), Buffer.alloc(8, 0xff), frame.subarray(6)])
  expect((await codecOf(3).decompress(claim, limit)).toString()).toBe('audit audit audit')
})

test.each(each.filter(({ name }) => !name.startsWith('snappy')))(
  'several frames one after the other count together in $name',
  async (codec) => {
    const frame = codec.compress(Buffer.alloc(5 * megabyte))
    const both = Buffer.concat([frame, frame])
    expect(await refusal(() => codec.decompress(both, limit))).toContain('batch_too_large')
    expect((await codec.decompress(both, 2 * limit)).length).toBe(10 * megabyte)
  },
)

// `printf 'audit audit audit audit audit' | zstd -c` and `… | lz4 -c`
test.each([
  ['zstd', codecOf(4).decompress, '28b52ffd0458650000306175646974200100a94b112e0a01c9'],
  ['lz4', codecOf(3).decompress, '04224d186440a70f0000006e617564697420060050617564697400000000884f2ca1'],
] as const)('what the reference %s writes is read', async (_, decompress, hex) => {
  expect((await decompress(Buffer.from(hex, 'hex'), limit)).toString()).toBe('audit audit audit audit audit')
})

test('zstd reads stored blocks, and skips skippable frames', async () => {
  const skipped = Buffer.concat([Buffer.from('502a4d1803000000', 'hex'), Buffer.from('abc')])
  const bytes = Buffer.concat([skipped, zstdStored(Buffer.from('audit'))])
  expect((await codecOf(4).decompress(bytes, limit)).toString()).toBe('audit')
})

test('a xerial frame with a length beyond its data is refused', async () => {
  const cut = Buffer.concat([xerial([]), int32(-1), Buffer.from('x')])
  expect(await refusal(() => codecOf(2).decompress(cut, limit))).toContain('cut off')
})

test('an unknown codec is refused', async () => {
  for (const id of [5, 6, 7])
    expect(await refusal(() => codecOf(id).decompress(Buffer.alloc(1), 1))).toContain('batch_unsupported')
})
