// Requests for many items to a server or proxy that accepts only small requests.
import { afterEach, expect, it } from 'vitest'
import { makeClient } from '../../../pipeline/clients/elasticsearch.ts'
import { inParts } from '../../../pipeline/clients/in-parts.ts'
import { Retry, realRuntime } from '../../../pipeline/clients/retry.ts'
import { defaultRetryPolicies } from '../../../pipeline/clients/retry-policies.ts'
import { EntityRequests } from '../../../pipeline/entity-store/elasticsearch-requests.ts'
import { DependencyError } from '../../../pipeline/errors/dependency-error.ts'
import { BackingIndices } from '../../../pipeline/sink/backing-indices.ts'
import { type FakeRequest, startFakeElasticsearch } from '../../support/fake-elasticsearch.ts'
import { makeEvents } from '../sink/events.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
})

const itemsOf = ({ path, body, lines }: FakeRequest): number =>
  path === '/_mget' ? JSON.parse(body).docs.length : lines.length

/** Starts a server that accepts at most `most` lines, or lookups, per request. */
async function smallServer(most: number, answer?: (request: FakeRequest) => unknown) {
  const fake = await startFakeElasticsearch((request) => {
    if (request.path === '/_mget' || request.path === '/_bulk') {
      if (itemsOf(request) > most) return { status: 413 }
      const body = answer?.(request)
      if (body !== undefined) return { body }
    }
    return undefined
  })
  const client = await makeClient({ urls: [fake.url], compatibility: 9 })
  open.push(fake, client)
  return { fake, client }
}

const tooLarge = new DependencyError('es_too_large', 'too large', { retryable: true })
const numbers = [1, 2, 3, 4, 5, 6, 7]

it('a request that is too large is split in halves, and the results keep their order', async () => {
  const sent: number[] = []
  const send = async (part: readonly number[]) => {
    if (part.length > 2) throw tooLarge
    sent.push(part.length)
    return part.map((n) => n * 10)
  }
  expect(await inParts(numbers, send)).toEqual(numbers.map((n) => n * 10))
  expect(Math.max(...sent)).toBe(2)
})

it('a request with one item that is too large fails only for this item', async () => {
  const send = async (part: readonly number[]) => {
    if (part.includes(4)) throw tooLarge
    return part
  }
  expect(await inParts(numbers, send, () => 0)).toEqual([1, 2, 3, 0, 5, 6, 7])
  await expect(inParts(numbers, send)).rejects.toBe(tooLarge)
})

it('a request is split only for the error that it is too large', async () => {
  const error = new DependencyError('es_unavailable', 'busy', { retryable: true })
  await expect(inParts(numbers, () => Promise.reject(error))).rejects.toBe(error)
})

const places = numbers.map((n) => ({ index: 'consentry-apps-test', id: `${n}` }))

it('the entity store splits reads and writes that are too large', async () => {
  const { client } = await smallServer(4, ({ path, lines }) => {
    const items = lines.flatMap(({ create }) => (create === undefined ? [] : [{ create: { status: 201, _seq_no: 1 } }]))
    return path === '/_bulk' ? { items } : undefined
  })
  const requests = new EntityRequests(client)
  expect(await requests.read(places)).toHaveLength(places.length)
  const writes = places.map((place) => ({ ...place, version: undefined, source: { a: 1 } }))
  expect(await requests.write(writes)).toEqual(places.map(() => ({ seqNo: 1, primaryTerm: 0 })))
})

it('the entity store retries one document that is too large, and does not end the service', async () => {
  const { client } = await smallServer(0)
  const failure = new EntityRequests(client).read(places.slice(0, 1))
  await expect(failure).rejects.toMatchObject({ code: 'es_too_large', retryable: true })
})

it('the removal of second copies and their lookup are split into smaller requests', async () => {
  const { fake, client } = await smallServer(2)
  const stream = 'logs-test.audit-test'
  const events = makeEvents(7)
  const retry = new Retry(defaultRetryPolicies.elasticsearch, realRuntime, undefined)
  for (const created of ['2026-01-01', '2026-04-01']) fake.rollover(stream, Date.parse(created))
  for (const { documents } of fake.streams.get(stream) ?? []) for (const { id } of events) documents.set(id, {})
  const indices = new BackingIndices(client, Date.now)
  await indices.refresh(stream, retry)
  const held = await indices.locate(indices.view(stream), events, 'all', retry)
  expect([...held.values()].map((names) => names.length)).toEqual(events.map(() => 2))
  const second = [...held].map(([{ id }, names]) => ({ index: names[1] ?? '', id }))
  expect(await indices.remove(second, retry)).toEqual(new Set())
  expect(fake.streams.get(stream)?.map(({ documents }) => documents.size)).toEqual([7, 0])
})
