import kafkajs from 'kafkajs'
import { beforeAll, describe, expect, test } from 'vitest'
import { registerCodecs } from '../../../pipeline/source/compression.ts'
import { toWorldError } from '../../../pipeline/source/kafka-client.ts'

interface Codec {
  decompress(buffer: Buffer): Promise<Buffer>
}
const codecs = kafkajs.CompressionCodecs as Record<number, () => Codec>

function codec(id: number): Codec {
  return codecs[id]?.() as Codec
}

/** What `work` ends with, as the source would report it. */
async function reported(work: () => Promise<unknown>) {
  try {
    await work()
  } catch (error) {
    const { code, retryable, message, name } = toWorldError(error)
    return { code, retryable, message, name }
  }
  throw new Error('accepted')
}

describe('codecs', () => {
  beforeAll(registerCodecs)

  // `printf 'audit audit audit audit audit' | zstd -c` and `… | lz4 -c`
  test.each([
    ['zstd', 4, '28b52ffd0458650000306175646974200100a94b112e0a01c9'],
    ['lz4', 3, '04224d186440a70f0000006e617564697420060050617564697400000000884f2ca1'],
  ])('read what the reference %s writes', async (_, id, hex) => {
    expect((await codec(id).decompress(Buffer.from(hex, 'hex'))).toString()).toBe('audit audit audit audit audit')
  })

  test.each([
    ['snappy', 2],
    ['lz4', 3],
    ['zstd', 4],
  ])('report a %s batch that is damaged as a trouble that retrying does not mend', async (name, id) => {
    const damaged = Buffer.from('ffffffffffffffffffffffffffffff', 'hex')
    const error = await reported(() => codec(id).decompress(damaged))
    expect(error).toMatchObject({ code: 'kafka_codec', retryable: false, name: 'KafkaJSNotImplemented' })
    expect(error.message).toContain(name)
  })

  test('of the future are refused, not read as plain records', async () => {
    const error = await reported(async () => codec(5))
    expect(error).toMatchObject({ code: 'kafka_codec', message: expect.stringContaining('codec 5') })
  })

  test('refuse an lz4 frame that claims gigabytes', async () => {
    const claim = Buffer.from('04224d1848400000007f0000000000', 'hex')
    expect((await reported(() => codec(3).decompress(claim))).message).toContain('claims')
  })
})
