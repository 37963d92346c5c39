// The backing indices of the streams. An `_id` is unique only within one backing index. After a rollover, the same
// document could be stored twice, so this module finds documents in earlier backing indices. The time of a record may
// be wrong: a document dated ahead of the clock may be in an index that ended before this time.
import type { Client, TransportRequestParams } from '@elastic/elasticsearch'
import { bulkItems, mgetDocs } from '../clients/answers.ts'
import { requestWithRetry, whereIs } from '../clients/elasticsearch.ts'
import { closedIndex } from '../clients/error-reason.ts'
import { inChunks, inParts } from '../clients/in-parts.ts'
import type { Retry } from '../clients/retry.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import type { Storable } from '../outcome.ts'

interface BackingIndex {
  readonly name: string
  /** Epoch milliseconds. */
  readonly created: number
}

/** The backing indices of a stream as seen at one moment, oldest first. The last one is the write index. */
export type View = readonly BackingIndex[]

/** Our clocks and the clocks of vendors may be this far ahead of the clock of Elasticsearch. */
const clockSkewMs = 300_000
const lookupsPerRequest = 5_000
/** The maximum number of documents per index that are known by ID. One search returns at most this many. */
const mostAhead = 10_000

interface Lookup {
  readonly _index: string
  readonly _id: string
  readonly _source: false
}

/** The result of a lookup with one of these errors. */
const withoutDocument: Readonly<Record<string, false | 'no index'>> = {
  index_not_found_exception: 'no index',
  [closedIndex]: false,
}

interface SearchAnswer {
  readonly _shards?: { readonly total?: number }
  readonly hits?: { readonly hits?: readonly { readonly _id: string }[] }
}

interface MgetDoc {
  readonly found?: boolean
  readonly error?: { readonly type?: string }
}

/** Called once for each earlier backing index that is closed: documents in it cannot be found. */
export type OnClosed = (index: string) => void

/** Returns the time of an event. A time that cannot be read rules out no index. */
const timeOf = ({ document }: Storable): number => Date.parse(document['@timestamp'] ?? '')

export class BackingIndices {
  private readonly client: Client
  private readonly now: () => number
  private readonly known = new Map<string, View>()
  /** For each ended index: the documents dated after its end. */
  private readonly ahead = new Map<string, ReadonlySet<string> | 'many'>()
  private readonly closed = new Set<string>()
  private readonly onClosed: OnClosed | undefined

  /** With `onClosed`, a closed index counts as empty. Without it, a lookup in such an index throws. */
  constructor(client: Client, now: () => number, onClosed?: OnClosed) {
    this.client = client
    this.now = now
    this.onClosed = onClosed
  }

  /** Returns the backing indices of a stream as last seen, oldest first; empty if the stream was absent. */
  view(stream: string): View {
    return this.known.get(stream) ?? []
  }

  async load(streams: Iterable<string>, retry: Retry): Promise<void> {
    for (const stream of streams) if (!this.known.has(stream)) await this.refresh(stream, retry)
  }

  async refresh(stream: string, retry: Retry): Promise<void> {
    const path = `/${encodeURIComponent(stream)}/_settings/index.creation_date`
    const querystring = { flat_settings: true, expand_wildcards: 'all' }
    type Answer = Record<string, { settings?: Record<string, string> }>
    const answer = await this.request({ method: 'GET', path, querystring }, retry, (each) => each as Answer, [404])
    // A 404 response contains the member `error`, which has no settings.
    const indices = Object.entries(answer).flatMap(([name, { settings }]) => {
      const created = settings?.['index.creation_date']
      return created === undefined ? [] : [{ name, created: Number(created) }]
    })
    indices.sort((a, b) => a.created - b.created || (a.name < b.name ? -1 : 1))
    this.known.set(stream, indices)
    for (const { name } of indices) this.closed.delete(name)
  }

  /** Returns names of the indices of a view that contain each event, oldest first. Searches all or only ended ones. */
  async locate(
    view: View,
    events: readonly Storable[],
    which: 'ended' | 'all',
    retry: Retry,
  ): Promise<ReadonlyMap<Storable, readonly string[]>> {
    const lookups: { readonly event: Storable; readonly index: string }[] = []
    for (const [position, { name: index }] of view.entries()) {
      const isLast = position === view.length - 1
      const mayHold = isLast ? () => which === 'all' : await this.holds(view, position, retry)
      for (const event of events) if (mayHold(event)) lookups.push({ event, index })
    }
    const held = new Map<Storable, string[]>()
    const docs = lookups.map(({ event, index }): Lookup => ({ _index: index, _id: event.id, _source: false }))
    const found = await inChunks(docs, lookupsPerRequest, (some) => this.lookUp(some, retry))
    for (const [i, { event, index }] of lookups.entries())
      if (found[i] === true) held.set(event, [...(held.get(event) ?? []), index])
    const current = found.includes('no index') ? await this.replaced(view, retry) : undefined
    return current === undefined ? held : this.locate(current, events, which, retry)
  }

  /**
   * Refreshes a view with a missing index. Either retention deleted the index, or a reindex or a
   * shrink replaced it with another index. In the second case, returns the view to search: the new index contains the documents.
   */
  private async replaced(view: View, retry: Retry): Promise<View | undefined> {
    const last = view.at(-1)?.name
    const [stream] = [...this.known].find(([, each]) => each.some(({ name }) => name === last)) ?? []
    if (stream === undefined) return undefined
    await this.refresh(stream, retry)
    const names = new Set(view.map(({ name }) => name))
    return this.view(stream).every(({ name }) => names.has(name)) ? undefined : this.view(stream)
  }

  /** Returns a test whether an ended index may contain an event: it accepts documents until its successor exists. */
  private async holds(view: View, position: number, retry: Retry): Promise<(event: Storable) => boolean> {
    const { name } = view[position] as BackingIndex
    if (this.closed.has(name)) return () => false
    const ended = (view[position + 1] as BackingIndex).created + clockSkewMs
    // The last documents of an index cannot be searched immediately.
    const ahead = this.now() < ended ? 'many' : await this.aheadIn(name, ended, retry)
    return (event) => !(timeOf(event) >= ended) || ahead === 'many' || ahead.has(event.id)
  }

  /** Ids of the documents in an index that are dated later than its end. */
  private async aheadIn(index: string, ended: number, retry: Retry): Promise<ReadonlySet<string> | 'many'> {
    const known = this.ahead.get(index)
    if (known !== undefined) return known
    const path = `/${encodeURIComponent(index)}/_search`
    const querystring = {
      filter_path: '_shards.total,hits.hits._id',
      ignore_unavailable: true,
      allow_partial_search_results: false,
    }
    const query = { range: { '@timestamp': { gte: ended, format: 'epoch_millis' } } }
    const body = { query, size: mostAhead, sort: ['_doc'], track_total_hits: false, _source: false }
    const params = { method: 'POST', path, querystring, body }
    const { _shards, hits } = await this.request(params, retry, (answer) => answer as SearchAnswer)
    // The index is closed or deleted. The lookup by ID distinguishes the two cases.
    if (_shards?.total === 0) return 'many'
    const ids = (hits?.hits ?? []).map(({ _id }) => _id)
    const ahead = ids.length < mostAhead ? new Set(ids) : 'many'
    this.ahead.set(index, ahead)
    return ahead
  }

  private async lookUp(docs: readonly Lookup[], retry: Retry): Promise<(boolean | 'no index')[]> {
    const querystring = { filter_path: 'docs._id,docs.found,docs.error.type' }
    for (;;) {
      const params = { method: 'POST', path: '/_mget', querystring, body: { docs } }
      const found = await this.request(params, retry, (answer) => mgetDocs<MgetDoc>(this.client, answer, docs.length))
      docs.forEach(({ _index }, i) => {
        if (found[i]?.error?.type === closedIndex) this.close(_index)
      })
      // After any other error, the result is unknown.
      const failed = found.find(({ error }) => error?.type !== undefined && !(error.type in withoutDocument))
      if (failed === undefined)
        return found.map(({ error, found }) => withoutDocument[error?.type ?? ''] ?? found === true)
      const message = `Elasticsearch at ${whereIs(this.client)} cannot read an earlier backing index (${failed.error?.type}).`
      await retry.pause(new DependencyError('es_unavailable', message, { retryable: true }))
    }
  }

  private close(index: string): void {
    if (this.closed.has(index)) return
    if (this.onClosed === undefined) {
      const message = `The earlier backing index ${index} at ${whereIs(this.client)} is closed: documents in it cannot be found. Open or delete the index, then start again.`
      throw new DependencyError('es_stream', message)
    }
    this.closed.add(index)
    this.onClosed(index)
  }

  /** Removes documents from the given indices. Returns the IDs of the documents that remain. */
  async remove(
    documents: readonly { readonly index: string; readonly id: string }[],
    retry: Retry,
  ): Promise<Set<string>> {
    const kept = new Set<string>()
    for (let left = documents; left.length > 0; ) {
      const statuses = await inParts(left, async (part) => {
        const bulkBody = part.map(({ index, id }) => ({ delete: { _index: index, _id: id } }))
        const querystring = { filter_path: 'items.delete.status' }
        return this.request({ method: 'POST', path: '/_bulk', querystring, bulkBody }, retry, (answer) =>
          bulkItems(this.client, answer, part.length).map(({ status }) => status),
        )
      })
      const again = left.filter((_, i) => statuses[i] === 429 || (statuses[i] as number) >= 500)
      left.forEach(({ id }, i) => {
        const status = statuses[i] as number
        if (status >= 400 && status < 500 && status !== 404 && status !== 429) kept.add(id)
      })
      left = again
      if (left.length > 0) {
        const message = `Elasticsearch at ${whereIs(this.client)} cannot remove ${left.length} documents now.`
        await retry.pause(new DependencyError('es_unavailable', message, { retryable: true }))
      }
    }
    return kept
  }

  /** Sends a request until `read` accepts the response. */
  private request<T>(
    params: TransportRequestParams,
    retry: Retry,
    read: (answer: unknown) => T,
    ignore: number[] = [],
  ): Promise<T> {
    return requestWithRetry(this.client, retry, async (options) =>
      read(await this.client.transport.request(params, { ignore, ...options })),
    )
  }
}
