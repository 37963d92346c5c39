// The end of the service: killed in the middle of a batch, stopped by a signal, or observed from outside.
import { expect, test } from 'vitest'
import { loadSamples } from '../../../pipeline/content-check/samples.ts'
import { freshRecord, toMoulds } from '../../bench/fresh-records.ts'
import { freePort } from '../../support/local-server.ts'
import { until } from '../kafka/kafka-bench.ts'
import { type Deployment, describeService, type ServiceBench } from './service-bench.ts'

const count = 12_000
/** One batch for a whole partition, stored by several requests: an instance that dies in it leaves a part stored. */
const largeBatches = {
  KAFKA_FETCH_PARTITION_BYTES: '67108864',
  KAFKA_FETCH_BYTES: '134217728',
  BATCH_BYTES: '67108864',
  BATCH_RECORDS: String(count),
}
const moulds = toMoulds(
  loadSamples().map(({ text }) => text),
  ({ kind }) => kind === 'U',
)

async function produceMany(bench: ServiceBench, topic: string): Promise<void> {
  const messages = Array.from({ length: count }, (_, n) => ({ partition: n % 2, value: freshRecord(moulds, n) }))
  // A request must stay below the default limit of brokers, one megabyte.
  for (let i = 0; i < count; i += 400) await bench.kafka.produce(topic, messages.slice(i, i + 400))
}

const committed = async (bench: ServiceBench, group: string, { topic }: Deployment) =>
  (await bench.kafka.committed(group, topic)).reduce((sum, offset) => sum + Math.max(0, Number(offset)), 0)

await describeService({ title: 'the service', versions: 'either' }, (bench) => {
  test('a service that is killed within a batch loses no records and stores no duplicates', async () => {
    const deployment = await bench.deploy(largeBatches)
    const group = bench.kafka.group()
    await produceMany(bench, deployment.topic)
    const { child, ended } = bench.start(deployment, ['run'], { KAFKA_GROUP: group })
    await until(async () => (await bench.created(deployment.namespace)) >= 1_000)
    child.kill('SIGKILL')
    expect((await ended).code).toBe(null)
    // The servers may still finish requests of the killed process: only the second run has exact counts.
    const { records, duplicates, ...rest } = await bench.runUntilIdle(deployment, { group })
    // Otherwise the process was not killed in the middle of its work.
    expect(duplicates).toBeGreaterThan(0)
    expect(duplicates).toBeLessThan(records)
    expect(rest).toEqual({ ended: 'idle', stored: records - duplicates, deadLetters: 0 })
    expect(await bench.created(deployment.namespace)).toBe(count)
    expect((await bench.documents(deployment.namespace)).size).toBe(count)
    expect(await committed(bench, group, deployment)).toBe(count)
  })

  test('a service whose namespace has no indices of setup ends at once, also without records', async () => {
    const deployment = await bench.deploy()
    const namespace = `${deployment.namespace}x`
    const { log, ended } = bench.start(deployment, ['run'], { CONSENTRY_NAMESPACE: namespace })
    const { code, stderr } = await ended
    expect(code).toBe(4)
    const ending = ['the service stops after an error', 'draining', 'stopped']
    expect(log.map(({ msg }) => msg).filter((msg) => ending.includes(String(msg)))).toEqual(ending)
    expect(stderr).toContain(`consentry-apps-${namespace}`)
    expect(stderr).toContain('consentry setup')
  })

  test('a stop signal lets the service finish and commit the current batch, and end with 0', async () => {
    const healthPort = await freePort()
    const deployment = await bench.deploy({ HEALTH_PORT: String(healthPort), BATCH_RECORDS: '500' })
    const group = bench.kafka.group()
    const ask = (path: string) => fetch(`http://127.0.0.1:${healthPort}${path}`)
    const status = (path: string) =>
      ask(path).then(
        ({ status }) => status,
        () => undefined,
      )
    const running = bench.start(deployment, ['run'], { KAFKA_GROUP: group })
    // A service that still waits for its partitions is healthy but not ready.
    await until(async () => (await status('/readyz')) === 200)
    expect(await status('/healthz')).toBe(200)
    await produceMany(bench, deployment.topic)
    await until(async () => (await bench.created(deployment.namespace)) >= 2_000)
    const metrics = await (await ask('/metrics')).text()
    expect(metrics).toMatch(/^consentry_\w*stored\w*\{[^}]*dataset="o365\.audit"[^}]*\} [1-9]/m)
    running.child.kill('SIGTERM')
    const { code, summary } = await running.ended
    expect(code).toBe(0)
    expect(summary).toMatchObject({ ended: 'stopped', duplicates: 0, deadLetters: 0 })
    const stored = summary?.stored ?? 0
    expect(stored).toBeLessThan(count)
    expect(await bench.created(deployment.namespace)).toBe(stored)
    expect(await committed(bench, group, deployment)).toBe(stored)
    expect(await status('/healthz')).toBe(undefined)
    const rest = { ended: 'idle', records: count - stored, stored: count - stored, duplicates: 0, deadLetters: 0 }
    expect(await bench.runUntilIdle(deployment, { group })).toEqual(rest)
  })
})
