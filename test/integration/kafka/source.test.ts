import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { makeKafka } from '../../../pipeline/clients/kafka.ts'
import { requireEndpoint } from '../../support/endpoints.ts'
import { openKafkaBench, until, waiting } from './kafka-bench.ts'

const endpoint = await requireEndpoint('KAFKA_BROKERS')

function numbered(count: number, prefix = 'r'): string[] {
  return Array.from({ length: count }, (_, i) => `{"id":"${prefix}${i}","text":"${'audit '.repeat(20)}"}`)
}

describe.skipIf(endpoint === undefined)('the Kafka source', () => {
  const bench = openKafkaBench(endpoint)

  // The broker recompresses with the libraries that Java producers use: the frames and block sizes differ from ours.
  test.each(['gzip', 'snappy', 'lz4', 'zstd'])(
    'the Kafka source reads batches that the broker compressed with %s',
    async (type) => {
      const values = numbered(500)
      const topic = await bench.topic(1, [{ name: 'compression.type', value: type }])
      await bench.produce(topic, values)
      const reader = bench.read([topic], bench.group())
      await until(() => reader.texts.length >= values.length)
      expect(reader.texts).toEqual(values)
    },
  )

  test('the Kafka source counts tombstones, skips them, and commits past them', async () => {
    const topic = await bench.topic()
    const group = bench.group()
    await bench.produce(topic, ['a', null, 'b', null, null])
    const reader = bench.read([topic], group)
    await until(async () => (await bench.committed(group, topic))[0] === '5')
    expect(reader.texts).toEqual(['a', 'b'])
    const counted = await reader.telemetry.metrics.tombstones.get()
    expect(counted.values).toMatchObject([{ value: 3, labels: { topic } }])
  })

  test('the Kafka source commits, so that the next start of the group continues after the last committed record', async () => {
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

  test.each(['running', 'stopped'])(
    'a source that is %s reads a topic that was deleted and created again from its beginning',
    async (state) => {
      const topic = await bench.topic()
      const group = bench.group()
      const old = numbered(5, 'old')
      await bench.produce(topic, old)
      let reader = bench.read([topic], group)
      await until(async () => (await bench.committed(group, topic))[0] === '5')
      const [commits] = await bench.admin.fetchOffsets({ groupId: group, topics: [topic] })
      if (state === 'stopped') await reader.stop()
      await bench.recreate(topic)
      const values = numbered(25, 'new')
      await bench.produce(topic, values)
      if (state === 'stopped') {
        // The broker may forget the commits of a deleted topic, or keep them.
        await bench.commit(group, topic, commits?.partitions ?? [])
        reader = bench.read([topic], group)
      }
      await until(() => values.every((value) => reader.texts.includes(value)))
      await until(async () => (await bench.committed(group, topic))[0] === '25')
      await until(() => reader.source.status().lag === 0)
      const counted = await reader.telemetry.metrics.topicsReplaced.get()
      expect(counted.values).toMatchObject([{ value: 1, labels: { topic } }])
    },
  )

  test('a source states the records that retention removed before it read them', async () => {
    const topic = await bench.topic()
    const group = bench.group()
    await bench.produce(topic, numbered(10))
    const first = bench.read([topic], group)
    await until(async () => (await bench.committed(group, topic))[0] === '10')
    await first.stop()
    await bench.produce(topic, numbered(10, 'next'))
    await bench.admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: '15' }] })
    const second = bench.read([topic], group)
    await until(async () => (await bench.committed(group, topic))[0] === '20')
    expect(second.texts).toEqual(numbered(10, 'next').slice(5))
    const counted = await second.telemetry.metrics.recordsRemoved.get()
    expect(counted.values).toMatchObject([{ value: 5, labels: { topic } }])
  })

  test('a second member takes over partitions without the loss of a record', async () => {
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
    while (two.texts.length < 100) await Promise.all([more(), sleep(500)])
    expect([one.source.status().assigned, two.source.status().assigned]).toEqual([3, 3])
    await one.stop()
    await more()
    await until(() => new Set([...one.texts, ...two.texts]).size === produced.length)
    const ends = Array.from({ length: 6 }, () => String(produced.length / 6))
    await vi.waitFor(async () => expect(await bench.committed(group, topic)).toEqual(ends), waiting)
    expect(new Set([...one.texts, ...two.texts])).toEqual(new Set(produced))
    expect(two.source.status().assigned).toBe(6)
  })

  test('the Kafka source reads several topics in one group', async () => {
    const [one, two] = [await bench.topic(), await bench.topic(3)]
    await bench.produce(one, ['a'])
    await bench.produce(two, ['b'])
    const reader = bench.read([one, two], bench.group())
    await until(() => reader.texts.length === 2)
    expect(reader.texts.sort()).toEqual(['a', 'b'])
  })

  test('members of one group with different topics read every record of their own topics', async () => {
    const [shared, history] = [await bench.topic(4), await bench.topic(3)]
    const group = bench.group()
    const fill = async (topic: string, partitions: number) =>
      bench.produce(
        topic,
        numbered(60, topic).map((value, i) => ({ value, partition: i % partitions })),
      )
    const one = bench.read([shared], group)
    await until(() => one.source.status().assigned === 4)
    const two = bench.read([shared, history], group)
    const shares = () => [one, two].map(({ source }) => source.status().assigned ?? 0).sort()
    await until(() => String(shares()) === '3,4')
    await Promise.all([fill(shared, 4), fill(history, 3)])
    await until(() => one.texts.length + two.texts.length === 120)
    expect(one.texts.filter((text) => text.includes(history))).toEqual([])
  })

  test('a group that another program uses is a configuration error', async () => {
    const topic = await bench.topic()
    const group = bench.group()
    const foreign = makeKafka({ kafka: bench.config.kafka, log: bench.telemetry.log }).consumer({ groupId: group })
    await foreign.connect()
    await foreign.subscribe({ topics: [topic] })
    const joined = new Promise((resolve) => foreign.on(foreign.events.GROUP_JOIN, resolve))
    await foreign.run({ eachMessage: async () => undefined })
    await joined
    await expect(bench.read([topic], group).running).rejects.toMatchObject({ code: 'kafka_group_shared' })
    await foreign.disconnect()
  })

  describe('the Kafka source detects the end of a topic', () => {
    test('the Kafka source detects the end of an empty topic', async () => {
      const reader = bench.read([await bench.topic()], bench.group())
      await until(() => reader.source.status().atEndSince !== undefined)
    })

    test('the Kafka source detects the end after control records and aborted records of transactions', async () => {
      const topic = await bench.topic()
      const group = bench.group()
      await bench.transact(topic, ['a', 'b'], 'commit')
      await bench.transact(topic, ['x'], 'abort')
      const reader = bench.read([topic], group)
      await until(() => reader.source.status().atEndSince !== undefined)
      expect(reader.texts).toEqual(['a', 'b'])
      await until(async () => (await bench.committed(group, topic))[0] === '5')
      // If a fetch contains only an aborted record and its control record, kafkajs delivers no batch.
      await bench.transact(topic, ['y'], 'abort')
      await until(async () => (await bench.committed(group, topic))[0] === '7')
      expect(reader.texts).toEqual(['a', 'b'])
    })

    test('the Kafka source detects the end when retention has removed all unread records', async () => {
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

  test('the Kafka source refuses a topic that does not exist, and gives a hint', async () => {
    const reader = bench.read(['test-absent'], bench.group())
    await expect(reader.running).rejects.toMatchObject({ code: 'kafka_topic_missing', retryable: false })
    await expect(reader.running).rejects.toThrow('consentry setup')
  })

  test('the Kafka source waits for an unreachable broker, and reports it', async () => {
    const reader = bench.read(['x'], bench.group(), undefined, { kafka: { brokers: ['127.0.0.1:1'] } })
    await until(() => reader.source.status().trouble !== undefined)
    expect(reader.source.status().trouble).toMatchObject({ code: 'kafka_unreachable' })
    await reader.stop()
    await reader.running
  })
})
