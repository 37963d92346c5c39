// Two versions use the same indices: an upgrade, both versions side by side, and a rollback lose no record and no
// entity, and store nothing twice. CONSENTRY_PREVIOUS=PATH of another version's dist/pipeline/main.js tests that
// version; without it, the older version is this program with other templates.
import { beforeAll, expect, test } from 'vitest'
import { buildEntityTemplates } from '../../../mappings/entities/templates.ts'
import { renderDemo } from '../../../pipeline/cli/demo-records.ts'
import { type Deployment, describeService } from './service-bench.ts'

const previous = process.env.CONSENTRY_PREVIOUS

await describeService({ title: 'an upgrade and a rollback', versions: 'newest' }, (bench) => {
  let records: string[]
  const settings = { CONSENTRY_FINDINGS: 'false', CONSENTRY_LATE_DATA_SECONDS: '0' }
  beforeAll(async () => {
    records = (await renderDemo()).map(({ raw }) => raw)
  })

  const toOlder = (deployment: Deployment): Deployment =>
    previous === undefined || previous === ''
      ? { ...deployment, env: { ...deployment.env, ES_INDEX_MODE: 'logsdb' } }
      : { ...deployment, program: previous }

  async function setup(deployment: Deployment): Promise<string> {
    const { code, stdout, stderr } = await bench.start(deployment, ['setup']).ended
    if (code !== 0) throw new Error(`setup ended with ${code}: ${stderr}`)
    return stdout
  }

  /** Sources of all entities, by index without the namespace and by ID. */
  async function entities({ namespace }: Deployment): Promise<Map<string, object>> {
    const found = new Map<string, object>()
    for (const { stream: index } of buildEntityTemplates({ namespace })) {
      await bench.client.indices.refresh({ index })
      const { hits } = await bench.client.search<object>({ index, size: 10_000 })
      for (const { _id = '', _source = {} } of hits.hits) found.set(`${index.replace(namespace, '')}/${_id}`, _source)
    }
    return found
  }

  const produce = async ({ topic }: Deployment, part: readonly string[]) =>
    bench.kafka.produce(
      topic,
      part.map((value, i) => ({ partition: i % 2, value })),
    )

  test('an upgrade and a rollback lose no records and store no duplicates', async () => {
    const reference = await bench.deploy(settings)
    await produce(reference, records)
    await bench.runUntilIdle(reference)

    const newer = bench.plan(settings)
    const older = toOlder(newer)
    const group = bench.kafka.group()
    const third = Math.ceil(records.length / 3)
    const letters: number[] = []
    const run = async (...deployments: readonly Deployment[]) => {
      const summaries = await Promise.all(deployments.map((each) => bench.runUntilIdle(each, { group })))
      letters.push(...summaries.map(({ deadLetters }) => deadLetters))
    }
    await setup(older)
    await produce(newer, records.slice(0, third))
    await run(older)
    // A fact that only a third, even newer version knows.
    const early = [...(await entities(newer)).keys()]
    for (const place of early) {
      const [index = '', id = ''] = place.split('/')
      await bench.client.update({ index: `${index}${newer.namespace}`, id, doc: { future_fact: 'kept' } })
    }
    const upgraded = await setup(newer)
    await produce(newer, records.slice(third, 2 * third))
    await run(older, newer)
    const rolledBack = await setup(older)
    // Another version may have the same templates.
    if (previous === undefined) for (const change of [upgraded, rolledBack]) expect(change).toContain('rolled over')
    await produce(newer, records.slice(2 * third))
    await run(older)

    expect(letters).toEqual([0, 0, 0, 0])
    const stored = await bench.documents(newer.namespace)
    expect([...stored.keys()].sort()).toEqual([...(await bench.documents(reference.namespace)).keys()].sort())
    const known = await entities(newer)
    expect([...known.keys()].sort()).toEqual([...(await entities(reference)).keys()].sort())
    if (previous === undefined || previous === '')
      for (const place of early) expect(known.get(place)).toMatchObject({ future_fact: 'kept' })
  })
})
