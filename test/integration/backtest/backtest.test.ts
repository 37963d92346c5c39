// `consentry rules backtest` over documents that Elasticsearch holds.
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { buildTemplates } from '../../../mappings/lib/templates.ts'
import { storedDocuments } from '../../../pipeline/backtest/backtest.ts'
import { templateFields } from '../../../pipeline/catalog.ts'
import { loadMappings } from '../../../pipeline/chain.ts'
import { loadSamples, processText } from '../../../pipeline/content-check/samples.ts'
import { setupElasticsearch } from '../../../pipeline/setup/elasticsearch.ts'
import { makeElasticsearchSink } from '../../../pipeline/sink/elasticsearch.ts'
import { chain } from '../../support/chain.ts'
import { commandBench } from '../../support/command-bench.ts'
import { deleteNamespace } from '../../support/delete-namespace.ts'
import { describeElasticsearch } from '../../support/describe-elasticsearch.ts'

const bench = commandBench()
await describeElasticsearch('a backtest', ({ client, url, compatibility }) => {
  const namespace = `backtest${Math.random().toString(36).slice(2, 8)}`

  beforeAll(async () => {
    const mappings = await loadMappings()
    const templates = buildTemplates(templateFields(mappings), { namespace })
    await setupElasticsearch(client, templates, { namespace, dryRun: false })
    const sink = makeElasticsearchSink({ client, namespace, backfill: false })
    const outcomes = loadSamples().flatMap(({ text }) => processText(text, 'test', chain))
    await sink.store(outcomes.filter((outcome) => outcome.ok))
    await client.indices.refresh({ index: `logs-*-${namespace}` })
  })
  afterEach(() => vi.unstubAllEnvs())
  afterAll(() => deleteNamespace(client, namespace))

  it('a backtest reads stored documents at their event time', async () => {
    const found = storedDocuments(client, { datasets: ['o365.audit'], namespace, since: 0 })
    for await (const { document, visible } of found) expect(visible).toBe(Date.parse(document['@timestamp'] ?? ''))
    expect.hasAssertions()
  })

  it('a backtest reports the alerts that the stored documents would have raised', async () => {
    vi.stubEnv('ES_URL', url)
    vi.stubEnv('ES_COMPATIBILITY', String(compatibility))
    vi.stubEnv('CONSENTRY_NAMESPACE', namespace)
    expect(await bench.run('rules', 'backtest', '--days', '365', '--json')).toBe(0)
    const found = JSON.parse(bench.out) as Record<string, unknown[]> & { documents: number; provisional: number }
    expect(found.documents).toBeGreaterThan(200)
    expect(found.provisional).toBeGreaterThan(0)
    for (const part of ['rules', 'apps', 'accounts', 'lines']) expect(found[part]?.length, part).toBeGreaterThan(3)
    vi.stubEnv('CONSENTRY_NAMESPACE', `${namespace}x`)
    expect(await bench.run('rules', 'backtest', '--days', '365', '--json')).toBe(0)
    expect(JSON.parse(bench.out)).toMatchObject({ documents: 0, alerts: 0 })
  })
})
