// The searches of a pass: pages of hits, and pages of composite buckets. They need no scripts and no licensed features.
import type { Client } from '@elastic/elasticsearch'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { request } from '../clients/elasticsearch.ts'
import { pages, type Search } from '../clients/pages.ts'
import type { EntityEvent } from '../entity-store/entity-event.ts'
import type { EventReference } from './finding.ts'
import type { Span } from './settings.ts'

export interface Hit {
  readonly _id: string
  readonly _source: JsonObject
}

/** A bucket of an aggregation. The content depends on the request. */
export interface Bucket {
  readonly key: Readonly<Record<string, string | number | null>>
  readonly doc_count: number
  readonly [aggregation: string]: unknown
}

interface SearchAnswer {
  readonly hits: { readonly hits: readonly Hit[] }
  readonly aggregations?: Readonly<Record<string, unknown>>
}

/**
 * A missing stream is not an error: a tenant without Google has no Google stream. A missing shard is an error: a pass
 * would mistake partial results for complete results.
 */
const querystring = { ignore_unavailable: 'true', allow_no_indices: 'true', allow_partial_search_results: 'false' }
const hitsAtATime = 1_000
const bucketsAtATime = 2_000

export class Searches {
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  /** Runs one search. `index` has the form of an Elasticsearch path. */
  search(index: string, search: JsonObject): Promise<SearchAnswer> {
    const body = { track_total_hits: false, ...search }
    return request(this.#client, () =>
      this.#client.transport.request({ method: 'POST', path: `/${index}/_search`, querystring, body }),
    )
  }

  /** Every hit of a query as of the first page, in index order; by default, with all fields. */
  async *hits(index: string, query: JsonObject, more: Pick<Search, '_source'> = {}): AsyncGenerator<Hit> {
    const search = { size: hitsAtATime, query, ...more }
    for await (const { hits } of pages<JsonObject>(this.#client, { index, ignore_unavailable: true }, search))
      yield* hits as readonly Hit[]
  }

  /** Every combination of values of these fields among the documents of a query; an absent value is null. */
  async *buckets(
    index: string,
    query: JsonObject,
    fields: readonly string[],
    aggs: JsonObject,
    atATime = bucketsAtATime,
  ): AsyncGenerator<Bucket> {
    const sources = fields.map((field) => ({ [field]: { terms: { field, missing_bucket: true } } }))
    let after: JsonObject | undefined
    for (;;) {
      const composite: JsonObject = { size: atATime, sources, ...(after !== undefined && { after }) }
      const answer = await this.search(index, { size: 0, query, aggs: { combinations: { composite, aggs } } })
      const found = answer.aggregations?.combinations as { buckets: Bucket[]; after_key?: JsonObject } | undefined
      if (found === undefined) return
      yield* found.buckets
      if (found.after_key === undefined || found.buckets.length < atATime) return
      after = found.after_key
    }
  }
}

export function timesIn(field: string, { from, until }: Span): JsonObject {
  return { range: { [field]: { gt: from, lte: until, format: 'epoch_millis' } } }
}

/** Checks whether a document is usable: searches also read other integrations' streams. Templates check the types. */
function isDocument(source: unknown): source is EcsDocument {
  return isObject(source) && isObject(source.event)
}

export function toEvents(hits: readonly Hit[]): EntityEvent[] {
  return hits.flatMap(({ _id: id, _source: document }) =>
    isDocument(document) ? [{ dataset: document.event.dataset ?? '', document, id }] : [],
  )
}

/** References of hits that have at least time, id and dataset. */
export function toReferences(hits: readonly Hit[]): EventReference[] {
  return toEvents(hits).map(({ id: _id, dataset, document }) => {
    const { id } = document.event
    return { ...(id !== undefined && { id }), _id, '@timestamp': document['@timestamp'] ?? '', dataset }
  })
}
