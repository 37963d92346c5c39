// An in-process HTTP server that imitates Elasticsearch, for responses that a real server rarely gives.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { closeServer, listen, urlOf } from './local-server.ts'
import { parseLines } from './ndjson.ts'

export interface FakeRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: string
  /** Lines of an NDJSON body. */
  readonly lines: readonly Record<string, unknown>[]
}

export type FakeAnswer =
  | { readonly status?: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  /** Accepts the request and never responds. */
  | 'stall'
  /** Performs the request, and closes the socket instead of responding. */
  | 'lost'
  /** Closes the socket. */
  | 'reset'

/** Answers a request, or returns undefined for the built-in behavior. `n` counts requests to this path, from 0. */
type FakeHandler = (request: FakeRequest, n: number) => FakeAnswer | undefined

interface FakeIndex {
  readonly name: string
  readonly created: number
  readonly documents: Map<string, unknown>
}

export interface FakeElasticsearch {
  readonly url: string
  readonly requests: readonly FakeRequest[]
  /** Stream → its backing indices, oldest first. */
  readonly streams: ReadonlyMap<string, FakeIndex[]>
  handler: FakeHandler | undefined
  rollover(stream: string, created?: number): string
  close(): Promise<void>
}

interface Action {
  readonly _index: string
  readonly _id: string
}

/** Stores `create`d documents and creates missing streams, as a healthy server does. */
class Memory {
  readonly streams = new Map<string, FakeIndex[]>()

  rollover(stream: string, created = Date.now()): string {
    const indices = this.streams.get(stream) ?? []
    const name = `.ds-${stream}-${String(indices.length + 1).padStart(6, '0')}`
    this.streams.set(stream, [...indices, { name, created, documents: new Map() }])
    return name
  }

  private index(name: string): FakeIndex | undefined {
    return [...this.streams.values()].flat().find((index) => index.name === name)
  }

  answer({ method, path, lines, body }: FakeRequest): FakeAnswer {
    if (path === '/') return { body: { version: { number: '9.5.3' } } }
    if (path === '/_bulk') return { body: { errors: false, items: this.bulk(lines) } }
    if (path === '/_mget') {
      const docs = (JSON.parse(body) as { docs: Action[] }).docs.map(({ _index, _id }) => ({
        _index,
        _id,
        found: this.index(_index)?.documents.has(_id) ?? false,
      }))
      return { body: { docs } }
    }
    const searched = decodeURIComponent(path).match(/^\/([^/]+)\/_search$/)?.[1]
    if (searched !== undefined) return { body: { hits: { hits: this.datedSince(searched, body) } } }
    const stream = decodeURIComponent(path).match(/^\/([^/]+)\/_settings/)?.[1]
    const indices = stream === undefined ? undefined : this.streams.get(stream)
    if (method === 'GET' && indices !== undefined) {
      const settings = indices.map(({ name, created }) => [name, { settings: { 'index.creation_date': `${created}` } }])
      return { body: Object.fromEntries(settings) }
    }
    return { status: 404, body: { error: { type: 'index_not_found_exception', reason: 'no such index' }, status: 404 } }
  }

  /** Supports only one query: documents from a given time on. */
  private datedSince(index: string, body: string): unknown[] {
    const { gte } = JSON.parse(body).query.range['@timestamp'] as { gte: number }
    const documents = [...(this.index(index)?.documents ?? [])] as [string, { '@timestamp': string }][]
    return documents.filter(([, each]) => Date.parse(each['@timestamp']) >= gte).map(([_id]) => ({ _id }))
  }

  private bulk(lines: readonly Record<string, unknown>[]): unknown[] {
    const items: unknown[] = []
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] as { create?: Action; delete?: Action }
      if (line.delete !== undefined) {
        const removed = this.index(line.delete._index)?.documents.delete(line.delete._id) === true
        items.push({ delete: { ...line.delete, status: removed ? 200 : 404 } })
      } else if (line.create !== undefined) {
        items.push({ create: this.create(line.create, lines[++i]) })
      }
    }
    return items
  }

  private create({ _index: stream, _id }: Action, document: unknown): unknown {
    if (!this.streams.has(stream)) this.rollover(stream)
    const index = this.streams.get(stream)?.at(-1) as FakeIndex
    const error = { type: 'version_conflict_engine_exception', reason: 'is there' }
    if (index.documents.has(_id)) return { _index: index.name, _id, status: 409, error }
    index.documents.set(_id, document)
    return { _index: index.name, _id, status: 201 }
  }
}

export async function startFakeElasticsearch(handler?: FakeHandler): Promise<FakeElasticsearch> {
  const memory = new Memory()
  const requests: FakeRequest[] = []
  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(incoming)
    const url = new URL(incoming.url ?? '/', 'http://fake')
    const { method = 'GET', headers } = incoming
    const request = {
      method,
      path: url.pathname,
      query: url.searchParams,
      headers,
      body,
      lines: body.includes('\n') ? parseLines(body) : [],
    }
    const n = requests.filter(({ path }) => path === request.path).length
    requests.push(request)
    const answer = fake.handler?.(request, n) ?? memory.answer(request)
    if (answer === 'stall') return
    if (answer === 'lost') memory.answer(request)
    if (answer === 'lost' || answer === 'reset') {
      incoming.socket.destroy()
      return
    }
    response.writeHead(answer.status ?? 200, {
      'content-type': 'application/json',
      'x-elastic-product': 'Elasticsearch',
      ...answer.headers,
    })
    response.end(JSON.stringify(answer.body ?? {}))
  }
  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: Error) => response.destroy(error))
  })
  await listen(server)
  const fake: FakeElasticsearch = {
    url: urlOf(server),
    requests,
    streams: memory.streams,
    handler,
    rollover: (stream, created) => memory.rollover(stream, created),
    close: () => closeServer(server),
  }
  return fake
}
