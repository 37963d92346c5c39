import { expect, it } from 'vitest'
import type { FakeAnswer, FakeRequest } from '../../support/fake-elasticsearch.ts'
import { makeEvent, makeEvents } from './events.ts'
import { ids, sinkFixture, stream } from './fixture.ts'

const setUp = sinkFixture()

/** Answers every item of a bulk request in the same way. */
function itemsOf(request: FakeRequest, item: Record<string, unknown>): FakeAnswer {
  return { body: { items: ids(request).map((_id) => ({ create: { _index: '.ds-x-000001', _id, ...item } })) } }
}

it('a stored document contains its data stream, the ingestion time and the ID of the pipeline', async () => {
  const { sink, bulks } = await setUp()
  const result = await sink.store([makeEvent('a', { members: { user: { name: 'Zoë 🦊' } } })])
  expect(result).toMatchObject({ stored: 1, duplicates: 0, failures: [] })
  expect(bulks()[0]?.lines).toEqual([
    { create: { _index: stream, _id: 'a' } },
    {
      '@timestamp': '2026-03-01T10:00:00.000Z',
      event: { kind: 'event', dataset: 'test.audit', ingested: '2026-03-02T00:00:00.000Z' },
      user: { name: 'Zoë 🦊' },
      data_stream: { type: 'logs', dataset: 'test.audit', namespace: 'consentry' },
    },
  ])
  expect(bulks()[0]?.query.get('require_data_stream')).toBe('true')
})

it('a stored document has the event time as its ingestion time in a back-fill', async () => {
  const { sink, documents } = await setUp({ backfill: true })
  await sink.store([makeEvent('a')])
  expect(documents()).toMatchObject([{ event: { ingested: '2026-03-01T10:00:00.000Z' } }])
})

it('a stored document has the tags of the settings before its tags, each once', async () => {
  const { sink, documents } = await setUp({ tags: ['forwarded', 'audit'] })
  const event = makeEvent('a', { members: { tags: ['truncated', 'audit'] } })
  await sink.store([event])
  await sink.store([{ ...event, id: 'b' }])
  const tags = ['forwarded', 'truncated', 'audit']
  expect(documents()).toMatchObject([{ tags }, { tags }])
})

it('a stored document contains its record if the settings require this', async () => {
  const { sink, documents } = await setUp({ preserveOriginal: true })
  await sink.store([makeEvent('a')])
  const original = '{"Id":"a","UserId":"ada@example.com"}'
  expect(documents()).toMatchObject([{ event: { original }, tags: ['preserve_original_event'] }])
})

it('stored documents are counted by dataset, separately from duplicates', async () => {
  const { sink } = await setUp()
  await sink.store([makeEvent('a'), makeEvent('b', { dataset: 'test.login' })])
  const result = await sink.store([makeEvent('a'), makeEvent('c'), makeEvent('b', { dataset: 'test.login' })])
  expect(result).toMatchObject({ stored: 1, duplicates: 2 })
  expect(Object.fromEntries(result.byDataset)).toEqual({
    'test.audit': { stored: 1, duplicates: 1 },
    'test.login': { stored: 0, duplicates: 1 },
  })
})

it('the sink sends no request for an empty batch', async () => {
  const { sink, fake } = await setUp()
  expect(await sink.store([])).toMatchObject({ stored: 0, duplicates: 0, failures: [] })
  expect(fake.requests).toEqual([])
})

it('the size of each request stays below the limit, and every document arrives once and complete', async () => {
  const { sink, bulks } = await setUp({ maxBytes: 2_000 })
  const events = makeEvents(100, { members: { message: 'ü'.repeat(50) } })
  expect(await sink.store(events)).toMatchObject({ stored: 100 })
  expect(bulks().length).toBeGreaterThan(10)
  for (const { body } of bulks()) expect(Buffer.byteLength(body)).toBeLessThanOrEqual(2_000)
  expect(bulks().flatMap(ids).sort()).toEqual(events.map(({ id }) => id).sort())
})

it('a single document above the size limit is sent in one request', async () => {
  const { sink, documents } = await setUp({ maxBytes: 500 })
  const result = await sink.store([
    makeEvent('a'),
    makeEvent('b', { members: { message: 'x'.repeat(5_000) } }),
    makeEvent('c'),
  ])
  expect(result.stored).toBe(3)
  expect(documents()).toContainEqual(expect.objectContaining({ message: 'x'.repeat(5_000) }))
})

/** A server that refuses requests of more than `most` bytes. */
const smallServer =
  (most: number) =>
  ({ body }: FakeRequest) =>
    Buffer.byteLength(body) > most ? { status: 413 } : undefined
const longMessage = { members: { message: 'x'.repeat(10_000) } }

it('the size of requests is halved after a 413 until the server accepts it', async () => {
  const changes: [number, string][] = []
  const { sink, waits, onBulk, bulks } = await setUp({ onLimit: (...change) => changes.push(change) })
  onBulk(smallServer(200_000))
  expect(await sink.store(makeEvents(50, longMessage))).toMatchObject({ stored: 50, failures: [] })
  const [first] = bulks()
  const half = Math.ceil(Buffer.byteLength(first?.body ?? '') / 2)
  expect(changes[0]).toEqual([half, 'smaller'])
  const before = bulks().length
  await sink.store(makeEvents(40, longMessage).map((event) => ({ ...event, id: `later-${event.id}` })))
  const later = bulks().slice(before)
  expect(later.every(({ body }) => Buffer.byteLength(body) <= 200_000)).toBe(true)
  expect(waits).toEqual([])
})

it('the size of requests grows again after a short burst of 413, and no document becomes a dead letter', async () => {
  const changes: string[] = []
  const { sink, waits, onBulk, bulks } = await setUp({
    concurrency: 1,
    onLimit: (_, change) => changes.push(change),
  })
  onBulk((_, n) => (n < 12 ? { status: 413 } : undefined))
  expect(await sink.store(makeEvents(600, longMessage))).toMatchObject({ stored: 600, failures: [] })
  expect(waits.length).toBeGreaterThan(0)
  const before = bulks().length
  for (let round = 0; round < 5; round++) {
    const later = makeEvents(600, longMessage).map((event) => ({ ...event, id: `${round}-${event.id}` }))
    expect(await sink.store(later)).toMatchObject({ stored: 600, failures: [] })
  }
  const sizes = bulks()
    .slice(before)
    .map(({ body }) => Buffer.byteLength(body))
  expect(Math.max(...sizes)).toBeGreaterThan(500_000)
  expect(new Set(changes)).toEqual(new Set(['smaller', 'larger']))
})

it('a small request that the server refuses because of its size is sent again after a pause', async () => {
  const { sink, waits, onBulk } = await setUp()
  onBulk((_, n) => (n < 2 ? { status: 413 } : undefined))
  const pauses: string[] = []
  const onPause = ({ message }: Error) => void pauses.push(message)
  expect(await sink.store(makeEvents(3), { onPause })).toMatchObject({ stored: 3, failures: [] })
  expect(waits).toHaveLength(2)
  expect(pauses[0]).toMatch(/rejected a request of only \d+ bytes because of its size \(413\)/)
})

it('a single document that the server refuses as too large becomes a dead letter', async () => {
  const { sink, onBulk } = await setUp()
  onBulk(smallServer(100_000))
  const large = makeEvent('large', { members: { message: 'x'.repeat(120_000) } })
  const result = await sink.store([makeEvent('a'), large, makeEvent('b')])
  expect(result).toMatchObject({ stored: 2, failures: [{ code: 'document_rejected' }] })
  expect(result.failures[0]?.detail).toMatch(/takes no request of \d+ bytes/)
})

it('the sink never exceeds the limit of concurrent requests', async () => {
  const { sink, client } = await setUp({ maxBytes: 500, concurrency: 2 })
  let underWay = 0
  let most = 0
  const original = client.transport.request.bind(client.transport)
  client.transport.request = (async (...args: Parameters<typeof original>) => {
    if (args[0].path !== '/_bulk') return await original(...args)
    most = Math.max(most, ++underWay)
    return await original(...args).finally(() => underWay--)
  }) as typeof client.transport.request
  await Promise.all([sink.store(makeEvents(20)), sink.store(makeEvents(20, { dataset: 'test.login' }))])
  expect(most).toBe(2)
})

it('only items that fail with 429 or 503 are sent again, with growing pauses while less than half succeed, and new ingestion times', async () => {
  const { sink, waits, onBulk, bulks, documents } = await setUp({ retry: { baseMs: 100 } })
  onBulk((request, n) => {
    if (n > 2) return undefined
    const busy = { status: n === 1 ? 503 : 429, error: { type: 'es_rejected_execution_exception' } }
    const items = ids(request).map((_id, i) => ({
      create: { _index: 'x', _id, ...(i === 0 ? { status: 201 } : busy) },
    }))
    return { body: { items } }
  })
  expect(await sink.store(makeEvents(5))).toMatchObject({ stored: 5, failures: [] })
  expect(bulks().map(ids)).toEqual([
    ['id-0', 'id-1', 'id-2', 'id-3', 'id-4'],
    ['id-1', 'id-2', 'id-3', 'id-4'],
    ['id-2', 'id-3', 'id-4'],
    ['id-3', 'id-4'],
  ])
  expect(waits).toEqual([75, 150, 300])
  expect(documents()).toMatchObject([
    { event: { ingested: '2026-03-02T00:00:00.525Z' } },
    { event: { ingested: '2026-03-02T00:00:00.525Z' } },
  ])
})

it('items that fail with another 4xx are failures with the reason and its cause, and the other items are stored', async () => {
  const { sink, onBulk } = await setUp()
  const error = {
    type: 'document_parsing_exception',
    reason: 'failed to parse field [source.ip]',
    caused_by: { type: 'illegal_argument_exception', reason: "'nowhere' is not an IP string literal." },
  }
  const items = [{ status: 201 }, { status: 400, error }].map((item) => ({ create: { _index: 'x', ...item } }))
  onBulk(() => ({ body: { items } }))
  const result = await sink.store(makeEvents(2))
  expect(result.stored).toBe(1)
  expect(result.failures).toEqual([
    {
      ok: false,
      dataset: 'test.audit',
      decoded: { kind: 'U' },
      code: 'document_rejected',
      detail:
        "document_parsing_exception: failed to parse field [source.ip]; caused by illegal_argument_exception: 'nowhere' is not an IP string literal.",
      element: 'records[0]',
      delivery: { source: 'consentry.raw', partition: 3, offset: '42' },
      raw: { Id: 'id-1', UserId: 'ada@example.com' },
    },
  ])
})

it('items that Elasticsearch put into the failure store are failures', async () => {
  const { sink, onBulk } = await setUp()
  onBulk((request) => itemsOf(request, { status: 201, failure_store: 'used' }))
  expect(await sink.store(makeEvents(1))).toMatchObject({ stored: 0, failures: [{ code: 'failure_store' }] })
})

it.each([
  ['a missing template', 'index_not_found_exception', 'or `consentry doctor` to find a template'],
  ['an alias or an index with the name of a stream', 'resource_not_found_exception', 'Rename or remove it'],
])('%s stops the sink, and the error names the fix', async (_, type, todo) => {
  const { sink, onBulk } = await setUp()
  onBulk((request) => itemsOf(request, { status: 404, error: { type, reason: 'no such stream' } }))
  await expect(sink.store(makeEvents(1))).rejects.toMatchObject({
    code: 'es_stream',
    retryable: false,
    message: expect.stringContaining(todo),
  })
})

it('items that fail because of a cluster block are sent again, and the caller receives the reason', async () => {
  const { sink, onBulk } = await setUp()
  onBulk((request, n) =>
    n === 0
      ? itemsOf(request, { status: 403, error: { type: 'cluster_block_exception', reason: 'read-only' } })
      : undefined,
  )
  const pauses: string[] = []
  const onPause = ({ message }: Error) => void pauses.push(message)
  expect(await sink.store(makeEvents(3), { onPause })).toMatchObject({ stored: 3, failures: [] })
  expect(pauses).toEqual([expect.stringContaining('3 documents now: cluster_block_exception: read-only')])
})

it.each<[string, FakeAnswer]>([
  ['429', { status: 429, body: { error: { type: 'circuit_breaking_exception', reason: 'too much' } } }],
  ['503', { status: 503, body: { error: { type: 'unavailable', reason: 'no master' } } }],
  ['a broken connection', 'reset'],
  ['an answer with too few items', { body: { items: [] } }],
  ['an answer without items', { body: {} }],
  ['items without a status', { body: { items: [{ create: {} }, { create: {} }, {}] } }],
  ['a text', { body: 'Moved', headers: { 'content-type': 'text/html' } }],
  ['a redirect', { status: 302, body: 'Moved', headers: { 'content-type': 'text/html' } }],
  ['a page of another server', { body: 'Welcome', headers: { 'x-elastic-product': '' } }],
  ['a page that is not found', { status: 404, body: 'Not here', headers: { 'content-type': 'text/html' } }],
])('requests that fail with %s are sent again', async (_, answer) => {
  const { sink, waits, onBulk } = await setUp()
  onBulk((_request, n) => (n < 2 ? answer : undefined))
  expect(await sink.store(makeEvents(3))).toMatchObject({ stored: 3, failures: [] })
  expect(waits).toEqual([150, 300])
})

it('failed requests are repeated after the delay that the server requests', async () => {
  const { sink, waits, onBulk } = await setUp()
  const answer = { status: 429, headers: { 'retry-after': '3' }, body: { error: { type: 'busy', reason: 'busy' } } }
  onBulk((_request, n) => (n < 1 ? answer : undefined))
  await sink.store(makeEvents(1))
  expect(waits).toEqual([3000])
})

it('requests without a response are sent again after the timeout, and no document is stored twice', async () => {
  const { sink, onBulk, documents } = await setUp({}, 1_000)
  await sink.store([makeEvent('id-0')])
  onBulk((_, n) => (n === 1 ? 'stall' : undefined))
  expect(await sink.store(makeEvents(2))).toMatchObject({ stored: 1, duplicates: 1 })
  expect(documents()).toHaveLength(2)
})

it('requests that fail for longer than the patience reject with a retryable error', async () => {
  const { sink, waits, onBulk } = await setUp({ retry: { patienceMs: 10_000 } })
  onBulk(() => ({ status: 503, body: { error: { type: 'unavailable', reason: 'no master' } } }))
  await expect(sink.store(makeEvents(3))).rejects.toMatchObject({
    name: 'DependencyError',
    code: 'es_unavailable',
    retryable: true,
    message: expect.stringContaining('no master'),
  })
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(10_000)
  expect(waits.length).toBeGreaterThan(3)
})

it.each([
  [401, 'es_unauthorized'],
  [403, 'es_forbidden'],
])('requests that fail with %i are not repeated', async (status, code) => {
  const { sink, waits, onBulk } = await setUp()
  onBulk(() => ({ status, body: { error: { type: 'security_exception', reason: 'no' } } }))
  await expect(sink.store(makeEvents(3))).rejects.toMatchObject({ code, retryable: false })
  expect(waits).toEqual([])
})

it('the signal aborts failing requests, even while the server does not respond', async () => {
  const { sink, onBulk } = await setUp()
  const stop = new AbortController()
  onBulk(() => {
    setTimeout(() => stop.abort(), 20)
    return 'stall'
  })
  await expect(sink.store(makeEvents(3), { signal: stop.signal })).rejects.toMatchObject({
    code: 'es_aborted',
    retryable: true,
  })
})
