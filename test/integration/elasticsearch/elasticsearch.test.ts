// Templates and sink against real servers of both major versions.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { buildTemplates, type DatasetFields } from '../../../mappings/lib/templates.ts'
import { templateFields } from '../../../pipeline/catalog.ts'
import { loadMappings } from '../../../pipeline/chain.ts'
import { makeClient } from '../../../pipeline/clients/elasticsearch.ts'
import { setupElasticsearch } from '../../../pipeline/setup/elasticsearch.ts'
import { setupUsers } from '../../../pipeline/setup/users.ts'
import { makeElasticsearchSink } from '../../../pipeline/sink/elasticsearch.ts'
import { makeEvent, makeEvents } from '../../pipeline/sink/events.ts'
import { deleteNamespace } from '../../support/delete-namespace.ts'
import { describeElasticsearch } from '../../support/describe-elasticsearch.ts'

const datasets: DatasetFields[] = [
  {
    dataset: 'o365.audit',
    fields: {
      'o365.audit.UserId': { type: 'keyword' },
      'o365.audit.OperationCount': { type: 'long' },
      'o365.audit.Parameters.Name': { type: 'keyword' },
      'o365.audit.ParametersOther': { type: 'flattened' },
      'o365.audit.AuthDetails': { type: 'nested' },
      'o365.audit.AuthDetails.Name': { type: 'keyword' },
    },
    openRoots: ['o365.audit', 'o365.audit.Parameters'],
  },
  {
    dataset: 'google_workspace.token',
    fields: { 'google_workspace.token.app_name': { type: 'keyword' } },
    openRoots: ['google_workspace.token'],
  },
]

await describeElasticsearch('Elasticsearch', ({ client, url, compatibility }) => {
  let namespace: string
  let namespaces: string[]

  const newNamespace = (): string => {
    const made = `t${Math.random().toString(36).slice(2, 10)}`
    namespaces.push(made)
    return made
  }
  const templatesOf = (of: string, indexMode?: 'logsdb') =>
    buildTemplates(datasets, { namespace: of, version: '1.0.0', ...(indexMode && { indexMode }) })
  const setup = (of = namespace, indexMode?: 'logsdb') =>
    setupElasticsearch(client, templatesOf(of, indexMode), { namespace: of, dryRun: false })
  const stream = () => `logs-o365.audit-${namespace}`
  const sink = () => makeElasticsearchSink({ client, namespace, backfill: false })
  const rollover = () => client.indices.rollover({ alias: stream() })
  const search = async (query: object) => {
    await client.indices.refresh({ index: stream() })
    const { hits } = await client.search({ index: stream(), query, size: 1_000 })
    return hits.hits.map(({ _id }) => _id).sort()
  }
  /** Returns everything that the server stores for a namespace, as text. */
  const snapshot = async (of: string) => {
    const components = await client.cluster.getComponentTemplate({ name: `consentry-*${of}*` }, { ignore: [404] })
    const index = await client.indices.getIndexTemplate({ name: `consentry-*${of}` }, { ignore: [404] })
    return JSON.stringify([components, index])
  }

  beforeEach(() => {
    namespaces = []
    namespace = newNamespace()
  })
  afterEach(async () => {
    for (const of of namespaces) await deleteNamespace(client, of)
  })

  it('setup does not change a Fleet template with the same name and pattern, and our template has precedence', async () => {
    const fleet = {
      name: 'logs-o365.audit',
      index_patterns: ['logs-o365.audit-*'],
      priority: 200,
      data_stream: {},
      template: { mappings: { properties: { fleet: { type: 'keyword' as const } } } },
      _meta: { managed_by: 'fleet' },
    }
    const existed = await client.indices.existsIndexTemplate({ name: fleet.name })
    expect(existed).toBe(false)
    await client.indices.putIndexTemplate(fleet)
    try {
      const before = JSON.stringify(await client.indices.getIndexTemplate({ name: fleet.name }))
      await setup()
      await sink().store([makeEvent('a', { dataset: 'o365.audit' })])
      expect(JSON.stringify(await client.indices.getIndexTemplate({ name: fleet.name }))).toBe(before)
      const [mapping] = Object.values(await client.indices.getMapping({ index: stream() }))
      expect(mapping?.mappings._meta).toMatchObject({ managed_by: 'consentry' })
      expect(mapping?.mappings.properties).not.toHaveProperty('fleet')
    } finally {
      await client.indices.deleteIndexTemplate({ name: fleet.name })
    }
  })

  it('the first namespace remains unchanged after the setup of a second namespace', async () => {
    await setup()
    const before = await snapshot(namespace)
    await setup(newNamespace())
    expect(await snapshot(namespace)).toBe(before)
  })

  it('a search finds a word of a name and a Graph call by Elastic’s field, and ES|QL sees the type of Elastic', async () => {
    const dataset = 'azure.graphactivitylogs'
    const graph = templateFields(await loadMappings()).filter((each) => each.dataset === dataset)
    const own = newNamespace()
    const templates = buildTemplates(graph, { namespace: own, indexMode: 'logsdb' })
    const index = `logs-${dataset}-${own}`
    await setupElasticsearch(client, templates, { namespace: own, dryRun: false })
    await client.index({
      index,
      refresh: true,
      op_type: 'create',
      document: {
        '@timestamp': '2026-03-01T00:00:00Z',
        organization: { id: 'tenant' },
        user: { name: 'Mara Voss' },
        url: { original: 'https://graph.microsoft.com/v1.0/me/messages' },
        azure: { graphactivitylogs: { properties: { client_auth_method: 1, new_member: 'late' } } },
      },
    })
    const count = async (query: object) => (await client.count({ index, query })).count
    expect(await count({ match: { 'user.name.text': 'voss' } })).toBe(1)
    const address = 'azure.graphactivitylogs.properties.request_uri'
    expect(await count({ wildcard: { [address]: '*/me/messages' } })).toBe(1)
    const type = 'azure.graphactivitylogs.properties.client_auth_method'
    const capabilities = await client.fieldCaps({ index, fields: [type] })
    expect(Object.keys(capabilities.fields[type] ?? {})).toEqual(['integer'])
    const late = 'azure.graphactivitylogs.properties.new_member'
    expect(await count({ term: { [late]: 'late' } })).toBe(0)
    await client.indices.putMapping({ index, runtime: { [late]: { type: 'keyword' } } })
    expect(await count({ term: { [late]: 'late' } })).toBe(1)
  })

  it('setup rolls over a stream once when its fields have changed', async () => {
    await setup()
    await sink().store([makeEvent('a', { dataset: 'o365.audit' })])
    expect(await setup(namespace, 'logsdb')).toContainEqual({
      kind: 'data stream',
      name: stream(),
      change: 'rolled over',
    })
    expect((await setup(namespace, 'logsdb')).filter(({ change }) => change !== 'unchanged')).toEqual([])
  })

  it('setup refuses to take over a stream that already exists', async () => {
    const foreign = `${namespace}-foreign`
    await client.indices.putIndexTemplate({ name: foreign, index_patterns: [stream()], priority: 10, data_stream: {} })
    try {
      await client.create({ index: stream(), id: '1', document: { '@timestamp': '2026-03-01T10:00:00Z' } })
      await expect(setup()).rejects.toMatchObject({ code: 'setup_foreign', message: expect.stringContaining(stream()) })
      expect(await snapshot(namespace)).toBe(JSON.stringify([{ component_templates: [] }, { index_templates: [] }]))
    } finally {
      await client.indices.deleteDataStream({ name: stream() })
      await client.indices.deleteIndexTemplate({ name: foreign })
    }
  })

  it('the sink stores no duplicates after a rollover: neither a new sink nor a sink that has not detected the rollover', async () => {
    await setup()
    const running = sink()
    await running.store(makeEvents(300, { dataset: 'o365.audit' }))
    await rollover()
    const again = () => [...makeEvents(300, { dataset: 'o365.audit' }), makeEvent('new', { dataset: 'o365.audit' })]
    expect(await running.store(again())).toMatchObject({ stored: 1, duplicates: 300, doubled: 0 })
    await rollover()
    expect(await sink().store(again())).toMatchObject({ stored: 0, duplicates: 301, doubled: 0 })
    expect(await search({ match_all: {} })).toHaveLength(301)
  })

  it('Elasticsearch returns the reason for a mapping conflict, and stores the other documents', async () => {
    await setup()
    const result = await sink().store([
      makeEvent('good', { dataset: 'o365.audit' }),
      makeEvent('conflict', {
        dataset: 'o365.audit',
        members: { o365: { audit: { UserId: { unexpected: 'object' } } } },
      }),
      makeEvent('no-time', { dataset: 'o365.audit', time: 'yesterday' }),
    ])
    expect(result).toMatchObject({ stored: 1, duplicates: 0 })
    expect(result.failures.map(({ code, detail }) => ({ code, detail }))).toEqual([
      { code: 'document_rejected', detail: expect.stringMatching(/document_parsing_exception: .*o365\.audit\.UserId/) },
      { code: 'document_rejected', detail: expect.stringMatching(/document_parsing_exception: .*@timestamp/) },
    ])
  })

  it('Elasticsearch indexes the catalog, keeps other members unindexed, and accepts malformed values', async () => {
    await setup()
    const members = {
      source: { ip: 'not an address' },
      organization: { id: 'tenant' },
      email: { attachments: [{ file: { name: 'a.docx', size: 1 } }, { file: { name: 'b.docx', size: 2 } }] },
      o365: {
        audit: {
          UserId: 'ada@example.com',
          OperationCount: 120,
          Unlisted: 'x'.repeat(40_000),
          Parameters: { Name: 'rule', Unlisted: 'kept' },
          ParametersOther: { Unlisted: 'found' },
        },
      },
    }
    expect(await sink().store([makeEvent('a', { dataset: 'o365.audit', members })])).toMatchObject({
      stored: 1,
      failures: [],
    })
    const term = (field: string, value: string | number) => search({ term: { [field]: value } })
    expect(await term('o365.audit.UserId', 'ada@example.com')).toEqual(['a'])
    expect(await term('o365.audit.Parameters.Name', 'rule')).toEqual(['a'])
    expect(await term('o365.audit.ParametersOther.Unlisted', 'found')).toEqual(['a'])
    expect(await term('data_stream.dataset', 'o365.audit')).toEqual(['a'])
    expect(await search({ range: { 'o365.audit.OperationCount': { gte: 100 } } })).toEqual(['a'])
    expect(await term('o365.audit.Parameters.Unlisted', 'kept')).toEqual([])
    const nested = (size: number) => ({
      nested: {
        path: 'email.attachments',
        query: {
          bool: {
            must: [
              { term: { 'email.attachments.file.name': 'a.docx' } },
              { term: { 'email.attachments.file.size': size } },
            ],
          },
        },
      },
    })
    expect(await search(nested(1))).toEqual(['a'])
    expect(await search(nested(2))).toEqual([])
    const mapping = await client.indices.getMapping({ index: stream() })
    expect(JSON.stringify(mapping)).not.toContain('Unlisted')
  })

  it('every index has the settings of the templates', async () => {
    await setup()
    await sink().store([makeEvent('a', { dataset: 'o365.audit' })])
    const [settings] = Object.values(await client.indices.getSettings({ index: stream(), flat_settings: true }))
    expect(settings?.settings).toMatchObject({
      'index.mode': 'standard',
      'index.mapping.ignore_malformed': 'true',
      'index.codec': 'best_compression',
    })
  })

  it('a missing template stops the sink, so that Elasticsearch does not guess types', async () => {
    await expect(sink().store([makeEvent('a', { dataset: 'o365.audit' })])).rejects.toMatchObject({ code: 'es_stream' })
    expect(await client.indices.exists({ index: stream() })).toBe(false)
  })

  it('the rest of setup needs no security on the server', async () => {
    const systemPassword = 'only-for-tests'
    for (const dryRun of [true, false]) {
      const changes = await setupUsers(client, { namespace, systemPassword, servicePassword: undefined, dryRun })
      expect(changes).toMatchObject([{ change: 'unchanged', note: 'no security on this server' }])
    }
  })

  it.runIf(compatibility === 8)('an error for a client of version 9 names the setting to change', async () => {
    const wrong = await makeClient({ urls: [url], compatibility: 9 })
    const advice = { code: 'es_compatibility', message: expect.stringContaining('ES_COMPATIBILITY=8') }
    await expect(setupElasticsearch(wrong, templatesOf(namespace), { namespace, dryRun: false })).rejects.toMatchObject(
      advice,
    )
    const wrongSink = makeElasticsearchSink({ client: wrong, namespace, backfill: false })
    await expect(wrongSink.store([makeEvent('a', { dataset: 'o365.audit' })])).rejects.toMatchObject(advice)
    await wrong.close()
  })
})
