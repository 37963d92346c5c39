import { expect, it } from 'vitest'
import { realRuntime } from '../../../pipeline/clients/retry.ts'
import type { Event } from '../../../pipeline/outcome.ts'
import { makeElasticsearchSink } from '../../../pipeline/sink/elasticsearch.ts'
import { makeEvent } from './events.ts'
import { sinkFixture, start, stream, unseenRollover } from './fixture.ts'

const setUp = sinkFixture()

const old: Event = makeEvent('old', { time: '2026-02-01T00:00:00.000Z' })

it('a record from before a rollover is found in the earlier indices and not stored again', async () => {
  const { client, documents } = await unseenRollover(setUp, [old])
  const restarted = makeElasticsearchSink({ client, namespace: 'consentry', backfill: false })
  expect(await restarted.store([old, makeEvent('new')])).toMatchObject({ stored: 1, duplicates: 1 })
  expect(documents()).toHaveLength(2)
})

it('a record with a future time is found in an index that ended before this time, now and later', async () => {
  const created = Date.parse('2026-02-01T00:00:00.000Z')
  const time = new Date(start + 90 * 60_000).toISOString()
  const ahead = makeEvent('ahead', { time })
  for (const delivered of [start + 60_000, start + 20 * 60_000, start + 24 * 3_600_000]) {
    const { sink, fake, client, documents } = await setUp()
    fake.rollover(stream, created)
    await sink.store([ahead])
    fake.rollover(stream, start)
    fake.rollover(stream, start + 30_000)
    const runtime = { ...realRuntime, now: () => delivered }
    const restarted = makeElasticsearchSink({ client, namespace: 'consentry', backfill: false, runtime })
    const result = await restarted.store([ahead, makeEvent('other', { time })])
    expect(result, `delivered at ${new Date(delivered).toISOString()}`).toMatchObject({ stored: 1, duplicates: 1 })
    expect(documents()).toHaveLength(2)
  }
})

it('an ended index needs no lookup without future records, and a full lookup with very many future records', async () => {
  const { sink, fake } = await unseenRollover(setUp, [])
  await sink.store([makeEvent('a'), makeEvent('b')])
  await sink.store([makeEvent('c')])
  expect(fake.requests.filter(({ path }) => path.endsWith('/_search'))).toHaveLength(1)
  expect(fake.requests.filter(({ path }) => path === '/_mget')).toEqual([])
  const many = await unseenRollover(setUp, [])
  const hits = Array.from({ length: 10_000 }, (_, i) => ({ _id: `${i}` }))
  many.fake.handler = ({ path }) => (path.endsWith('/_search') ? { body: { hits: { hits } } } : undefined)
  await many.sink.store([makeEvent('a')])
  expect(many.fake.requests.filter(({ path }) => path === '/_mget')).toHaveLength(1)
})

it('a lookup skips indices that ended before the time of the record', async () => {
  const { sink, fake } = await setUp()
  for (const month of ['01', '02', '03']) fake.rollover(stream, Date.parse(`2026-${month}-01T00:00:00.000Z`))
  await sink.store([
    makeEvent('a', { time: '2026-02-10T00:00:00.000Z' }),
    makeEvent('b', { time: '2026-03-01T10:00:00.000Z' }),
  ])
  const asked = fake.requests.filter(({ path }) => path === '/_mget').map(({ body }) => JSON.parse(body))
  expect(asked).toEqual([{ docs: [{ _index: `.ds-${stream}-000002`, _id: 'a', _source: false }] }])
})

it('the second copy of a record is removed after a rollover that the response first revealed', async () => {
  const { sink, fake } = await unseenRollover(setUp, [old])
  const result = await sink.store([old, makeEvent('older', { time: '2026-01-05T00:00:00.000Z' }), makeEvent('new')])
  expect(result).toMatchObject({ stored: 2, duplicates: 1, doubled: 0 })
  expect(Object.fromEntries(result.byDataset)).toEqual({ 'test.audit': { stored: 2, duplicates: 1 } })
  expect(fake.streams.get(stream)?.map(({ documents }) => [...documents.keys()])).toEqual([['old'], ['older', 'new']])
})

it('the only copy of a record is never removed after two simultaneous rollovers', async () => {
  const { sink, fake } = await unseenRollover(setUp, [makeEvent('first')])
  // The second rollover happens between the bulk response and the check of the indices.
  fake.handler = (request) => {
    if (request.path.endsWith('/_settings/index.creation_date')) fake.rollover(stream, start)
    return undefined
  }
  expect(await sink.store([old])).toMatchObject({ stored: 1, duplicates: 0 })
  expect(fake.streams.get(stream)?.map(({ documents }) => [...documents.keys()])).toEqual([['first'], ['old'], []])
})

it('a second copy of a record that cannot be removed is reported', async () => {
  const { sink, onBulk } = await unseenRollover(setUp, [old])
  onBulk(({ body }) => (body.startsWith('{"delete"') ? { body: { items: [{ delete: { status: 403 } }] } } : undefined))
  expect(await sink.store([old])).toMatchObject({ stored: 1, duplicates: 0, doubled: 1 })
})

it('an earlier index that retention deleted does not stop the sink', async () => {
  const { sink, fake } = await unseenRollover(setUp, [])
  fake.handler = ({ path }) =>
    path === '/_mget' ? { body: { docs: [{ _id: 'old', error: { type: 'index_not_found_exception' } }] } } : undefined
  expect(await sink.store([old])).toMatchObject({ stored: 1 })
})

it('a record is found in the index that replaced an earlier index after a reindex', async () => {
  const { sink, fake, documents } = await unseenRollover(setUp, [old])
  await sink.store([makeEvent('new')])
  const [first, ...rest] = fake.streams.get(stream) ?? []
  if (first === undefined) throw new Error('no index')
  ;(fake.streams as Map<string, unknown>).set(stream, [{ ...first, name: `.migrated-${first.name.slice(1)}` }, ...rest])
  fake.handler = ({ path, body }) =>
    path === '/_mget' && body.includes(`"${first.name}"`)
      ? { body: { docs: [{ _id: 'old', error: { type: 'index_not_found_exception' } }] } }
      : undefined
  expect(await sink.store([old])).toMatchObject({ stored: 0, duplicates: 1 })
  expect(documents()).toHaveLength(2)
})

it('a closed earlier index counts as empty, and is reported once', async () => {
  const closed: string[] = []
  const { sink, fake } = await unseenRollover(setUp, [], { onClosed: (index: string) => closed.push(index) })
  fake.handler = ({ path, body }) => {
    // Elasticsearch omits a closed index from a search, and refuses each lookup in it.
    if (path.endsWith('/_search')) return { body: { _shards: { total: 0 }, hits: { hits: [] } } }
    if (path !== '/_mget') return undefined
    const { docs } = JSON.parse(body) as { docs: object[] }
    return { body: { docs: docs.map(() => ({ error: { type: 'index_closed_exception', reason: 'closed' } })) } }
  }
  expect(await sink.store([makeEvent('new')])).toMatchObject({ stored: 1 })
  expect(await sink.store([old])).toMatchObject({ stored: 1 })
  expect(closed).toEqual(['.ds-logs-test.audit-consentry-000001'])
})

it.each([
  ['lookup', '/_mget', ''],
  ['removal', '/_bulk', '{"delete"'],
])(
  'a %s in earlier indices is repeated after an unexpected answer, so the record is stored once',
  async (_, path, begin) => {
    const { sink, fake, waits, documents } = await unseenRollover(setUp, [old])
    let answers = 0
    fake.handler = (request) =>
      request.path === path && request.body.startsWith(begin) && answers++ === 0 ? { body: {} } : undefined
    expect(await sink.store([old])).toMatchObject({ stored: 0, duplicates: 1, doubled: 0 })
    expect([answers, waits.length, documents().length]).toEqual([2, 1, 1])
  },
)
