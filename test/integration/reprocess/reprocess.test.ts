// Documents are regenerated from their topic: in place, or in another namespace.
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { renderDemo } from '../../../pipeline/cli/demo-records.ts'
import { HttpProxy } from '../../support/http-proxy.ts'
import { until } from '../kafka/kafka-bench.ts'
import { type Deployment, describeService, type Stored } from '../service/service-bench.ts'

interface Result {
  readonly records: number
  readonly unchanged: number
  readonly changed: number
  readonly created: number
  readonly fields: Readonly<Record<string, number>>
}

const content = (documents: ReadonlyMap<string, Stored>) =>
  [...documents].map(([id, { document }]) => [id, document]).sort()

// The versions of Elasticsearch do not differ in the functions that this test uses.
await describeService({ title: 'a reprocess', versions: 'newest' }, (bench) => {
  let deployment: Deployment
  let before: Map<string, Stored>
  let count: number
  beforeAll(async () => {
    deployment = await bench.deploy({ CONSENTRY_LATE_DATA_SECONDS: '0', CONSENTRY_FINDINGS: 'false' })
    const records = (await renderDemo()).map(({ raw }) => raw)
    count = records.length + 1
    await bench.kafka.produce(
      deployment.topic,
      records.map((value) => ({ partition: 0, value })),
    )
    // The topic contains this record twice, received at two different times.
    await bench.kafka.produce(deployment.topic, [{ partition: 0, value: records[0] as string }])
    await bench.runUntilIdle(deployment, { group: bench.kafka.group() })
    before = await bench.documents(deployment.namespace)
  })

  let warnings = ''
  async function run(args: readonly string[], extra: Record<string, string> = {}): Promise<Result> {
    const { code, stdout, stderr } = await bench.start(deployment, ['reprocess', '--json', ...args], extra).ended
    if (code !== 0) throw new Error(`reprocess ended with ${code}: ${stderr}`)
    warnings = stderr
    return JSON.parse(stdout)
  }

  /** Changes the documents as if an earlier version had mapped them differently. */
  async function spoil(ids: readonly string[]) {
    for (const id of ids) {
      const { index } = before.get(id) as Stored
      const { _source, _seq_no = 0, _primary_term = 0 } = await bench.client.get<Stored['document']>({ index, id })
      const { event, ...rest } = _source as Stored['document']
      await bench.client.index({
        index,
        id,
        if_seq_no: _seq_no,
        if_primary_term: _primary_term,
        document: { ...rest, event: { ...event, action: 'wrong' } },
      })
    }
  }

  test('a reprocess changes nothing if no document differs', async () => {
    expect(before.size).toBeGreaterThan(50)
    const result = await run([])
    expect(result).toMatchObject({ records: count, unchanged: count, changed: 0, created: 0, fields: {} })
    expect(warnings).not.toContain('dead-letters replay')
    expect(await bench.documents(deployment.namespace)).toEqual(before)
  })

  test('a reprocess counts differences, corrects documents in place, and changes nothing when repeated', async () => {
    const [first = '', second = '', third = ''] = before.keys()
    await spoil([first, second])
    await bench.client.delete({ index: (before.get(third) as Stored).index, id: third })
    const dry = await run(['--dry-run'])
    expect(dry).toMatchObject({ changed: 2, created: 1, fields: { 'event.action': 2 } })
    expect(warnings).toContain('dead-letters replay')
    expect((await bench.documents(deployment.namespace)).has(third)).toBe(false)

    expect(await run([])).toEqual(dry)
    const after = await bench.documents(deployment.namespace)
    // Rules read by `event.ingested`: overwritten documents keep this time, new ones get the time of their event.
    const { document } = before.get(third) as Stored
    const asHistory = { ...document, event: { ...document.event, ingested: document['@timestamp'] } }
    const expected = new Map(before).set(third, {
      ...(before.get(third) as Stored),
      document: asHistory as Stored['document'],
    })
    expect(content(after)).toEqual(content(expected))
    expect(await run([])).toMatchObject({ unchanged: count, changed: 0, created: 0 })
    expect(await bench.documents(deployment.namespace)).toEqual(after)
  })

  test('a reprocess that cannot write a document lists it, and ends with 1', async () => {
    const [first = ''] = before.keys()
    await spoil([first])
    const { index } = before.get(first) as Stored
    const pipeline = (name: string) => bench.client.indices.putSettings({ index, settings: { default_pipeline: name } })
    await pipeline('consentry-test-missing')
    const refused = bench.start(deployment, ['reprocess']).ended
    const { code, stdout } = await refused.finally(() => pipeline('_none'))
    expect(code).toBe(1)
    expect(stdout).toContain('NOT WRITTEN, so the stored documents did not change')
    expect(stdout).toContain(': 1 document_rejected\n')
    expect(stdout).toContain('pipeline with id [consentry-test-missing] does not exist')
    expect(await run([])).toMatchObject({ changed: 1, created: 0, refused: {} })
  })

  test('a reprocess reads a part of a partition', async () => {
    expect(await run(['--dry-run', '--offsets', '0:10-19'])).toMatchObject({ records: 10 })
    expect(await run(['--dry-run', '--offsets', `${deployment.topic}/0:${count - 10}-`])).toMatchObject({ records: 10 })
    expect(await run(['--dry-run', '--offsets', '1:0-'])).toMatchObject({ records: 0 })
    await expect(run(['--dry-run', '--offsets', '99:1-2'])).rejects.toThrow('has no partition 99')
    await expect(run(['--dry-run', '--offsets', '0:5-1'])).rejects.toThrow('FIRST is above LAST; use 0:1-5')
    expect(await run(['--dry-run', '--since', '1h'])).toMatchObject({ records: count })
    expect(await run(['--dry-run', '--until', '1h'])).toMatchObject({ records: 0 })
  })

  test('a reprocess continues an interrupted run from the offsets that the run printed', async () => {
    const proxy = await HttpProxy.before(bench.world.url)
    let requests = 0
    proxy.record = () => {
      requests++
    }
    proxy.delayMs = 50
    const slow = { ES_URL: proxy.url, BATCH_RECORDS: '1' }
    const { child, ended } = bench.start(deployment, ['reprocess', '--json'], slow)
    await until(() => requests > 40)
    child.kill('SIGTERM')
    const { code, stderr } = await ended
    await proxy.close()
    expect(code).not.toBe(0)
    const left = /Not read yet: (.*)/.exec(stderr)?.[1]?.split(' ') ?? []
    expect(left).toEqual(['--offsets', expect.stringMatching(`^${deployment.topic}/0:[1-9]\\d*-${count - 1}$`)])
    const first = Number(/:(\d+)-/.exec(left[1] ?? '')?.[1])
    expect(await run(left)).toMatchObject({ records: count - first, unchanged: count - first, changed: 0, created: 0 })
  })

  test('a reprocess with --alert makes rules read the corrected documents again', async () => {
    const [first = ''] = before.keys()
    await spoil([first])
    const ingested = async () => (await bench.documents(deployment.namespace)).get(first)?.document.event.ingested
    const earlier = (await ingested()) as string
    await run(['--alert', '--offsets', '0:-'])
    expect(Date.parse((await ingested()) as string)).toBeGreaterThan(Date.parse(earlier))
  })

  test('a reprocess into another namespace keeps its documents from rules, and does not change the first namespace', async () => {
    const here = await bench.documents(deployment.namespace)
    const other = await bench.deploy()
    const environment = { CONSENTRY_ENVIRONMENT: join(packageRoot, 'environment.example.yaml') }
    const first = await run(['--namespace', other.namespace], environment)
    expect(first).toMatchObject({ created: before.size, changed: 0 })
    const there = await bench.documents(other.namespace)
    expect([...there.keys()].sort()).toEqual([...here.keys()].sort())
    for (const { document } of there.values()) {
      const age = Date.parse(document['@timestamp'] ?? '') - Date.parse(document.event.ingested ?? '')
      expect(age).toBe(365 * 86_400_000)
    }
    expect(await run(['--namespace', other.namespace], environment)).toMatchObject({
      unchanged: count,
      changed: 0,
      created: 0,
    })
    expect(await bench.documents(deployment.namespace)).toEqual(here)
  })
})
