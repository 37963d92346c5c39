// The two requests of the entity store: realtime reads by ID, and writes that fail if another instance wrote first.
import type { Client, TransportRequestOptions, TransportRequestParams } from '@elastic/elasticsearch'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { type BulkItem, bulkItems, mgetDocs } from '../clients/answers.ts'
import { request, toDependencyError, whereIs } from '../clients/elasticsearch.ts'
import { closedIndex, reasonOf } from '../clients/error-reason.ts'
import { inParts, smallestLimit } from '../clients/in-parts.ts'
import { type IndexAnswer, namesOf } from '../clients/index-names.ts'
import { Retry, realRuntime } from '../clients/retry.ts'
import { defaultRetryPolicies } from '../clients/retry-policies.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import type { StoreOptions } from './store.ts'

/** The version of a document when it was read or written. */
export interface Versioned {
  readonly seqNo: number
  readonly primaryTerm: number
}

export interface Write {
  readonly index: string
  readonly id: string
  /** The version to replace; undefined to create. */
  readonly version: Versioned | undefined
  readonly source: JsonObject
}

interface Place {
  readonly index: string
  readonly id: string
}

export interface Wanted extends Place {
  readonly known?: Versioned | undefined
}

export interface Found {
  readonly source: JsonObject
  readonly version: Versioned
}

interface GetItem {
  readonly found?: boolean
  readonly _source?: JsonObject
  readonly _seq_no?: number
  readonly _primary_term?: number
  readonly error?: { readonly type?: string }
}

/** The response members that the entity store reads. Elasticsearch omits the others, which are most of the response. */
const getFilter = ['found', '_source', '_seq_no', '_primary_term', 'error'].map((name) => `docs.${name}`).join(',')
const writeFilter = ['status', '_seq_no', '_primary_term', 'error'].map((name) => `items.*.${name}`).join(',')

const documentsAtATime = 1_000
const charactersAtATime = 5_000_000

/** Elasticsearch accepts a request line of 4,096 bytes. */
const charactersOfPath = 2_000

function* inPaths(indices: readonly string[]): Generator<string[]> {
  let names: string[] = []
  let characters = 0
  for (const index of indices) {
    if (names.length > 0 && characters + index.length > charactersOfPath) {
      yield names
      names = []
      characters = 0
    }
    names.push(index)
    characters += index.length + 1
  }
  if (names.length > 0) yield names
}

const toDoc = ({ index, id }: Place): JsonObject => ({ _index: index, _id: id })

const isVersion = ({ found, _seq_no, _primary_term }: GetItem, known: Versioned | undefined): boolean =>
  found === true && known !== undefined && _seq_no === known.seqNo && _primary_term === known.primaryTerm

export type MakeRetry = (options: StoreOptions) => Retry

const defaultRetry: MakeRetry = ({ signal, onPause }) =>
  new Retry(defaultRetryPolicies.elasticsearch, realRuntime, signal, onPause)

export class EntityRequests {
  private readonly client: Client
  private readonly options: TransportRequestOptions
  private readonly makeRetry: MakeRetry

  constructor(client: Client, options: TransportRequestOptions = {}, makeRetry = defaultRetry) {
    this.client = client
    this.options = options
    this.makeRetry = makeRetry
  }

  private optionsOf(signal: AbortSignal | undefined): TransportRequestOptions {
    return signal === undefined ? this.options : { ...this.options, signal }
  }

  /**
   * Returns the current documents, refreshed or not, in the requested order; undefined for missing documents. With
   * `empty`, a missing index counts as an empty index.
   */
  async read(
    wanted: readonly Place[],
    signal?: AbortSignal,
    missingIndex: 'refused' | 'empty' = 'refused',
  ): Promise<(Found | undefined)[]> {
    const items = await this.get(wanted.map(toDoc), signal, missingIndex)
    return items.map((item) => this.toFound(item))
  }

  /** Works like `read`, but returns `same` for documents with the known version, and transfers only their version. */
  async readChanged(wanted: readonly Wanted[], signal?: AbortSignal): Promise<(Found | 'same' | undefined)[]> {
    const items = await this.get(
      wanted.map(({ known, ...place }) => ({ ...toDoc(place), ...(known !== undefined && { _source: false }) })),
      signal,
    )
    const found = items.map((item, i) => (isVersion(item, wanted[i]?.known) ? 'same' : this.toFound(item)))
    const changed = items.flatMap((item, i) =>
      item.found && item._source === undefined && found[i] !== 'same' ? i : [],
    )
    const again = await this.read(
      changed.map((i) => wanted[i] as Wanted),
      signal,
    )
    for (const [n, i] of changed.entries()) found[i] = again[n]
    return found
  }

  private async get(
    docs: readonly JsonObject[],
    signal: AbortSignal | undefined,
    missingIndex: 'refused' | 'empty' = 'refused',
  ): Promise<GetItem[]> {
    const found: GetItem[] = []
    for (let from = 0; from < docs.length; from += documentsAtATime) {
      const items = await inParts(docs.slice(from, from + documentsAtATime), async (part) => {
        const body = { docs: [...part] }
        return mgetDocs<GetItem>(this.client, await this.send('/_mget', getFilter, { body }, signal), part.length)
      })
      for (const { error, ...item } of items) {
        const isMissing = error?.type === 'index_not_found_exception'
        if (error !== undefined && !(isMissing && missingIndex === 'empty'))
          throw this.itemError(isMissing ? 404 : 503, error)
        found.push(item)
      }
    }
    return found
  }

  private toFound({ found, _source, _seq_no, _primary_term }: GetItem): Found | undefined {
    if (found !== true || _source === undefined) return undefined
    return { source: _source, version: { seqNo: _seq_no ?? 0, primaryTerm: _primary_term ?? 0 } }
  }

  /** Returns the result of each write: its new version, or a conflict. Retries only the writes that a busy server refuses. */
  async write(writes: readonly Write[], options: StoreOptions = {}): Promise<(Versioned | 'conflict')[]> {
    const retry = this.makeRetry(options)
    const results: (Versioned | 'conflict' | DependencyError)[] = []
    for (let open = [...writes.keys()]; ; ) {
      const answers = await this.attempt(
        open.map((i) => writes[i] as Write),
        options.signal,
      )
      for (const [n, i] of open.entries()) results[i] = answers[n] as (typeof answers)[number]
      const refusals = answers.filter((answer) => answer instanceof DependencyError)
      const refusal = refusals.find(({ retryable }) => !retryable) ?? refusals[0]
      if (refusal === undefined) return results as (Versioned | 'conflict')[]
      retry.progress(1 - refusals.length / open.length)
      await retry.pause(refusal)
      open = open.filter((i) => results[i] instanceof DependencyError)
    }
  }

  private async attempt(
    writes: readonly Write[],
    signal: AbortSignal | undefined,
  ): Promise<(Versioned | 'conflict' | DependencyError)[]> {
    const results: (Versioned | 'conflict' | DependencyError)[] = []
    let lines: string[] = []
    let characters = 0
    const flush = async () => {
      const waiting = lines
      lines = []
      characters = 0
      if (waiting.length === 0) return
      const send = async (part: readonly string[]) => {
        const bulkBody = `${part.join('\n')}\n`
        const answer = await this.send('/_bulk', writeFilter, { bulkBody }, signal)
        return bulkItems(this.client, answer, part.length).map((item) => this.toResult(item))
      }
      for (const result of await inParts(waiting, send, (error, line) => this.tooLarge(error, line)))
        results.push(result)
    }
    for (const { index, id, version, source } of writes) {
      const at = { _index: index, _id: id }
      const action =
        version === undefined
          ? { create: at }
          : { index: { ...at, if_seq_no: version.seqNo, if_primary_term: version.primaryTerm } }
      const line = JSON.stringify(source)
      lines.push(`${JSON.stringify(action)}\n${line}`)
      characters += line.length
      if (characters >= charactersAtATime || lines.length >= documentsAtATime) await flush()
    }
    await flush()
    return results
  }

  private toResult({ status, _seq_no, _primary_term, error }: BulkItem): Versioned | 'conflict' | DependencyError {
    if (status < 300) return { seqNo: _seq_no ?? 0, primaryTerm: _primary_term ?? 0 }
    if (status === 409) return 'conflict'
    return this.itemError(status, error)
  }

  /** Returns the error for an entity that the server rejects because of its size. Only the records about this entity fail. */
  private tooLarge(error: unknown, line: string): DependencyError {
    const bytes = Buffer.byteLength(line)
    if (bytes <= smallestLimit) throw error
    const action = line.slice(0, line.indexOf('\n'))
    const advice =
      'Increase http.max_content_length, or the limit of the proxy in front of the server, then replay the dead letters.'
    const what = `The entity store at ${whereIs(this.client)} rejected an entity of ${bytes} bytes because of its size (413)`
    return new DependencyError('entity_too_large', `${what}: ${action}. ${advice}`, { cause: error })
  }

  private itemError(status: number, error: BulkItem['error']): DependencyError {
    const reason = reasonOf(error)
    const isBlocked = error?.type === 'cluster_block_exception'
    const isClosed = error?.type === closedIndex
    const retryable = !isClosed && (status === 429 || status >= 500 || isBlocked)
    const advice = isClosed
      ? ' Open the index, then start again.'
      : status === 404
        ? ' Run `consentry setup` to create the indices of the entity store, then start again.'
        : ''
    return new DependencyError(
      'entity_store_refused',
      `The entity store at ${whereIs(this.client)} cannot be used: ${reason}.${advice}`,
      { retryable },
    )
  }

  async missing(indices: readonly string[], signal?: AbortSignal): Promise<string[]> {
    const querystring = { ignore_unavailable: 'true', filter_path: '*.mappings._meta,*.aliases' }
    const missing: string[] = []
    for (const names of inPaths(indices)) {
      const params = { method: 'GET', path: `/${names.join(',')}`, querystring }
      const answer = await this.request<Record<string, IndexAnswer>>(params, signal)
      const present = new Set(Object.entries(answer).flatMap(([index, each]) => namesOf(index, each)))
      missing.push(...names.filter((index) => !present.has(index)))
    }
    return missing
  }

  /** Creates an index. Another instance may have created it first. */
  async makeIndex(index: string, body: JsonObject, signal?: AbortSignal): Promise<void> {
    try {
      await this.client.transport.request({ method: 'PUT', path: `/${index}`, body }, this.optionsOf(signal))
    } catch (error) {
      const { body: answer } = error as { body?: { error?: { type?: string } } }
      if (answer?.error?.type !== 'resource_already_exists_exception')
        throw toDependencyError(error, whereIs(this.client))
    }
  }

  private send(
    path: string,
    filter: string,
    content: { body: JsonObject } | { bulkBody: string },
    signal: AbortSignal | undefined,
  ): Promise<unknown> {
    return this.request({ method: 'POST', path, querystring: { filter_path: filter }, ...content }, signal)
  }

  private request<T>(params: TransportRequestParams, signal: AbortSignal | undefined): Promise<T> {
    return request(this.client, () => this.client.transport.request<T>(params, this.optionsOf(signal)))
  }
}
