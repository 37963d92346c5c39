// A fake Elasticsearch in which templates, data streams and indices can be made, read and deleted.
import {
  type FakeAnswer,
  type FakeElasticsearch,
  type FakeRequest,
  startFakeElasticsearch,
} from './fake-elasticsearch.ts'
import type { Stored, StoredDocument } from './rule-runner.ts'

export interface ScratchCluster {
  readonly server: FakeElasticsearch
  /** Everything that exists: `component_template NAME`, `index_template NAME`, `index NAME`. */
  readonly held: Map<string, Stored>
  names(): string[]
  documents(): StoredDocument[]
  /** Called before anything else. */
  intercept: ((request: FakeRequest) => FakeAnswer | undefined) | undefined
}

const notFound: FakeAnswer = {
  status: 404,
  body: { error: { type: 'resource_not_found_exception', reason: 'absent' }, status: 404 },
}

export async function startScratchCluster(alerts: () => Iterable<string> = () => []): Promise<ScratchCluster> {
  const held = new Map<string, Stored>()
  const server = await startFakeElasticsearch((request) => cluster.intercept?.(request) ?? answer(request))
  const streams = server.streams as Map<string, unknown>
  const cluster: ScratchCluster = {
    server,
    held,
    names: () => [...held.keys(), ...[...streams.keys()].map((name) => `data_stream ${name}`)].sort(),
    documents: () =>
      [...server.streams].flatMap(([index, backing]) =>
        backing.flatMap(({ documents }) =>
          [...documents].map(([id, source]) => ({ index, id, source: source as Stored })),
        ),
      ),
    intercept: undefined,
  }

  function answer({ method, path, query, body }: FakeRequest): FakeAnswer | undefined {
    const [first = '', name = ''] = decodeURIComponent(path).slice(1).split('/')
    if (first === '_bulk' || path === '/') return undefined
    if (first === '_index_template' || first === '_component_template') {
      if (name === '') return { body: { index_templates: [] } }
      return change(method, `${first.slice(1)} ${name}`, body)
    }
    if (first === '_data_stream') {
      if (!streams.has(name)) return notFound
      if (method === 'DELETE') streams.delete(name)
      return { body: { acknowledged: true } }
    }
    if (first === '_alias') {
      const indices = [...alerts()].filter((alias) => alias === name).map((alias) => `.internal${alias}-000001`)
      for (const index of indices) held.set(`index ${index}`, {})
      return indices.length === 0
        ? notFound
        : { body: Object.fromEntries(indices.map((index) => [index, { aliases: {} }])) }
    }
    if (name === '_mapping') return query.has('ignore_unavailable') ? { body: {} } : notFound
    return change(method, `index ${first}`, body)
  }

  function change(method: string, key: string, body: string): FakeAnswer {
    if (method === 'PUT') held.set(key, body === '' ? {} : (JSON.parse(body) as Stored))
    else if (!held.has(key)) return notFound
    else if (method === 'DELETE') held.delete(key)
    return { body: { acknowledged: true } }
  }
  return cluster
}
