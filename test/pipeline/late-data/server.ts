// A server with documents and marked accounts that understands the requests of late-data correction and can give
// responses that a real server rarely gives.
import type { Client } from '@elastic/elasticsearch'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { isObject, type JsonObject } from '../../../mappings/kernel/json.ts'

interface Held {
  source: JsonObject
  seqNo: number
}

type Place = { readonly _index: string; readonly _id: string }

export interface FakeServer {
  readonly client: Client
  /** Documents of the logs, by id. */
  readonly documents: Map<string, Held>
  /** Accounts with their marks, by address. */
  readonly accounts: Map<string, Held>
  /** Status of the write of a document; with 200, the document is written. */
  answer: (id: string) => number
  /** Called before each request. */
  onRequest: (name: string, documents: number) => void
  /** Names of the requests; for searches and reads, also the number of transferred documents. */
  readonly requests: { readonly name: string; readonly documents: number }[]
}

const logs = '.ds-logs-o365.audit-test-000001'
const entities = 'consentry-accounts-test'

export function fakeServer(): FakeServer {
  const documents = new Map<string, Held>()
  const accounts = new Map<string, Held>()
  const holder = (index: string) => (index === entities ? accounts : documents)
  const searched = new Map<string, readonly string[]>()

  const note = (name: string, count = 0) => {
    server.onRequest(name, count)
    server.requests.push({ name, documents: count })
  }

  const markedAccounts = () =>
    [...accounts].flatMap(([_id, { source }]) =>
      Array.isArray(source.late) ? [{ _index: entities, _id, source, matched_queries: [] as string[] }] : [],
    )

  /** Returns the documents with an account that occurs in a clause. */
  const concerned = (query: { bool: { filter: { bool: { should: { bool: { _name: string } }[] } }[] } }) => {
    const clauses = query.bool.filter
      .at(-1)
      ?.bool.should.map((each) => ({ name: each.bool._name, text: JSON.stringify(each) }))
    const tenants = query.bool.filter
      .map((each) => JSON.stringify(each))
      .find((each) => each.includes('organization.id'))
    return [...documents].flatMap(([_id, { source }]) => {
      const { oauth, organization } = source as unknown as EcsDocument
      const { account } = oauth ?? {}
      if (tenants !== undefined && !tenants.includes(`"${organization?.id}"`)) return []
      const named = (clauses ?? []).filter(({ text }) => text.includes(`"${account?.name}"`)).map(({ name }) => name)
      return named.length === 0 ? [] : [{ _index: logs, _id, source, matched_queries: named }]
    })
  }

  const api = {
    connectionPool: { connections: [{ url: new URL('http://fake') }] },
    count: async () => ({ count: [...accounts.values()].filter(({ source }) => Array.isArray(source.late)).length }),
    openPointInTime: async ({ index }: { index: string | string[] }) => {
      note('pit')
      const id = `${searched.size}`
      searched.set(id, [index].flat())
      return { id }
    },
    closePointInTime: async () => ({}),
    search: async (request: { pit: { id: string }; query: object; size: number; search_after?: number[] }) => {
      const { pit, query, size, search_after: [, after = 0] = [] } = request
      const names = searched.get(pit.id) ?? []
      const isOfLogs = names.some((name) => name.startsWith('logs-'))
      const found = isOfLogs ? concerned(query as never) : names.includes(entities) ? markedAccounts() : []
      const time = (source: unknown) => Date.parse((source as EcsDocument)['@timestamp'] ?? '') || 0
      const hits = found.slice(after, after + size).map(({ source, ...hit }, i) => ({
        ...hit,
        _source: structuredClone(source),
        sort: [time(source), after + i + 1],
      }))
      note('search', hits.length)
      return { hits: { hits } }
    },
    mget: async ({ docs }: { docs: Place[] }) => {
      note('mget', docs.length)
      return {
        docs: docs.map(({ _index, _id }) => {
          const held = holder(_index).get(_id)
          if (held === undefined) return { found: false }
          const { seqNo: _seq_no, source } = held
          return { found: true, _index, _id, _seq_no, _primary_term: 1, _source: structuredClone(source) }
        }),
      }
    },
    bulk: async ({ operations }: { operations: JsonObject[] }) => {
      note('bulk', operations.length / 2)
      const items: JsonObject[] = []
      for (let i = 0; i < operations.length; i += 2) {
        const [action, at] = Object.entries(operations[i] as JsonObject)[0] as [string, Place & { if_seq_no: number }]
        const held = holder(at._index).get(at._id) as Held
        const isStale = held.seqNo !== at.if_seq_no
        const status = isStale ? 409 : at._index === entities ? 200 : server.answer(at._id)
        if (status < 300) {
          const body = structuredClone(operations[i + 1]) as JsonObject
          held.source = action === 'update' && isObject(body.doc) ? { ...held.source, ...body.doc } : body
          held.seqNo++
        }
        items.push({ [action]: { status, ...(status >= 300 && { error: { type: 'made_up', reason: `${status}` } }) } })
      }
      return { items }
    },
  }
  const server: FakeServer = {
    client: api as unknown as Client,
    documents,
    accounts,
    answer: () => 200,
    onRequest: () => undefined,
    requests: [],
  }
  return server
}
