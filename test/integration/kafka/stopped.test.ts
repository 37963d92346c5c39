// A process that is stopped for longer than its session and continues after another has received its partitions.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HttpProxy } from '../../support/http-proxy.ts'
import { consentRecord, describeService } from '../service/service-bench.ts'
import { until } from './kafka-bench.ts'

const consent = (id: string) => JSON.stringify(consentRecord(id))

const count = 400

await describeService({ title: 'a process that was stopped', versions: 'newest' }, (bench) => {
  let proxy: HttpProxy
  beforeAll(async () => {
    proxy = await HttpProxy.before(bench.world.url)
  })
  afterAll(() => proxy.close())

  test('a process that was stopped writes and commits nothing that another member has processed in the meantime', async () => {
    const deployment = await bench.deploy({ CONSENTRY_LATE_DATA_SECONDS: '0', CONSENTRY_FINDINGS: 'false' })
    const group = bench.kafka.group()
    const committed = async () => {
      const offsets = await bench.kafka.committed(group, deployment.topic)
      return offsets.reduce((sum, offset) => sum + Math.max(Number(offset), 0), 0)
    }
    const records = Array.from({ length: count }, (_, i) => ({ value: consent(`${i}`), partition: i % 2 }))
    await bench.kafka.produce(deployment.topic, records)

    proxy.delayMs = 1500
    const settings = { KAFKA_GROUP: group, BATCH_RECORDS: '20' }
    const stopped = bench.start(deployment, ['run'], { ...settings, ES_URL: proxy.url })
    await until(async () => (await committed()) > 0 && proxy.waiting > 0)
    stopped.child.kill('SIGSTOP')

    const other = bench.start(deployment, ['run'], settings)
    await until(async () => (await committed()) === count)
    // After the rollover, new documents are stored in a new index. The stopped process knows only the old index.
    const [stream = ''] = await bench.streams(deployment.namespace)
    await bench.client.indices.rollover({ alias: stream })
    const before = await bench.documents(deployment.namespace)
    expect(before.size).toBe(count)

    const joined = () => stopped.log.filter(({ msg }) => msg === 'joined the group').length
    stopped.child.kill('SIGCONT')
    let lowest = count
    await until(async () => {
      lowest = Math.min(lowest, await committed())
      return joined() === 2
    })
    await sleep(3000)
    expect(Math.min(lowest, await committed())).toBe(count)
    expect(await bench.documents(deployment.namespace)).toEqual(before)

    for (const { child } of [stopped, other]) child.kill('SIGTERM')
    expect([(await stopped.ended).code, (await other.ended).code]).toEqual([0, 0])
    expect(await committed()).toBe(count)
  })
})
