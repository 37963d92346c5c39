import { type Client, errors } from '@elastic/elasticsearch'
import { expect, it } from 'vitest'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { Retry } from '../../../pipeline/clients/retry.ts'
import { EntityRequests } from '../../../pipeline/entity-store/elasticsearch-requests.ts'
import { virtualRuntime } from '../../support/virtual-runtime.ts'

interface Doc {
  readonly _id: string
  readonly _source?: false
}

/** Makes a server that has these documents, each with its version. It records the requested documents. */
function server(held: Readonly<Record<string, { source: JsonObject; seqNo: number }>>) {
  const asked: Doc[][] = []
  const request = async ({ body: { docs } }: { body: { docs: Doc[] } }) => {
    asked.push(docs)
    return {
      docs: docs.map(({ _id, _source }) => {
        const found = held[_id]
        if (found === undefined) return { found: false }
        const version = { found: true, _seq_no: found.seqNo, _primary_term: 1 }
        return _source === false ? version : { ...version, _source: found.source }
      }),
    }
  }
  return { asked, requests: new EntityRequests({ transport: { request } } as unknown as Client) }
}

const wanted = (id: string, seqNo?: number) => ({
  index: 'consentry-apps-test',
  id,
  ...(seqNo !== undefined && { known: { seqNo, primaryTerm: 1 } }),
})

const answering = (answer: unknown) => {
  const connections = [{ url: new URL('http://fake') }]
  const client = { connectionPool: { connections }, transport: { request: async () => answer } }
  return new EntityRequests(client as unknown as Client)
}
const write = { index: 'consentry-apps-test', id: 'a', version: undefined, source: {} }

it.each([{}, '<html>', { items: [], docs: [] }, { items: [{}], docs: [{}] }, { items: [null], docs: [null] }])(
  'an unexpected answer like %j is retried, and no record is at fault',
  async (answer) => {
    const wrong = { code: 'es_answer', retryable: true }
    await expect(answering(answer).write([write])).rejects.toMatchObject(wrong)
    await expect(answering(answer).read([wanted('a')])).rejects.toMatchObject(wrong)
  },
)

it('the error states that an answer is not from Elasticsearch', async () => {
  await expect(answering('<html>').write([write])).rejects.toThrow('not from Elasticsearch; check ES_URL')
})

it('reading partly known documents transfers only the version of unchanged documents', async () => {
  const { asked, requests } = server({ a: { source: { n: 1 }, seqNo: 4 } })
  expect(await requests.readChanged([wanted('a', 4)])).toEqual(['same'])
  expect(asked).toEqual([[{ _index: 'consentry-apps-test', _id: 'a', _source: false }]])
})

it('reading partly known documents returns changed and unknown documents, in the requested order', async () => {
  const { requests } = server({
    a: { source: { n: 1 }, seqNo: 4 },
    b: { source: { n: 2 }, seqNo: 9 },
    c: { source: { n: 3 }, seqNo: 1 },
  })
  expect(await requests.readChanged([wanted('b', 8), wanted('a', 4), wanted('gone', 2), wanted('c')])).toEqual([
    { source: { n: 2 }, version: { seqNo: 9, primaryTerm: 1 } },
    'same',
    undefined,
    { source: { n: 3 }, version: { seqNo: 1, primaryTerm: 1 } },
  ])
})

it('only writes that a busy server refuses are retried, with short waits while others succeed', async () => {
  const sent: number[] = []
  // The server refuses every second write of each request.
  const request = async ({ bulkBody }: { bulkBody: string }) => {
    const count = bulkBody.trimEnd().split('\n').length / 2
    sent.push(count)
    const items = Array.from({ length: count }, (_, i) => ({
      create: { status: count > 1 && i % 2 === 1 ? 429 : 201 },
    }))
    return { items }
  }
  const client = { connectionPool: { connections: [] }, transport: { request } } as unknown as Client
  const runtime = virtualRuntime({ random: 1 })
  const requests = new EntityRequests(client, {}, ({ signal, onPause }) => {
    return new Retry({ baseMs: 100, capMs: 30_000 }, runtime, signal, onPause)
  })
  const pauses: number[] = []
  const onPause = (_: unknown, waitMs: number) => pauses.push(waitMs)
  const results = await requests.write(
    Array.from({ length: 16 }, (_, i) => ({ ...write, id: `${i}` })),
    { onPause },
  )
  expect(results).toEqual(Array(16).fill({ seqNo: 0, primaryTerm: 0 }))
  expect(sent).toEqual([16, 8, 4, 2, 1])
  expect(pauses).toEqual([100, 100, 100, 100])
})

it('a refusal that is not retryable ends the writes at once, also if a busy server refuses an earlier write', async () => {
  const items = [429, 400].map((status) => ({ create: { status } }))
  const refused = { code: 'entity_store_refused', retryable: false }
  await expect(answering({ items }).write([write, { ...write, id: 'b' }])).rejects.toMatchObject(refused)
})

/** A server, or a proxy in front of it, that refuses requests of more than `most` characters. */
function smallServer(most: number) {
  const stored: string[] = []
  const request = async ({ bulkBody }: { bulkBody: string }) => {
    if (bulkBody.length > most) throw new errors.ResponseError({ statusCode: 413, body: '<html>' } as never)
    const actions = bulkBody.match(/\{"create":.*/g) ?? []
    stored.push(...actions.map((action) => JSON.parse(action).create._id))
    return { items: actions.map(() => ({ create: { status: 201 } })) }
  }
  const connections = [{ url: new URL('http://fake') }]
  const client = { connectionPool: { connections }, transport: { request } } as unknown as Client
  return { stored, requests: new EntityRequests(client) }
}

const sized = (id: string, characters: number) => ({ ...write, id, source: { text: 'x'.repeat(characters) } })

it('an entity that the server refuses because of its size fails alone, and the error states its size and ID', async () => {
  const { stored, requests } = smallServer(1_000_000)
  const failing = requests.write([sized('a', 10), sized('large', 1_200_000), sized('b', 10)])
  await expect(failing).rejects.toMatchObject({
    code: 'entity_too_large',
    retryable: false,
    message: expect.stringMatching(/an entity of 12\d{5} bytes .*"_id":"large".* Increase http.max_content_length/),
  })
  expect(stored).toEqual(['a', 'b'])
})

it('the error is retryable if a server refuses even small entities because of their size: no record is at fault', async () => {
  const busy = { code: 'es_too_large', retryable: true }
  await expect(smallServer(0).requests.write([sized('a', 10)])).rejects.toMatchObject(busy)
})

it('a closed index of the entity store stops the service, and the error names the fix', async () => {
  const error = { type: 'index_closed_exception', reason: 'closed' }
  const stopped = { code: 'entity_store_refused', retryable: false, message: expect.stringContaining('Open the index') }
  await expect(answering({ docs: [{ error }] }).read([wanted('a')])).rejects.toMatchObject(stopped)
  await expect(answering({ items: [{ create: { status: 400, error } }] }).write([write])).rejects.toMatchObject(stopped)
})

it('an index that a reindex replaced with an alias of the same name is not missing', async () => {
  const indices = {
    'consentry-apps-test': { mappings: {} },
    'reindexed-v9-consentry-grants-test': { mappings: {}, aliases: { 'consentry-grants-test': {} } },
  }
  const names = ['apps', 'grants', 'accounts'].map((name) => `consentry-${name}-test`)
  expect(await answering(indices).missing(names)).toEqual(['consentry-accounts-test'])
})
