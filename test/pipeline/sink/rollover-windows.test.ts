// Every moment at which a rollover, a lost answer, an end of the process or another instance could leave a document in two
// backing indices.
import { expect, it } from 'vitest'
import { realRuntime } from '../../../pipeline/clients/retry.ts'
import { makeElasticsearchSink } from '../../../pipeline/sink/elasticsearch.ts'
import type { FakeElasticsearch } from '../../support/fake-elasticsearch.ts'
import { makeEvent } from './events.ts'
import { type Fixture, sinkFixture, stream, unseenRollover } from './fixture.ts'

const setUp = sinkFixture()
const day = (text: string): number => Date.parse(`2026-02-${text}T00:00:00.000Z`)
const dated = (id: string) => makeEvent(id, { time: '2026-02-01T12:00:00.000Z' })

const held = ({ streams }: FakeElasticsearch) => streams.get(stream)?.map(({ documents }) => [...documents.keys()])

/** Adds a document that an instance created in an index and did not remove before it ended. */
function leave({ streams }: FakeElasticsearch, position: number, id: string): void {
  streams.get(stream)?.[position]?.documents.set(id, dated(id).document)
}

const restart = ({ client }: Fixture) => makeElasticsearchSink({ client, namespace: 'consentry', backfill: false })

it('a document stays in one backing index if the response to its second create is lost', async () => {
  const { sink, fake, onBulk } = await unseenRollover(setUp, [dated('a')])
  onBulk((_, n) => (n === 1 ? 'lost' : undefined))
  expect(await sink.store([dated('a'), dated('b')])).toMatchObject({ stored: 0, duplicates: 2 })
  expect(held(fake)).toEqual([['a'], ['b']])
})

it('a document stays in one backing index when the process ended between the second create and the removal', async () => {
  const fixture = await unseenRollover(setUp, [dated('a'), dated('b')])
  leave(fixture.fake, 1, 'a')
  expect(await restart(fixture).store([dated('a'), dated('b')])).toMatchObject({ stored: 0, duplicates: 2 })
  expect(held(fixture.fake)).toEqual([['a', 'b'], []])
})

it('a document stays in one backing index when the stream rolled over again before the record was redelivered', async () => {
  const fixture = await unseenRollover(setUp, [dated('a')])
  const other = restart(fixture)
  await other.store([dated('b')])
  fixture.fake.rollover(stream, day('20'))
  leave(fixture.fake, 1, 'a')
  leave(fixture.fake, 2, 'a')
  expect(await other.store([dated('a')])).toMatchObject({ stored: 0, duplicates: 1 })
  expect(held(fixture.fake)).toEqual([['a'], ['b'], []])
})

it('a document stays in one backing index if another instance left the second copy and the rollover is undetected', async () => {
  const { sink, fake } = await unseenRollover(setUp, [dated('a')])
  leave(fake, 1, 'a')
  expect(await sink.store([dated('a')])).toMatchObject({ stored: 0, duplicates: 1 })
  expect(held(fake)).toEqual([['a'], []])
})

it('a document stays in one backing index when another request has detected the rollover since its lookup', async () => {
  const ids = ['a', 'b', 'c']
  const { sink, fake } = await unseenRollover(setUp, ids.map(dated), { maxBytes: 1, concurrency: 1 })
  expect(await sink.store(ids.map(dated))).toMatchObject({ stored: 0, duplicates: 3 })
  expect(held(fake)).toEqual([ids, []])
})

it('a document stays in one backing index when the removal failed and the same process stores it again', async () => {
  const { sink, fake } = await unseenRollover(setUp, [dated('a')])
  fake.handler = ({ body }) => (body.startsWith('{"delete"') ? { status: 403 } : undefined)
  await expect(sink.store([dated('a')])).rejects.toMatchObject({ code: 'es_forbidden' })
  expect(held(fake)).toEqual([['a'], ['a']])
  fake.handler = undefined
  expect(await sink.store([dated('a')])).toMatchObject({ stored: 0, duplicates: 1 })
  expect(held(fake)).toEqual([['a'], []])
})

it.each([undefined, 'lost' as const])(
  'a document stays in one backing index when the partition goes to another instance during the request (answer %s), which has stored and committed it',
  async (answer) => {
    const { sink, fake, onBulk } = await unseenRollover(setUp, [dated('a')], { runtime: realRuntime })
    const stop = new AbortController()
    onBulk(({ body }) => {
      if (body.startsWith('{"delete"')) return undefined
      stop.abort()
      return answer
    })
    await sink.store([dated('a')], { signal: stop.signal }).catch(() => undefined)
    expect(held(fake)).toEqual([['a'], []])
  },
)

it('a batch without a rollover takes one request, with or without duplicates', async () => {
  const { sink, fake } = await setUp()
  fake.rollover(stream, day('01'))
  fake.rollover(stream, day('02'))
  await sink.store([makeEvent('first')])
  const before = fake.requests.length
  for (const id of ['a', 'b', 'a']) await sink.store([makeEvent(id)])
  expect(fake.requests.slice(before).map(({ path }) => path)).toEqual(['/_bulk', '/_bulk', '/_bulk'])
})
