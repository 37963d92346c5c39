import { describe, expect, test } from 'vitest'
import { DependencyError } from '../../../pipeline/errors/dependency-error.ts'
import type { DeadLetter, Event } from '../../../pipeline/outcome.ts'
import { assessHealth } from '../../../pipeline/service/health.ts'
import { Progress } from '../../../pipeline/service/progress.ts'
import { runService, type ServiceOptions } from '../../../pipeline/service/run.ts'
import { makeKafkaDeadLetters } from '../../../pipeline/sink/kafka-dead-letter.ts'
import { makeKafkaSource } from '../../../pipeline/source/kafka.ts'
import { event } from '../../pipeline/service/fake-world.ts'
import { requireEndpoint } from '../../support/endpoints.ts'
import { openKafkaBench, until } from './kafka-bench.ts'

const endpoint = await requireEndpoint('KAFKA_BROKERS')

describe.skipIf(endpoint === undefined)('the service on Kafka', () => {
  const bench = openKafkaBench(endpoint)

  /** The loop over a topic of Kafka, into a map that stores an id once. */
  async function start(topic: string, group: string, overrides: Partial<ServiceOptions> = {}) {
    const stored = new Map<string, number>()
    const deadLetterTopic = await bench.topic()
    const kafka = { ...bench.config.kafka, topics: [topic], group, deadLetterTopic, sessionSeconds: 6 }
    const { telemetry } = bench
    const source = makeKafkaSource({ kafka, batch: { records: 50, bytes: 1_000_000 }, telemetry, measureSeconds: 0.3 })
    const deadLetters = makeKafkaDeadLetters({ kafka, log: telemetry.log })
    const progress = new Progress(performance.now())
    const store = async (events: readonly Event[]) => {
      for (const { id } of events) stored.set(id, (stored.get(id) ?? 0) + 1)
      return { stored: events.length, duplicates: 0, doubled: 0, failures: [], byDataset: new Map() }
    }
    const options: ServiceOptions = {
      source,
      transform: (value) => {
        const text = value.buffer.toString()
        if (text !== 'poison') return [event(text, value)]
        const { delivery } = value
        return [{ ok: false, code: 'not_json', detail: '', element: '', delivery, raw: text }]
      },
      updateEntities: async (events) => events,
      sink: { store },
      deadLetters,
      telemetry,
      signal: new AbortController().signal,
      drainSeconds: 5,
      untilIdleSeconds: 1,
      progress,
      ...overrides,
    }
    const health = () => assessHealth({ progress, status: source.status(), now: performance.now(), staleSeconds: 60 })
    const running = runService(options).finally(() => deadLetters.close())
    return { running, stored, deadLetterTopic, store, health }
  }

  test('stores all valid records, dead-letters the poison records, commits all offsets and ends when idle', async () => {
    const topic = await bench.topic(2)
    const group = bench.group()
    const ids = Array.from({ length: 300 }, (_, i) => `id-${i}`)
    const messages = [...ids.slice(0, 150), 'poison', ...ids.slice(150)].map((value, i) => ({
      value,
      partition: i % 2,
    }))
    await bench.produce(topic, messages)
    const { running, stored, deadLetterTopic, health } = await start(topic, group)
    await until(() => stored.size === 300)
    await until(() => health().healthy && health().ready)
    expect(await running).toEqual({ ended: 'idle', records: 301, stored: 300, duplicates: 0, deadLetters: 1 })
    expect([...stored.keys()].sort()).toEqual([...ids].sort())
    expect(await bench.committed(group, topic)).toEqual(['151', '150'])
    const reader = bench.read([deadLetterTopic], bench.group())
    await until(() => reader.texts.length === 1)
    const letter = JSON.parse(reader.texts[0] ?? '') as DeadLetter
    expect(letter).toMatchObject({ code: 'not_json', source: topic, partition: 0, offset: '75', raw: 'poison' })
  })

  test('outlasts a sink that is down for longer than the session, without losing its partitions', async () => {
    const topic = await bench.topic()
    const group = bench.group()
    await bench.produce(topic, ['a', 'b', 'c'])
    const downUntil = performance.now() + 9000
    const attempts: string[] = []
    const sink = {
      store: async (events: readonly Event[]) => {
        attempts.push(events.map(({ id }) => id).join())
        if (performance.now() < downUntil) throw new DependencyError('es_unavailable', 'down', { retryable: true })
        return { stored: events.length, duplicates: 0, doubled: 0, failures: [], byDataset: new Map() }
      },
    }
    const { running, health } = await start(topic, group, { sink, retry: { baseMs: 200, capMs: 1000 } })
    await until(() => attempts.length > 3)
    expect(health()).toMatchObject({ healthy: true, ready: false, reasons: [{ code: 'es_unavailable' }] })
    expect(await bench.committed(group, topic)).toEqual(['-1'])
    expect(await running).toMatchObject({ ended: 'idle', records: 3, stored: 3 })
    expect(new Set(attempts)).toEqual(new Set(['a,b,c']))
    expect(await bench.committed(group, topic)).toEqual(['3'])
  })
})
