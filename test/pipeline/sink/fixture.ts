// A sink in front of a fake Elasticsearch, with time that passes only by waiting.
import type { Client } from '@elastic/elasticsearch'
import { afterEach } from 'vitest'
import { makeClient } from '../../../pipeline/clients/elasticsearch.ts'
import type { Event } from '../../../pipeline/outcome.ts'
import { type ElasticsearchSinkSettings, makeElasticsearchSink } from '../../../pipeline/sink/elasticsearch.ts'
import type { Sink } from '../../../pipeline/sink/sink.ts'
import {
  type FakeAnswer,
  type FakeElasticsearch,
  type FakeRequest,
  startFakeElasticsearch,
} from '../../support/fake-elasticsearch.ts'
import { virtualRuntime } from '../../support/virtual-runtime.ts'

export const stream = 'logs-test.audit-consentry'
export const start = Date.parse('2026-03-02T00:00:00.000Z')

export interface Fixture {
  readonly fake: FakeElasticsearch
  readonly client: Client
  readonly sink: Sink
  readonly waits: readonly number[]
  /** Sets a handler for bulk requests. If the handler returns undefined, a healthy server answers the request. */
  onBulk(answer: (request: FakeRequest, n: number) => FakeAnswer | undefined): void
  bulks(): FakeRequest[]
  documents(): unknown[]
}

export const ids = (request: FakeRequest | undefined): string[] =>
  request?.lines.flatMap(({ create }) => (create === undefined ? [] : [(create as { _id: string })._id])) ?? []

type SetUp = (settings?: Partial<ElasticsearchSinkSettings>, timeoutMs?: number) => Promise<Fixture>

/** The creation times of the first two backing indices of a stream. */
const [created, rolled] = ['2026-01-01', '2026-02-10'].map(Date.parse) as [number, number]

/** Sets up a sink that stored these events before a rollover that it has not noticed. */
export async function unseenRollover(setUp: SetUp, events: readonly Event[], settings = {}): Promise<Fixture> {
  const fixture = await setUp(settings)
  fixture.fake.rollover(stream, created)
  await fixture.sink.store(events)
  fixture.fake.rollover(stream, rolled)
  return fixture
}

/** Registers the cleanup in the calling test file. Returns a function that sets up a test. */
export function sinkFixture(): SetUp {
  const open: { close(): Promise<void> }[] = []
  afterEach(async () => {
    for (const each of open.splice(0).reverse()) await each.close()
  })
  return async (settings = {}, timeoutMs = 30_000) => {
    const fake = await startFakeElasticsearch()
    const client = await makeClient({ urls: [fake.url], compatibility: 9, requestTimeoutMs: timeoutMs })
    open.push(fake, client)
    const runtime = virtualRuntime({ start })
    return {
      fake,
      client,
      sink: makeElasticsearchSink({ client, namespace: 'consentry', backfill: false, runtime, ...settings }),
      waits: runtime.waits,
      onBulk: (answer) => {
        fake.handler = (request, n) => (request.path === '/_bulk' ? answer(request, n) : undefined)
      },
      bulks: () => fake.requests.filter(({ path }) => path === '/_bulk'),
      documents: () => [...fake.streams.values()].flat().flatMap((index) => [...index.documents.values()]),
    }
  }
}
