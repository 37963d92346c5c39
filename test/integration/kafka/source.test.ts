import { setTimeout as sleep } from 'node:timers/promises'
import kafkajs from 'kafkajs'
import { describe, expect, test } from 'vitest'
import { DependencyError } from '../../../pipeline/errors/dependency-error.ts'
import type { Failure } from '../../../pipeline/outcome.ts'
import type { RawKafkaValue, SourceBatch } from '../../../pipeline/source/source.ts'
import { requireEndpoint } from '../../support/endpoints.ts'
import { openKafkaBench, until } from './kafka-bench.ts'

const endpoint = await requireEndpoint('KAFKA_BROKERS')
const { CompressionTypes } = kafkajs

function numbered(count: number, prefix = 'r'): string[] {
  return Array.from({ length: count }, (_, i) => `{"id":"${prefix}${i}","text":"${'audit '.repeat(20)}"}`)
}

describe.skipIf(endpoint === undefined)('the Kafka source', () => {
  const bench = openKafkaBench(endpoint)

  describe('reads batches compressed', () => {
    const values = numbered(500)

    test.each([
      ['with gzip', CompressionTypes.GZIP],
      ['with snappy', CompressionTypes.Snappy],
    ])('by a producer %s', async (_, compression) => {
      const topic = await bench.topic()
      await bench.produce(topic, values, compression)
      const reader = bench.read([topic], bench.group())
      await until(() => reader.texts.length >= values.length)
      expect(reader.texts).toEqual(values)
    })

    // The broker recompresses with the libraries that Java producers use: other frames and block sizes than ours.
    test.each(['gzip', 'snappy', 'lz4', 'zstd'])('by the broker with %s', async (type) => {
      const topic = await bench.topic(1, [{ name: 'compression.type', value: type }])
      await bench.produce(topic, values)
      const reader = bench.read([topic], bench.group())
      await until(() => reader.texts.length >= values.length)
      expect(reader.texts).toEqual(values)
    })
  })

  test('reads on behind a batch that expands without end, and reports it once', async () => {
    const topic = await bench.topic()
    const group = bench.group()
    await bench.produce(topic, ['a'])
    await bench.produce(
      topic,
      [Buffer.alloc(300 * 1024 * 1024)].map((value) => ({ value })),
      CompressionTypes.GZIP,
    )
    await bench.produce(topic, ['b'])
    const refused: Failure[] = []
    const handle = async ({ failures }: SourceBatch) => void refused.push(...failures)
    const reader = bench.read([topic], group, handle)
    await until(async () => (await bench.committed(group, topic))[0] === '3')
    expect(reader.texts).toEqual(['a', 'b'])
    expect(refused.map(({ code, delivery }) => ({ code, ...delivery }))).toEqual([
      { code: 'batch_too_large', source: topic, partition: 0, offset: '1', lastOffset: '1' },
    ])
    await reader.stop()
    const again = bench.read([topic], group, handle)
    await until(() => again.source.status().atEndSince !== undefined)
    expect(refused).toHaveLength(1)
  })

  test('reports the origin and the time of a value', async () => {
    const topic = await bench.topic()
    await bench.produce(topic, [
      { value: 'a', timestamp: '1772323200000' },
      { value: 'b', timestamp: '1772323200000', headers: { h: 'x' } },
    ])
    const seen: RawKafkaValue[] = []
    const reader = bench.read([topic], bench.group(), async ({ values }) => void seen.push(...values))
    await until(() => reader.texts.length === 2)
    const receivedAt = '2026-03-01T00:00:00.000Z'
    expect(seen.map(({ delivery }) => delivery)).toEqual([
      { source: topic, partition: 0, offset: '0', receivedAt },
      { source: topic, partition: 0, offset: '1', receivedAt },
    ])
  })

  test('counts tombstones, hands none of them on, and commits behind them', async () => {
    const topic = await bench.topic()
    const group = bench.group()
    await bench.produce(topic, ['a', null, 'b', null, null])
    const reader = bench.read([topic], group)
    await until(async () => (await bench.committed(group, topic))[0] === '5')
    expect(reader.texts).toEqual(['a', 'b'])
    const counted = await reader.telemetry.metrics.tombstones.get()
    expect(counted.values).toMatchObject([{ value: 3, labels: { topic } }])
  })

  test('reads several topics in one group', async () => {
    const [one, two] = [await bench.topic(), await bench.topic(3)]
    await bench.produce(one, ['a'])
    await bench.produce(two, ['b'])
    const reader = bench.read([one, two], bench.group())
    await until(() => reader.texts.length === 2)
    expect(reader.texts.sort()).toEqual(['a', 'b'])
  })

  test('passes on at most the configured number at once', async () => {
    const topic = await bench.topic()
    await bench.produce(topic, numbered(250))
    const sizes: number[] = []
    const handle = async ({ values }: { values: readonly unknown[] }) => void sizes.push(values.length)
    const reader = bench.read([topic], bench.group(), handle, { batch: { records: 100 } })
    await until(() => reader.texts.length === 250)
    expect(sizes).toEqual([100, 100, 50])
    expect(reader.texts).toEqual(numbered(250))
  })

  describe('commits', () => {
    test('nothing before the batch is stored, and everything after', async () => {
      const topic = await bench.topic()
      const group = bench.group()
      await bench.produce(topic, ['a', 'b'])
      let release: () => void = () => undefined
      const stored = new Promise<void>((resolve) => {
        release = resolve
      })
      let taken = 0
      bench.read([topic], group, () => {
        taken++
        return stored
      })
      await until(() => taken > 0)
      // Longer than the session: only heartbeats during the slow store keep the partition.
      await sleep(9000)
      expect(await bench.committed(group, topic)).toEqual(['-1'])
      release()
      await until(async () => (await bench.committed(group, topic))[0] === '2')
      expect(taken).toBe(1)
    })

    test('so that a new start of the group goes on where the last ended', async () => {
      const topic = await bench.topic()
      const group = bench.group()
      await bench.produce(topic, ['a', 'b'])
      const first = bench.read([topic], group)
      await until(() => first.texts.length === 2)
      await first.stop()
      await bench.produce(topic, ['c'])
      const second = bench.read([topic], group)
      await until(() => second.texts.length > 0)
      expect(second.texts).toEqual(['c'])
    })

    test('commits in order: behind a chunk that failed nothing is committed, though the next was stored', async () => {
      const topic = await bench.topic()
      const group = bench.group()
      await bench.produce(topic, ['a', 'b', 'c', 'd'])
      const refusal = new DependencyError('es_unauthorized', 'no', { retryable: false })
      const handle = async ({ values }: { values: readonly RawKafkaValue[] }) => {
        if (values[0]?.buffer.toString() !== 'b') return
        await sleep(200)
        throw refusal
      }
      const reader = bench.read([topic], group, handle, { batch: { records: 1 } })
      await expect(reader.running).rejects.toBe(refusal)
      expect(reader.texts).toContain('c')
      expect(await bench.committed(group, topic)).toEqual(['1'])
      const again = bench.read([topic], group)
      await until(() => again.texts.length === 3)
      expect(again.texts).toEqual(['b', 'c', 'd'])
    })

    test('the current batch when the source stops, and no more', async () => {
      const topic = await bench.topic()
      const group = bench.group()
      await bench.produce(topic, numbered(6))
      let taken = 0
      const handle = async () => {
        taken++
        await sleep(500)
      }
      const reader = bench.read([topic], group, handle, { batch: { records: 1 } })
      await until(() => taken > 0)
      await reader.stop()
      const [offset] = await bench.committed(group, topic)
      expect(Number(offset)).toBe(reader.texts.length)
      expect(reader.texts.length).toBeGreaterThan(0)
      expect(reader.texts.length).toBeLessThan(6)
    })

    test('nothing of a store that outlasts the drain time', async () => {
      const topic = await bench.topic()
      const group = bench.group()
      await bench.produce(topic, ['a'])
      let taken = false
      const reader = bench.read([topic], group, () => {
        taken = true
        return new Promise(() => undefined)
      })
      await until(() => taken)
      const start = performance.now()
      await reader.source.stop(0.5)
      expect(performance.now() - start).toBeLessThan(5000)
      expect(await bench.committed(group, topic)).toEqual(['-1'])
    })
  })

  test('a second member takes over partitions, and nothing is lost on the way', async () => {
    const topic = await bench.topic(6)
    const group = bench.group()
    const produced: string[] = []
    let round = 0
    const more = async () => {
      const values = numbered(300, `${round++}-`).map((value, i) => ({ value, partition: i % 6 }))
      produced.push(...values.map(({ value }) => value))
      await bench.produce(topic, values)
    }
    const slow = () => sleep(30)
    const limits = { batch: { records: 10 } }
    await more()
    const one = bench.read([topic], group, slow, limits)
    await until(() => one.texts.length > 50)
    const two = bench.read([topic], group, slow, limits)
    while (two.texts.length < 100 && round < 60) await Promise.all([more(), sleep(500)])
    expect([one.source.status().assigned, two.source.status().assigned]).toEqual([3, 3])
    await one.stop()
    await more()
    await until(() => new Set([...one.texts, ...two.texts]).size === produced.length, 60)
    const each = String(produced.length / 6)
    await until(async () => (await bench.committed(group, topic)).every((offset) => offset === each))
    expect(new Set([...one.texts, ...two.texts])).toEqual(new Set(produced))
    expect(two.source.status().assigned).toBe(6)
  })

  describe('knows that it is at the end', () => {
    test('only while partitions are assigned and everything is stored', async () => {
      const topic = await bench.topic(3)
      await bench.produce(topic, ['a', 'b'])
      let release: () => void = () => undefined
      const stored = new Promise<void>((resolve) => {
        release = resolve
      })
      let taken = false
      const reader = bench.read([topic], bench.group(), () => {
        taken = true
        return stored
      })
      expect(reader.source.status().atEndSince).toBeUndefined()
      await until(() => taken)
      await sleep(1000)
      expect(reader.source.status()).toMatchObject({ lag: 2, atEndSince: undefined })
      release()
      await until(() => reader.source.status().atEndSince !== undefined)
      expect(reader.source.status().lag).toBe(0)
      await bench.produce(topic, ['c'])
      await until(() => reader.texts.length === 3)
      const { atEndSince } = reader.source.status()
      expect(atEndSince === undefined || performance.now() - atEndSince < 1000).toBe(true)
    })

    test('knows that it is at the end of an empty topic', async () => {
      const reader = bench.read([await bench.topic()], bench.group())
      await until(() => reader.source.status().atEndSince !== undefined)
    })

    test('behind the control records and the aborted records of transactions', async () => {
      const topic = await bench.topic()
      const group = bench.group()
      await bench.transact(topic, ['a', 'b'], 'commit')
      await bench.transact(topic, ['x'], 'abort')
      const reader = bench.read([topic], group)
      await until(() => reader.source.status().atEndSince !== undefined)
      expect(reader.texts).toEqual(['a', 'b'])
      await until(async () => (await bench.committed(group, topic))[0] === '5')
      // Alone in a fetch, an aborted record and its control record come as no batch at all.
      await bench.transact(topic, ['y'], 'abort')
      await until(async () => (await bench.committed(group, topic))[0] === '7')
      expect(reader.texts).toEqual(['a', 'b'])
    })

    test('when retention has removed everything that was not read', async () => {
      const topic = await bench.topic()
      const group = bench.group()
      await bench.produce(topic, ['a'])
      const first = bench.read([topic], group)
      await until(() => first.texts.length === 1)
      await first.stop()
      await bench.produce(topic, ['b', 'c'])
      await bench.admin.fetchTopicOffsets(topic) // kafkajs must have met the topic before it deletes records
      await bench.admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: '3' }] })
      const second = bench.read([topic], group)
      await until(() => second.source.status().atEndSince !== undefined)
      expect(second.texts).toEqual([])
    })
  })

  test('refuses a topic that does not exist, with a hint', async () => {
    const reader = bench.read(['test-absent'], bench.group())
    await expect(reader.running).rejects.toMatchObject({ code: 'kafka_topic_missing', retryable: false })
    await expect(reader.running).rejects.toThrow('consentry setup')
  })

  test('waits for an unreachable broker, and reports it', async () => {
    const reader = bench.read(['x'], bench.group(), undefined, { kafka: { brokers: ['127.0.0.1:1'] } })
    await until(() => reader.source.status().trouble !== undefined)
    expect(reader.source.status().trouble).toMatchObject({ code: 'kafka_unreachable' })
    await reader.stop()
    await reader.running
  })
})
