import { describe, expect, test } from 'vitest'
import { DependencyError } from '../../../pipeline/errors/dependency-error.ts'
import type { Event } from '../../../pipeline/outcome.ts'
import { assessHealth } from '../../../pipeline/service/health.ts'
import { Progress } from '../../../pipeline/service/progress.ts'
import { runService, type ServiceOptions } from '../../../pipeline/service/run.ts'
import { makeKafkaSource } from '../../../pipeline/source/kafka.ts'
import { event } from '../../pipeline/service/fake-world.ts'
import { requireEndpoint } from '../../support/endpoints.ts'
import { openKafkaBench, until } from './kafka-bench.ts'

const endpoint = await requireEndpoint('KAFKA_BROKERS')

describe.skipIf(endpoint === undefined)('the service on Kafka', () => {
  const bench = openKafkaBench(endpoint)

  function start(topic: string, group: string, overrides: Pick<ServiceOptions, 'sink' | 'retry'>) {
    const kafka = { ...bench.config.kafka, topics: [topic], group, sessionSeconds: 6 }
    const { telemetry } = bench
    const source = makeKafkaSource({ kafka, batch: { records: 50, bytes: 1_000_000 }, telemetry, measureSeconds: 0.3 })
    const progress = new Progress(performance.now())
    const running = runService({
      source,
      transform: (value) => [event(value.buffer.toString(), value)],
      updateEntities: async (events) => events,
      deadLetters: { put: async () => undefined },
      telemetry,
      signal: new AbortController().signal,
      drainSeconds: 5,
      untilIdleSeconds: 1,
      progress,
      ...overrides,
    })
    const health = () => assessHealth({ progress, status: source.status(), now: performance.now(), staleSeconds: 60 })
    return { running, health }
  }

  test('the service keeps its partitions while the sink is down for longer than the Kafka session', async () => {
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
    const { running, health } = start(topic, group, { sink, retry: { baseMs: 200, capMs: 1000 } })
    await until(() => attempts.length > 3)
    expect(health()).toMatchObject({ healthy: true, ready: false, reasons: [{ code: 'es_unavailable' }] })
    expect(await bench.committed(group, topic)).toEqual(['-1'])
    expect(await running).toMatchObject({ ended: 'idle', records: 3, stored: 3 })
    expect(new Set(attempts)).toEqual(new Set(['a,b,c']))
    expect(await bench.committed(group, topic)).toEqual(['3'])
  })
})
