import type { Client } from '@elastic/elasticsearch'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { buildEntityTemplates } from '../../../mappings/entities/templates.ts'
import { buildTemplates } from '../../../mappings/lib/templates.ts'
import { makeClient } from '../../../pipeline/clients/elasticsearch.ts'
import { clockDifference } from '../../../pipeline/clients/server-clock.ts'
import { lookAtElasticsearch } from '../../../pipeline/doctor/elasticsearch.ts'
import { DependencyError } from '../../../pipeline/errors/dependency-error.ts'
import { setupElasticsearch, withObstacle } from '../../../pipeline/setup/elasticsearch.ts'
import { changedFields, writeIndices } from '../../../pipeline/setup/field-types.ts'
import { servicePrivileges } from '../../../pipeline/setup/privileges.ts'
import { setupUsers } from '../../../pipeline/setup/users.ts'
import {
  type FakeAnswer,
  type FakeElasticsearch,
  type FakeRequest,
  startFakeElasticsearch,
} from '../../support/fake-elasticsearch.ts'

const namespace = 'soc'
const templates = buildTemplates(
  [{ dataset: 'test.audit', fields: { 'test.audit.Id': { type: 'keyword' } }, openRoots: ['test.audit'] }],
  { namespace, version: '1.0.0' },
)
const stream = 'logs-test.audit-soc'
const notFound: FakeAnswer = { status: 404, body: { error: 'absent' } }
/** The metadata of an index with the present templates. */
const present = { managed_by: 'consentry', fingerprint: templates.indexTemplates[0]?.fingerprint }
/** The mappings of an index with this type of the only field. */
const mappingsOf = (type: string) => ({
  mappings: { properties: { test: { properties: { audit: { properties: { Id: { type } } } } } } },
})
const healthy = { version: { number: '9.5.3' }, status: 'green', has_all_requested: true, index: {} }

/** A server that stores templates, and at most one stream. */
class TemplateStore {
  version = '9.5.3'
  readonly components = new Map<string, unknown>()
  readonly indexTemplates = new Map<string, unknown>()
  streamMeta: unknown
  /** The type of the field in the write index, and in a new index by all templates. */
  written = 'keyword'
  /** The type of the field in an older index of the stream. */
  older = 'keyword'
  simulated = 'keyword'

  answer({ method, path, body }: FakeRequest): FakeAnswer | undefined {
    if (path === '/') return { body: { version: { number: this.version } } }
    const [, kind, name = ''] = decodeURIComponent(path).split('/')
    const index = `.ds-${stream}-000001`
    if (kind === stream && name.startsWith('_mapping') && this.streamMeta !== undefined)
      return {
        body: {
          [`.ds-${stream}-2026.11.01-000000`]: mappingsOf(this.older),
          [`.ds-${stream}-2026.11.30-000001`]: mappingsOf(this.written),
        },
      }
    if (name === '_simulate_index') return { body: { template: mappingsOf(this.simulated) } }
    if (kind === '_data_stream') {
      if (this.streamMeta === undefined) return notFound
      return { body: { data_streams: [{ name, indices: [{ index_name: index }] }] } }
    }
    if (kind === index) return { body: { [index]: { mappings: { _meta: this.streamMeta } } } }
    if (kind === stream) return { body: { rolled_over: true } }
    const isComponent = kind === '_component_template'
    const store = isComponent ? this.components : this.indexTemplates
    if (method === 'PUT') {
      store.set(name, JSON.parse(body))
      return { body: { acknowledged: true } }
    }
    if (name !== '' && !store.has(name)) return notFound
    const found = [...store].filter(([key]) => name === '' || key === name)
    return {
      body: isComponent
        ? { component_templates: found.map(([key, value]) => ({ name: key, component_template: value })) }
        : { index_templates: found.map(([key, value]) => ({ name: key, index_template: value })) },
    }
  }
}

let store: TemplateStore
let fake: FakeElasticsearch
let client: Client

beforeEach(async () => {
  store = new TemplateStore()
  fake = await startFakeElasticsearch((request) => store.answer(request))
  client = await makeClient({ urls: [fake.url], compatibility: 9 })
})
afterEach(async () => {
  await client.close()
  await fake.close()
})

const setup = (dryRun = false, set = templates) => setupElasticsearch(client, set, { namespace, dryRun })
const changes = async (...args: Parameters<typeof setup>) =>
  (await setup(...args)).map(({ name, change }) => `${name} ${change}`)
const writes = () => fake.requests.filter(({ method }) => method !== 'GET')

it('setup creates the missing objects, and changes nothing in a second run', async () => {
  expect(await changes()).toEqual([
    'consentry-common-soc@settings created',
    'consentry-common-soc@fields created',
    'consentry-logs-test.audit-soc@fields created',
    'consentry-logs-test.audit-soc created',
  ])
  const before = writes().length
  expect(new Set((await setup()).map(({ change }) => change))).toEqual(new Set(['unchanged']))
  expect(writes()).toHaveLength(before)
})

it('a second run of setup names the older indices with fields of another type, without further requests', async () => {
  await setup()
  store.streamMeta = present
  const requestsOf = async () => {
    const before = fake.requests.length
    const found = await setup()
    return { notes: found.flatMap(({ note }) => note ?? []), requests: fake.requests.length - before }
  }
  const clean = await requestsOf()
  expect(clean.notes).toEqual([])
  store.older = 'long'
  const { notes, requests } = await requestsOf()
  expect(requests).toBe(clean.requests)
  expect(notes).toEqual([
    `searches and late-data correction can fail on older indices with fields of another type: test.audit.Id of .ds-${stream}-2026.11.01-000000 is long, not keyword; reindex these indices, or delete them and run \`consentry reprocess\` for their period`,
  ])
})

it('a dry run of setup reports the same changes and writes nothing', async () => {
  expect(await changes(true)).toContain('consentry-logs-test.audit-soc created')
  expect(writes()).toEqual([])
})

it('setup updates different objects and lists the differences', async () => {
  await setup()
  const later = buildTemplates(
    [{ dataset: 'test.audit', fields: { 'test.audit.Id': { type: 'long' } }, openRoots: ['test.audit'] }],
    { namespace, version: '1.0.0' },
  )
  const updated = (await setup(false, later)).filter(({ change }) => change !== 'unchanged')
  expect(updated).toEqual([
    {
      kind: 'component template',
      name: 'consentry-logs-test.audit-soc@fields',
      change: 'updated',
      paths: [
        'template.mappings._meta.fingerprint',
        'template.mappings.properties.test.properties.audit.properties.Id.ignore_above',
        'template.mappings.properties.test.properties.audit.properties.Id.type',
      ],
    },
  ])
})

it('setup detects a manual change', async () => {
  await setup()
  const name = 'consentry-common-soc@settings'
  store.components.set(name, { ...(store.components.get(name) as object), template: {} })
  expect(await changes()).toContain(`${name} updated`)
})

it('setup rolls over a stream with a write index of older templates, and no other', async () => {
  store.streamMeta = { managed_by: 'consentry', fingerprint: 'older' }
  expect(await changes()).toContain(`${stream} rolled over`)
  expect(writes().map(({ path }) => path)).toContain(`/${stream}/_rollover`)
  store.streamMeta = present
  expect(await changes()).toContain(`${stream} unchanged`)
})

it('setup rolls over a stream whose write index has a wrong field type, but only if the next index gets the right type', async () => {
  await setup()
  store.streamMeta = present
  store.written = 'long'
  expect(await changes(true)).toContain(`${stream} rolled over`)
  store.simulated = 'long'
  expect(await changes(true)).toContain(`${stream} unchanged`)
  // setup repairs one of our templates: the next index has its types.
  store.components.set('consentry-logs-test.audit-soc@fields', {
    ...(store.components.get('consentry-logs-test.audit-soc@fields') as object),
    template: {},
  })
  expect(await changes()).toContain(`${stream} rolled over`)
  expect(writes().at(-1)?.path).toBe(`/${stream}/_rollover`)
  store.written = 'keyword'
  expect(await changes()).toContain(`${stream} unchanged`)
})

it.each<[string, () => void, RegExp]>([
  [
    'a component of ours by name that somebody else manages',
    () => store.components.set('consentry-common-soc@fields', { template: {}, _meta: { managed_by: 'fleet' } }),
    /component template consentry-common-soc@fields exists and is managed by fleet: rename or remove it/,
  ],
  [
    'an index template of ours by name that nobody claims',
    () => store.indexTemplates.set('consentry-logs-test.audit-soc', { index_patterns: [stream] }),
    /index template consentry-logs-test.audit-soc exists and has no _meta.managed_by/,
  ],
  [
    'a data stream that somebody else made',
    () => {
      store.streamMeta = { managed_by: 'fleet' }
    },
    /data stream logs-test.audit-soc exists and is managed by fleet: .* set another namespace/,
  ],
  [
    'a template of others that would take the stream',
    () => store.indexTemplates.set('all-logs', { index_patterns: ['metrics-*', 'logs-*-s*'], priority: 600 }),
    /index template all-logs \(priority 600\) also matches logs-test.audit-soc: give it a priority below 501/,
  ],
])('setup refuses and changes nothing: %s', async (_, arrange, message) => {
  arrange()
  await expect(setup()).rejects.toMatchObject({
    code: 'setup_foreign',
    retryable: false,
    message: expect.stringMatching(message),
  })
  expect(writes()).toEqual([])
})

it('for a stream that a foreign template matches, setup names only the template, because the stream need not be removed', async () => {
  store.indexTemplates.set('all-logs', { index_patterns: ['logs-*'], priority: 900 })
  store.streamMeta = {}
  const { message } = await setup().catch((thrown) => thrown)
  expect(message).toContain('index template all-logs (priority 900)')
  expect(message).not.toContain('data stream')
})

it('the error about a missing stream advises setup, unless setup refuses: then it names the template', async () => {
  const missing = new DependencyError('es_stream', 'no stream.', { todo: 'Run setup.' })
  expect(await withObstacle(missing, setup)).toBe(missing)
  store.indexTemplates.set('all-logs', { index_patterns: ['logs-*'], priority: 900 })
  const named = (await withObstacle(missing, setup)) as DependencyError
  expect(named.message).toMatch(/^no stream\. Elasticsearch .*\n- index template all-logs \(priority 900\)/)
  expect(named.message).not.toContain('Run setup')
  expect(await withObstacle(named.cause, () => Promise.reject(new Error('another')))).toBe(missing)
})

it('a dry run of setup refuses a server that is older than the compatibility setting, as setup does', async () => {
  store.version = '8.19.0'
  const dryRun = (compatibility: 8 | 9) =>
    setupElasticsearch(client, templates, { namespace, dryRun: true, compatibility })
  await expect(dryRun(9)).rejects.toMatchObject({ code: 'es_compatibility' })
  await expect(dryRun(8)).resolves.not.toHaveLength(0)
})

it('setup refuses a server that is too old, and changes nothing', async () => {
  store.version = '8.16.4'
  await expect(setup()).rejects.toMatchObject({ code: 'setup_version', message: expect.stringContaining('8.17') })
  expect(writes()).toEqual([])
})

it('setup refuses a namespace with a hyphen, and changes nothing', async () => {
  await expect(setupElasticsearch(client, templates, { namespace: 'a-b', dryRun: false })).rejects.toMatchObject({
    code: 'setup_namespace',
  })
})

it('setup does not change other templates with a lower priority or other patterns', async () => {
  store.indexTemplates.set('logs-test.audit', { index_patterns: ['logs-test.audit-*'], priority: 200 })
  store.indexTemplates.set('high', { index_patterns: ['logs-test.audit-other', 'logs-*-lab'], priority: 900 })
  const before = JSON.stringify([store.indexTemplates.get('logs-test.audit'), store.indexTemplates.get('high')])
  await setup()
  expect(JSON.stringify([store.indexTemplates.get('logs-test.audit'), store.indexTemplates.get('high')])).toBe(before)
})

it.each([
  ['8.18.1', false],
  ['8.19.0', true],
  ['9.0.4', false],
  ['9.1.0', true],
  ['10.0.0', true],
])('the failure store is spoken of to %s: %s', async (version, known) => {
  store.version = version
  await setup()
  const { template } = store.components.get('consentry-common-soc@settings') as { template: object }
  expect('data_stream_options' in template).toBe(known)
  expect(new Set((await setup()).map(({ change }) => change))).toEqual(new Set(['unchanged']))
})

const passwords = { namespace: 'soc', systemPassword: 'secret', servicePassword: 'secret' }
const planned = [
  { kind: 'user', name: 'kibana_system', change: 'written' },
  { kind: 'role', name: 'consentry-soc', change: 'written' },
  { kind: 'user', name: 'consentry-soc', change: 'written' },
]
const written = () =>
  fake.requests
    .filter(({ path, method }) => path.startsWith('/_security/') && method !== 'GET')
    .map(({ path, body }) => ({ path, body: JSON.parse(body) }))

it('a dry run of setup reports the same role and users, and writes nothing', async () => {
  fake.handler = ({ path }) => (path.startsWith('/_security/') ? { body: {} } : undefined)
  expect(await setupUsers(client, { ...passwords, dryRun: true })).toEqual(planned)
  expect(written()).toEqual([])
  expect(await setupUsers(client, { ...passwords, dryRun: false })).toEqual(planned)
  expect(written()).toEqual([
    { path: '/_security/user/kibana_system/_password', body: { password: 'secret' } },
    { path: '/_security/role/consentry-soc', body: { cluster: ['monitor'], indices: servicePrivileges('soc') } },
    { path: '/_security/user/consentry-soc', body: { password: 'secret', roles: ['consentry-soc'] } },
  ])
})

it('setup writes no role and no users without passwords', async () => {
  const none = { systemPassword: undefined, servicePassword: undefined }
  expect(await setupUsers(client, { namespace: 'soc', ...none, dryRun: false })).toEqual([])
})

it.each([false, true])(
  'the role and users are left out where there is no security, with a dry run: %s',
  async (dryRun) => {
    fake.handler = () => ({ status: 400, body: { error: 'no handler found for uri [/_security/…]' } })
    const result = { change: 'unchanged', note: 'no security on this server' }
    expect(await setupUsers(client, { ...passwords, dryRun })).toMatchObject([result, result, result])
  },
)

it('setup fails if it may not write the role and users, and shows no password', async () => {
  const body = { error: { type: 'security_exception', reason: 'action is unauthorized' } }
  fake.handler = () => ({ status: 403, body })
  const error = await setupUsers(client, { ...passwords, dryRun: false }).catch((thrown) => thrown)
  expect(error).toMatchObject({ code: 'es_forbidden' })
  expect(error.message).not.toContain('secret')
})

it('the doctor runs the permitted checks if the privilege `monitor` is missing', async () => {
  const body = { error: { type: 'security_exception', reason: 'action is unauthorized' } }
  fake.handler = ({ path }) =>
    path === '/_security/user/_has_privileges'
      ? { body: { has_all_requested: true, index: {} } }
      : { status: 403, body }
  const found = await lookAtElasticsearch(client, 'soc', {
    templates: setup,
    fields: () => changedFields(client, templates, []),
    clock: () => clockDifference(client, 'consentry-apps-soc'),
  })
  expect(found.map(({ verdict, message }) => `${verdict}: ${message}`)).toEqual([
    'note: these credentials cannot read the version',
    'note: these credentials cannot read the cluster health',
    'note: these credentials cannot read the index settings',
    'fine: the credentials have the privileges that the service needs',
    'note: these credentials cannot read the templates',
    'note: these credentials cannot read the mappings',
  ])
})

const noSetup = { templates: async () => [], fields: async () => [] }

it.each([
  [-3 * 86_400_000, '3 days behind'],
  [6 * 60_000, '6 minutes ahead of'],
])('doctor reports a clock that differs by %d ms from the clock of Elasticsearch', async (ahead, words) => {
  const buckets = [{ from: Date.now() - ahead, doc_count: 0 }]
  fake.handler = ({ path }) => ({ body: path.includes('_search') ? { aggregations: { clock: { buckets } } } : healthy })
  const clock = () => clockDifference(client, 'consentry-apps-soc')
  const found = await lookAtElasticsearch(client, 'soc', { ...noSetup, clock })
  expect(found.find(({ message }) => message.includes('clock'))).toMatchObject({
    verdict: 'trouble',
    message: expect.stringContaining(`the clock of this computer is ${words} Elasticsearch`),
  })
})

it('doctor reports a blocked write index, but not a blocked older index of the stream', async () => {
  const settings = (value: string) => ({ settings: { 'index.blocks.read_only_allow_delete': value } })
  const first = `.ds-${stream}-2026.11.01-000001`
  const last = `.ds-${stream}-2026.11.28-000002`
  const blocked = async (indices: Record<string, unknown>) => {
    fake.handler = ({ path }) => ({ body: path.includes('_settings') ? indices : healthy })
    const found = await lookAtElasticsearch(client, 'soc', { ...noSetup, clock: async () => 0 })
    return found.filter(({ verdict }) => verdict === 'trouble').map(({ message }) => message)
  }
  expect(await blocked({ [first]: settings('false'), [last]: settings('true') })).toEqual([
    `indices refuse documents: ${last} (index.blocks.read_only_allow_delete)`,
  ])
  expect(await blocked({ [first]: settings('true'), [last]: settings('false') })).toEqual([])
})

it('a field of another type than ours is found in each index of a stream, and doctor reports an older index as a note', async () => {
  const [older, newer] = [`.ds-${stream}-2026.11.01-000001`, `.ds-${stream}-2026.11.28-000002`] as const
  fake.handler = () => ({ body: { [older]: mappingsOf('long'), [newer]: mappingsOf('date') } })
  const found = { stream, field: 'test.audit.Id', ours: 'keyword' }
  const all = await changedFields(client, templates, [])
  expect(all).toEqual([
    { index: older, isWritten: false, type: 'long', ...found },
    { index: newer, isWritten: true, type: 'date', ...found },
  ])
  fake.handler = () => ({ body: { [newer]: mappingsOf('keyword') } })
  expect(await changedFields(client, templates, [])).toEqual([])
  fake.handler = () => ({ body: healthy })
  const judged = async (fields: typeof all) => {
    const checks = { ...noSetup, fields: async () => fields, clock: async () => 0 }
    const judgments = await lookAtElasticsearch(client, 'soc', checks)
    return judgments.find(({ message }) => message.includes('of another type'))
  }
  expect(await judged(all)).toMatchObject({ verdict: 'trouble', message: expect.stringContaining(`${newer} is date`) })
  expect(await judged(all.slice(0, 1))).toMatchObject({
    verdict: 'note',
    message: expect.stringMatching(/late-data correction can fail .*: test.audit.Id of .*-000001 is long, not keyword/),
    todo: 'reindex these indices, or delete them and run `consentry reprocess` for their period',
  })
})

const entityTemplates = buildEntityTemplates({ namespace })
const apps = entityTemplates.find(({ stream: name }) => name === 'consentry-apps-soc')

it('setup recognizes an installed index of the entity store behind an alias', async () => {
  const indices = apps === undefined ? [] : [apps]
  const _meta = { managed_by: 'consentry', fingerprint: apps?.fingerprint }
  fake.handler = (request) =>
    request.path === '/consentry-apps-soc/_mapping'
      ? { body: { 'reindexed-v9-consentry-apps-soc': { mappings: { _meta } } } }
      : store.answer(request)
  const found = await setupElasticsearch(client, templates, { namespace, indices, dryRun: true })
  expect(found.find(({ kind }) => kind === 'index')).toMatchObject({ name: 'consentry-apps-soc', change: 'unchanged' })
})

it('a field of another type is found in an index of the entity store behind an alias', async () => {
  fake.handler = ({ path }) =>
    path.includes('consentry-apps-soc')
      ? { body: { 'reindexed-v9-consentry-apps-soc': { mappings: { properties: { tenant: { type: 'long' } } } } } }
      : { body: {} }
  expect(await changedFields(client, templates, apps === undefined ? [] : [apps])).toEqual([
    {
      index: 'reindexed-v9-consentry-apps-soc',
      stream: 'consentry-apps-soc',
      isWritten: true,
      field: 'tenant',
      type: 'long',
      ours: 'keyword',
    },
  ])
})

it('the write index of a stream is its last backing index, even if an earlier one was reindexed', () => {
  const [first, last] = [`.migrated-ds-${stream}-2026.11.01-000001`, `.ds-${stream}-2026.11.28-000002`] as const
  expect(writeIndices([first, last])).toEqual(new Map([[stream, last]]))
})
