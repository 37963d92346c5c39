// Late-data correction with a server that is busy, refuses requests, or changes documents before the correction.
import { errors } from '@elastic/elasticsearch'
import { expect, it } from 'vitest'
import { type Environment, emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import type { EntityEvent } from '../../../pipeline/entity-store/entity-event.ts'
import { InMemoryStore } from '../../../pipeline/entity-store/in-memory-store.ts'
import { makeUpdateEntities } from '../../../pipeline/entity-store/update-entities.ts'
import { makeCorrect } from '../../../pipeline/late-data/correction.ts'
import { virtualRuntime } from '../../support/virtual-runtime.ts'
import { eventOf, entraTenant as tenant } from '../entity-store/events.ts'
import { type FakeServer, fakeServer } from './server.ts'

const start = Date.parse('2026-11-01T00:00:00.000Z')
const now = start + 3_600_000
const address = (account: number) => `user-${account}@northpier.example`

function event(id: string, at: number, action: string, members: Partial<EcsDocument>): EntityEvent {
  const event = { action, ingested: new Date(now).toISOString() }
  const message = 'a member that annotations do not need'
  return { ...eventOf('o365.audit', new Date(at).toISOString(), { event, message, ...members }), id }
}

const use = (account: number, n: number): EntityEvent =>
  event(`use-${account}-${n}`, start + n, 'MailItemsAccessed', {
    oauth: {
      action: 'app_use',
      app: { id: 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13', first_party: false },
      account: { name: address(account) },
    },
  })

const disabled = (account: number): EntityEvent =>
  event(`disabled-${account}`, start - 60_000, 'Disable account.', { user: { target: { email: address(account) } } })

const markedAccount = (account: number) => ({
  seqNo: 1,
  source: {
    vendor: 'microsoft',
    tenant,
    account: address(account),
    status: [{ at: start - 60_000 }],
    late: [{ from: 0, first_recorded: start + account, last_recorded: start + account }],
  },
})

interface World {
  readonly server: FakeServer
  readonly store: InMemoryStore
}

/** Uses are stored; then the log shows that `late` of the accounts were disabled before. */
async function world({ accounts = 4, uses = 30, late = 4 } = {}): Promise<World> {
  const server = fakeServer()
  const store = new InMemoryStore()
  const updateEntities = makeUpdateEntities(store)
  const ids = Array.from({ length: accounts }, (_, account) => account)
  const events = await updateEntities(ids.flatMap((account) => Array.from({ length: uses }, (_, n) => use(account, n))))
  for (const { id, document } of events)
    server.documents.set(id, { source: document as unknown as JsonObject, seqNo: 1 })
  await updateEntities(ids.slice(0, late).map(disabled))
  for (const account of ids) server.accounts.set(address(account), markedAccount(account))
  return { server, store }
}

const settings = ({ server, store }: World) => ({
  client: server.client,
  namespace: 'test',
  store,
  environment: emptyEnvironment,
  afterMs: 60_000,
  now: () => now,
  runtime: virtualRuntime(),
})

const wrong = ({ server }: World): string[] =>
  [...server.documents].flatMap(([id, { source }]) => {
    const { account } = (source as unknown as EcsDocument).oauth ?? {}
    const isLate = Number(/\d+/.exec(account?.name ?? '')?.[0]) < 4
    return (account?.status === 'disabled') === isLate ? [] : [id]
  })

const marked = ({ server }: World): string[] =>
  [...server.accounts].flatMap(([name, { source }]) => (Array.isArray(source.late) ? [name] : []))

it('late-data correction uses smaller requests if the server refuses large requests, and removes the marks', async () => {
  const here = await world()
  here.server.onRequest = (name, documents) => {
    if ((name === 'mget' && documents > 20) || (name === 'bulk' && documents > 1))
      throw new errors.ResponseError({ statusCode: 413, body: {} } as never)
  }
  expect(await makeCorrect(settings(here))()).toEqual({ entities: 4, documents: 120, waiting: 0, refused: 0 })
  expect([wrong(here), marked(here)]).toEqual([[], []])
  expect([...here.server.documents.values()].every(({ source }) => typeof source.message === 'string')).toBe(true)
})

it.each([429, 500, 503])(
  'late-data correction stores every document, in several passes if the server answers %i to most items',
  async (status) => {
    const here = await world()
    let n = 0
    here.server.answer = () => (n++ % 10 === 0 ? 200 : status)
    const correct = makeCorrect(settings(here))
    let documents = 0
    for (let pass = 0; pass < 3; pass++) documents += (await correct()).documents
    expect(documents).toBe(120)
    expect([wrong(here), marked(here)]).toEqual([[], []])
  },
)

it.each(['bulk', 'mget', 'search'] as const)(
  'late-data correction repeats a %s that gets an unexpected answer',
  async (name) => {
    const here = await world()
    const api = here.server.client as unknown as Record<string, (request: unknown) => Promise<unknown>>
    const real = api[name] as (request: unknown) => Promise<unknown>
    let calls = 0
    api[name] = async (request) => (calls++ === 0 ? {} : await real(request))
    expect(await makeCorrect(settings(here))()).toEqual({ entities: 4, documents: 120, waiting: 0, refused: 0 })
    expect([wrong(here), marked(here)]).toEqual([[], []])
  },
)

it('late-data correction reads a document again if its shard was unavailable', async () => {
  const here = await world()
  const api = here.server.client as unknown as Record<string, (request: unknown) => Promise<{ docs: object[] }>>
  const real = api.mget as (request: unknown) => Promise<{ docs: object[] }>
  const error = { type: 'no_shard_available_action_exception', reason: 'the shard has no active copy' }
  let calls = 0
  api.mget = async (request) => {
    const { docs } = await real(request)
    return calls++ === 0 ? { docs: docs.map((doc, i) => (i % 2 === 0 ? { error } : doc)) } : { docs }
  }
  expect(await makeCorrect(settings(here))()).toEqual({ entities: 4, documents: 120, waiting: 0, refused: 0 })
  expect([wrong(here), marked(here)]).toEqual([[], []])
})

it('late-data correction reads a document again after a concurrent write, and keeps the written changes', async () => {
  const here = await world()
  let isFirst = true
  here.server.onRequest = (name) => {
    if (name !== 'bulk' || !isFirst) return
    isFirst = false
    for (const held of here.server.documents.values()) {
      held.seqNo++
      held.source = { ...held.source, labels: { by: 'other' } }
    }
  }
  await makeCorrect(settings(here))()
  expect([wrong(here), marked(here)]).toEqual([[], []])
  expect([...here.server.documents.values()].every(({ source }) => source.labels !== undefined)).toBe(true)
})

it('late-data correction keeps its marks and reports an error while a server refuses everything, and completes later', async () => {
  const here = await world()
  here.server.answer = () => 429
  const pass = makeCorrect(settings(here))
  const result = await pass()
  expect(result).toMatchObject({ entities: 0, documents: 0, waiting: 4, failure: { code: 'es_unavailable' } })
  expect(result.refused).toBeGreaterThan(0)
  expect(marked(here)).toHaveLength(4)
  here.server.answer = () => 200
  expect(await pass()).toMatchObject({ documents: 120, waiting: 0 })
  expect([wrong(here), marked(here)]).toEqual([[], []])
})

it('a refused document in late-data correction does not delay other entities, and keeps the mark of its entity', async () => {
  const here = await world()
  here.server.answer = (id) => (id.startsWith('use-0-') ? 403 : 200)
  const pass = makeCorrect(settings(here))
  for (const documents of [90, 0])
    expect(await pass()).toMatchObject({ documents, waiting: 1, refused: 30, failure: { code: 'document_rejected' } })
  expect(marked(here)).toEqual([address(0)])
  expect(wrong(here).every((id) => id.startsWith('use-0-'))).toBe(true)
})

it('late-data correction reads and writes whole documents only if their annotations differ', async () => {
  const here = await world({ accounts: 20, late: 2 })
  here.server.requests.length = 0
  expect(await makeCorrect(settings(here))()).toMatchObject({ entities: 20, documents: 60 })
  const transferred = (name: string) =>
    here.server.requests.reduce((sum, each) => sum + (each.name === name ? each.documents : 0), 0)
  // The marks are read and written, too.
  expect(transferred('mget')).toBe(60 + 20)
  expect(transferred('bulk')).toBe(60 + 20)
})

it('late-data correction continues at the position of an ended process', async () => {
  const here = await world({ accounts: 1, uses: 6_500 })
  const ending = new AbortController()
  let pages = 0
  here.server.onRequest = (name) => {
    if (name === 'search' && ++pages === 15) ending.abort()
  }
  await makeCorrect(settings(here))(ending.signal)
  here.server.onRequest = () => undefined
  expect(here.server.accounts.get(address(0))?.source.late).toEqual([
    { from: start + 4_999, first_recorded: start, last_recorded: start },
  ])
  await makeCorrect(settings(here))()
  expect([wrong(here), marked(here)]).toEqual([[], []])
})

it('late-data correction corrects documents of the same person with the other vendor, even in an unnamed tenant', async () => {
  const environment: Environment = {
    ...emptyEnvironment,
    tenants: [
      { id: tenant, vendor: 'microsoft' },
      { id: 'C02exmpl9', vendor: 'google' },
    ],
  }
  const server = fakeServer()
  const store = new InMemoryStore()
  const updateEntities = makeUpdateEntities(store, environment)
  const { document, id } = use(0, 1)
  const dataset = 'google_workspace.token'
  const event = { ...document.event, dataset, module: 'google_workspace' }
  const organizations = ['C02exmpl9', 'C02another']
  const uses = organizations.map((organization) => ({
    dataset,
    id: `${id}-${organization}`,
    document: { ...structuredClone(document), event, organization: { id: organization } },
  }))
  for (const each of await updateEntities(uses))
    server.documents.set(each.id, { source: each.document as unknown as JsonObject, seqNo: 1 })
  await updateEntities([disabled(0)])
  server.accounts.set(address(0), markedAccount(0))
  await makeCorrect({ ...settings({ server, store }), environment })()
  const linked = [...server.documents.values()].map(({ source }) => (source as unknown as EcsDocument).oauth?.account)
  expect(linked).toMatchObject([{ linked_status: 'disabled' }, { linked_status: 'disabled' }])
})

it('late-data correction keeps the mark of a fact that is recorded during the pass', async () => {
  const here = await world({ accounts: 1 })
  const account = here.server.accounts.get(address(0))
  const later = { from: start, first_recorded: now, last_recorded: now }
  here.server.onRequest = (name) => {
    if (name !== 'bulk' || account === undefined || account.seqNo > 1) return
    account.seqNo++
    account.source = { ...account.source, late: [...(account.source.late as JsonObject[]), later] }
  }
  await makeCorrect(settings(here))()
  expect(account?.source.late).toEqual([later])
})
