// The whole path of the bundled samples: the raw record in Kafka becomes a document that equals its golden file.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { loadEnvironment } from '../../../mappings/environment/load.ts'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { loadMappings, makeChain } from '../../../pipeline/chain.ts'
import { type Golden, loadSamples, processText } from '../../../pipeline/content-check/samples.ts'
import { isUsed } from '../../support/describe-elasticsearch.ts'
import { type Deployment, describeService } from './service-bench.ts'

/** IDs from the chain, documents from the golden files: two samples of the same event may share an ID. */
async function readGoldens(): Promise<{ raw: string[]; byId: Map<string, object[]>; events: number }> {
  const { environment } = loadEnvironment(join(packageRoot, 'environment.example.yaml'))
  const chain = makeChain(await loadMappings(), environment)
  const byId = new Map<string, object[]>()
  const samples = loadSamples()
  let events = 0
  for (const { text, rawFile, goldenFile } of samples) {
    const golden: Golden | Golden[] = JSON.parse(readFileSync(join(packageRoot, goldenFile), 'utf8'))
    const ids = processText(text, rawFile, chain).flatMap((outcome) => (outcome.ok ? [outcome.id] : []))
    const documents = [golden].flat().map(({ document }) => withoutDelivery(document))
    expect(ids, goldenFile).toHaveLength(documents.length)
    events += ids.length
    for (const [i, id] of ids.entries()) byId.set(id, [...(byId.get(id) ?? []), documents[i] as object])
  }
  return { raw: samples.map(({ text }) => text), byId, events }
}

/** Returns the document without members that the service adds or replaces: receipt time replaces `event.created`. */
function withoutDelivery({ oauth, ...document }: EcsDocument): object {
  const { series: _series, ...act } = oauth?.act ?? {}
  const { data_stream: _, tags = [], ...rest } = document as EcsDocument & { data_stream?: unknown }
  const { ingested: _ingested, created: _created, ...event } = document.event
  const own = tags.filter((tag) => tag !== 'forwarded')
  return {
    ...rest,
    event,
    ...(oauth !== undefined && { oauth: { ...oauth, act } }),
    ...(own.length > 0 && { tags: own }),
  }
}

await describeService({ title: 'samples through Kafka' }, (bench) => {
  let goldens: Awaited<ReturnType<typeof readGoldens>>
  let deployment: Deployment
  const logic = test.runIf(isUsed('either', bench.world.compatibility))

  beforeAll(async () => {
    goldens = await readGoldens()
    // Golden files contain only the facts of the record; facts of the entity store depend on earlier records.
    deployment = bench.plan({ CONSENTRY_ENTITY_STORE: 'false' })
  })

  test('setup creates templates and topics, and changes nothing in a second run', async () => {
    const first = await bench.start(deployment, ['setup']).ended
    expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/^created +topic test-/m) })
    expect(first.stdout).not.toMatch(/^(unchanged|updated)/m)
    const second = await bench.start(deployment, ['setup']).ended
    expect(second).toMatchObject({ code: 0, stdout: expect.stringContaining(' checked, 0 changed') })
    expect(second.stdout).not.toMatch(/^(created|updated)/m)
  })

  test('samples through Kafka become the documents of the golden files', async () => {
    const produced = new Date().toISOString()
    await bench.kafka.produce(deployment.topic, goldens.raw)
    const { byId, events, raw } = goldens
    const duplicates = events - byId.size
    expect(await bench.runUntilIdle(deployment)).toEqual({
      ended: 'idle',
      records: raw.length,
      stored: byId.size,
      duplicates,
      deadLetters: 0,
    })
    const stored = await bench.documents(deployment.namespace)
    expect([...stored.keys()].sort()).toEqual([...byId.keys()].sort())
    for (const [id, { document }] of stored) {
      expect(byId.get(id), id).toContainEqual(withoutDelivery(document))
      const { created, ingested } = document.event
      expect([produced, created, ingested]).toEqual([produced, created, ingested].sort())
      expect(document).toMatchObject({
        data_stream: { type: 'logs', dataset: document.event.dataset, namespace: deployment.namespace },
      })
    }
  })

  logic('are stored once when another group reads them again, also after a rollover', async () => {
    const again = { ended: 'idle', records: goldens.raw.length, stored: 0, duplicates: goldens.events, deadLetters: 0 }
    const before = await bench.documents(deployment.namespace)
    expect(await bench.runUntilIdle(deployment)).toEqual(again)
    const streams = await bench.streams(deployment.namespace)
    for (const alias of streams)
      expect(await bench.client.indices.rollover({ alias })).toHaveProperty('rolled_over', true)
    expect(await bench.runUntilIdle(deployment)).toEqual(again)
    expect(await bench.documents(deployment.namespace)).toEqual(before)
  })

  logic('are history for a back-fill: ingested when they happened', async () => {
    const history = await bench.deploy({ KAFKA_TOPICS: deployment.topic })
    const { stored } = await bench.runUntilIdle(history, { args: ['--backfill'] })
    expect(stored).toBe(goldens.byId.size)
    for (const { document } of (await bench.documents(history.namespace)).values())
      expect(document.event.ingested).toBe(document['@timestamp'])
  })
})
