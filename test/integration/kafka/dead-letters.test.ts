import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makeKafka } from '../../../pipeline/clients/kafka.ts'
import type { DeadLetter } from '../../../pipeline/outcome.ts'
import { setupKafka } from '../../../pipeline/setup/kafka.ts'
import { makeKafkaDeadLetters } from '../../../pipeline/sink/kafka-dead-letter.ts'
import { requireEndpoint } from '../../support/endpoints.ts'
import { openKafkaBench, until } from './kafka-bench.ts'

const endpoint = await requireEndpoint('KAFKA_BROKERS')

function letter(offset: string, raw: string): DeadLetter {
  const at = { '@timestamp': '2026-03-01T00:00:00.000Z', source: 'raw', partition: 3, offset, element: 'records[1]' }
  return { ...at, code: 'not_json', detail: 'the value is not JSON', raw }
}

describe.skipIf(endpoint === undefined)('dead letters in Kafka', () => {
  const bench = openKafkaBench(endpoint)

  /** Writes the dead letters and reads them back from the topic, with the headers. */
  async function roundTrip(letters: readonly DeadLetter[]) {
    const topic = await bench.topic()
    const { kafka } = bench.config
    const { log } = bench.telemetry
    const sink = makeKafkaDeadLetters({ kafka: { ...kafka, deadLetterTopic: topic }, log })
    await sink.put(letters)
    await sink.close()
    const consumer = makeKafka({ kafka, log }).consumer({ groupId: bench.group(), maxWaitTimeInMs: 300 })
    const got: { letter: DeadLetter; headers: Record<string, string> }[] = []
    await consumer.connect()
    await consumer.subscribe({ topics: [topic], fromBeginning: true })
    await consumer.run({
      eachMessage: async ({ message }) => {
        const headers = Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)])
        got.push({ letter: JSON.parse(String(message.value)), headers: Object.fromEntries(headers) })
      },
    })
    await until(() => got.length >= letters.length)
    await consumer.disconnect()
    return got
  }

  test('a dead letter in Kafka contains the whole letter, and repeats the filter fields in its headers', async () => {
    const sent = letter('12', '{"broken')
    const [got] = await roundTrip([sent])
    expect(got?.letter).toEqual(sent)
    expect(got?.headers).toEqual({
      code: 'not_json',
      source: 'raw',
      partition: '3',
      offset: '12',
      element: 'records[1]',
    })
  })

  test('a dead letter in Kafka marks bytes that are not text', async () => {
    const [got] = await roundTrip([letter('1', 'base64:/wA=')])
    expect(got?.headers.encoding).toBe('base64')
  })

  test('a dead letter above the size limit of the broker is truncated and marked, and does not delay the others', async () => {
    const noise = randomBytes(1_500_000).toString('base64')
    const got = await roundTrip([letter('1', 'short'), letter('2', noise), letter('3', 'short')])
    expect(got.map(({ letter }) => letter.offset).sort()).toEqual(['1', '2', '3'])
    const cut = got.find(({ letter }) => letter.offset === '2')?.letter
    expect(cut?.raw).toBe(noise.slice(0, 100_000))
    expect(cut?.detail).toContain(`truncated from ${noise.length} characters`)
  })

  test('a dead letter for a topic that does not exist fails with a hint about how to create the topic', async () => {
    const kafka = { ...bench.config.kafka, deadLetterTopic: 'test-absent' }
    const sink = makeKafkaDeadLetters({ kafka, log: bench.telemetry.log })
    await expect(sink.put([letter('1', 'x')])).rejects.toMatchObject({ code: 'kafka_topic_missing' })
    await sink.close()
  })

  test('setup creates the topics of dead letters, raw records and collect cursors once', async () => {
    const [raw, dead, cursors] = ['raw', 'dead', 'cursors'].map((each) => `test-${each}-${bench.group()}`) as [
      string,
      string,
      string,
    ]
    const names = [raw, dead, cursors]
    bench.topics.push(...names)
    const kafka = {
      ...bench.config.kafka,
      partitions: 4,
      topics: [raw],
      deadLetterTopic: dead,
      collectStateTopic: cursors,
    }
    const setup = (dryRun: boolean) => setupKafka({ kafka, log: bench.telemetry.log, dryRun })
    const changes = (change: string) => names.map((name) => ({ kind: 'topic', name, change }))
    expect(await setup(true)).toEqual(changes('created'))
    expect(await bench.admin.listTopics()).not.toContain(raw)
    expect(await setup(false)).toEqual(changes('created'))
    expect(await setup(false)).toEqual(changes('unchanged'))
    const { topics } = await bench.admin.fetchTopicMetadata({ topics: [...names] })
    expect(Object.fromEntries(topics.map(({ name, partitions }) => [name, partitions.length]))).toEqual({
      [raw]: 4,
      [dead]: 1,
      [cursors]: 8,
    })
  })
})
