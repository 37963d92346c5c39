import type { Client } from '@elastic/elasticsearch'
import { expect, it } from 'vitest'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { EntityRequests } from '../../../pipeline/entity-store/elasticsearch-requests.ts'

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
