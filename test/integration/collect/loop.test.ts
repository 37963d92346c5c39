// Collectors in separate processes between the fake vendors and a real Kafka, and the service behind this Kafka.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { StateWriter } from '../../../pipeline/collect/loop/state-writer.ts'
import { compare, completeIn, loopSources, openVendors, type Tally, tally } from '../../support/collect-run.ts'
import { configOf } from '../../support/config-of.ts'
import type { FakeVendors } from '../../support/fake-vendors.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../kafka/kafka-bench.ts'
import { type Deployment, describeService, type Running } from '../service/service-bench.ts'

const hour = 3_600_000
/** A start so early that all records are visible now. */
const start = Math.floor(Date.now() / 1000) * 1000 - 9.1 * hour
/** Half a day, because the vendors' quotas allow only few windows per minute. */
const days = 0.5
const since = start - days * 24 * hour
await describeService({ title: 'collectors in a loop', versions: 'newest' }, (bench) => {
  const folder = temporaryFolder()
  let vendors: FakeVendors
  let environment: Record<string, string>

  beforeAll(async () => {
    const faults = { throttled: 0, proxy: 10, half: 10, doubtful: 0 }
    const options = { seed: 11, records: 4000, days, tokenCalls: 40, clock: { now: Date.now }, start, faults }
    ;({ vendors, environment } = await openVendors(options, folder))
  })
  afterAll(() => vendors.close())

  const collector = (deployment: Deployment, group: string): Running =>
    bench.start(deployment, ['collect', '--loop', '--since', new Date(since).toISOString()], {
      ...environment,
      KAFKA_GROUP: group,
      COLLECT_EVERY_SECONDS: '10',
    })
  const lanesOf = ({ log }: Running) => log.filter(({ msg }) => msg === 'collecting').map(({ lane }) => lane)
  const recordsIn = async (topic: string) =>
    (await bench.kafka.admin.fetchTopicOffsets(topic)).reduce((sum, { high }) => sum + Number(high), 0)

  test('collectors in a loop share the work, lose no records when a collector is killed, and continue after a restart', async () => {
    const deployment = await bench.deploy()
    const group = `test-${randomUUID()}`
    const states = bench.kafka.read([deployment.stateTopic], bench.kafka.group())
    const missing = () => loopSources.filter((source) => !completeIn(states.texts).has(source))
    const both = [collector(deployment, group), collector(deployment, group)]
    const hasBoth = () => both.every((one) => lanesOf(one).length > 0)
    await until(hasBoth)
    // The slowest lane: five requests in ten seconds.
    const holder = () => both.findLast((one) => lanesOf(one).includes('entra-logs'))
    const logsBefore = vendors.requests.filter((request) => request.includes('/auditLogs/')).length
    await until(() => vendors.requests.filter((request) => request.includes('/auditLogs/')).length > logsBefore + 3)
    const victim = holder() as Running
    expect(missing()).not.toEqual([])
    victim.child.kill('SIGKILL')
    const survivor = both.find((one) => one !== victim) as Running
    await until(() => missing().length === 0).catch((error) => {
      throw new Error(`not complete: ${missing()}`, { cause: error })
    })
    expect(new Set(lanesOf(survivor))).toEqual(
      new Set([
        ...['m365', 'entra-logs', 'entra-directory', 'google-reports', 'google-directory'],
        ...['entra-risks', 'google-alerts'],
      ]),
    )
    survivor.child.kill('SIGTERM')
    const ended = await survivor.ended
    expect(ended.code, ended.stderr).toBe(0)

    const sent = await recordsIn(deployment.topic)
    const rounds = states.texts.length
    const restarted = collector(deployment, group)
    await until(() => states.texts.length >= rounds + loopSources.length)
    restarted.child.kill('SIGTERM')
    expect((await restarted.ended).code).toBe(0)
    expect(await recordsIn(deployment.topic)).toBe(sent)

    const { deadLetters } = await bench.runUntilIdle(deployment)
    expect(deadLetters).toBe(0)
    const found: Tally = new Map()
    for (const { document } of (await bench.documents(deployment.namespace)).values())
      tally(found, document as Parameters<typeof tally>[1])
    const blobs = vendors.published.blobs.filter(({ created }) => created >= since)
    for (const { source, published, lost, duplicated } of compare(found, { ...vendors.published, blobs })) {
      expect(published, source).toBeGreaterThan(100)
      expect({ lost, duplicated }, source).toEqual({ lost: [], duplicated: [] })
    }
  })

  test('a new owner of a lane prevents the earlier owner from writing the state', async () => {
    const deployment = await bench.deploy()
    const { kafka } = configOf({ ...deployment.env })
    const options = { kafka, log: bench.kafka.telemetry.log }
    const id = `test-${randomUUID()}`
    const earlier = await StateWriter.open(options, id)
    await earlier.write(0, 'key', 'first')
    const later = await StateWriter.open(options, id)
    await expect(earlier.write(0, 'key', 'old')).rejects.toThrow()
    await later.write(0, 'key', 'new')
    await Promise.all([earlier.close(), later.close()])
    const states = bench.kafka.read([deployment.stateTopic], bench.kafka.group())
    await until(() => states.texts.includes('new'))
    expect(states.texts).toEqual(['first', 'new'])
  })
})
