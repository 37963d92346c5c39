// Finds the documents that late facts concern, with only the members that a comparison needs. If the annotations of a
// document differ, writes the whole document again.
import type { Client, estypes } from '@elastic/elasticsearch'
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { type BulkItem, bulkItems, mgetDocs } from '../clients/answers.ts'
import { whereIs } from '../clients/elasticsearch.ts'
import { reasonOf } from '../clients/error-reason.ts'
import { inParts } from '../clients/in-parts.ts'
import { pages } from '../clients/pages.ts'
import type { Retry } from '../clients/retry.ts'
import type { EntityStore } from '../entity-store/store.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { concernedQuery, type Fact, factsById } from './concerned.ts'
import { comparedMembers, differing, prepare } from './difference.ts'
import type { Attempts } from './requests.ts'

export interface StoredDocumentsSettings {
  readonly client: Client
  readonly namespace: string
  readonly store: EntityStore
  readonly environment: Environment
  readonly now: () => number
}

type ReadItem = estypes.GetGetResult<EcsDocument> & Pick<BulkItem, 'error'>

export interface Place {
  readonly index: string
  readonly id: string
  readonly facts: readonly Fact[]
}

/** One page of documents that facts concern. */
export interface Page {
  readonly differing: readonly Place[]
  /** Event time of the last document on the page. All earlier documents have been checked. */
  readonly until: number
}

export interface Written {
  readonly stored: number
  /** Documents that Elasticsearch did not accept, temporarily or permanently. */
  readonly left: readonly Place[]
  /** The reason why Elasticsearch did not accept the last of these documents. */
  readonly reason: string
  /** The error if Elasticsearch is too busy to accept any document. */
  readonly busy: DependencyError | undefined
}

const documentsPerPage = 500
/** Whole documents are read and written in smaller numbers: some are large. */
const documentsPerWrite = 100

/** Maximum number of compared documents that a pass keeps. Others may be compared again if several facts concern them. */
const mostCompared = 200_000

export const placeOf = ({ index, id }: { readonly index: string; readonly id: string }): string => `${index}/${id}`

type Outcome = 'stored' | 'gone' | 'again' | 'busy' | 'refused'

export class StoredDocuments {
  private readonly settings: StoredDocumentsSettings

  constructor(settings: StoredDocumentsSettings) {
    this.settings = settings
  }

  /** Returns documents that facts of the same tenants concern, in order of event time, without the `compared` ones. */
  async *concernedBy(
    facts: readonly Fact[],
    storedSince: number,
    compared: Set<string>,
    attempts: Attempts,
  ): AsyncGenerator<Page> {
    const { client, namespace } = this.settings
    const search = {
      size: documentsPerPage,
      query: concernedQuery(facts, storedSince),
      sort: [{ '@timestamp': 'asc' }],
      _source: comparedMembers,
    } as const
    const factsOf = factsById(facts)
    for await (const { hits } of pages<EcsDocument>(client, { index: `logs-*-${namespace}` }, search, attempts)) {
      const documents = hits.flatMap(({ _index: index, _id: id = '', _source: document }) => {
        if (document === undefined || compared.has(placeOf({ index, id }))) return []
        return [{ of: { index, id, document }, id, document }]
      })
      const changed = documents.length === 0 ? [] : await this.compare(documents, attempts)
      const differing = changed.map(({ of: { index, id, document } }) => ({ index, id, facts: factsOf(document) }))
      if (compared.size > mostCompared) compared.clear()
      const open = new Set(differing.map(placeOf))
      for (const { of } of documents) if (!open.has(placeOf(of))) compared.add(placeOf(of))
      yield { differing, until: Number(hits.at(-1)?.sort?.[0]) }
    }
  }

  /** Writes the corrected documents, unless they are already correct. */
  async correct(places: readonly Place[], retry: Retry, attempts: Attempts): Promise<Written> {
    const left: Place[] = []
    let stored = 0
    let reason = ''
    for (let from = 0; from < places.length; from += documentsPerWrite) {
      let open: readonly Place[] = places.slice(from, from + documentsPerWrite)
      while (open.length > 0) {
        const answers = await this.write(open, attempts)
        const of = (outcome: Outcome) => answers.filter((each) => each.outcome === outcome)
        stored += of('stored').length
        left.push(...of('refused').map(({ place }) => place))
        reason = [...of('refused'), ...of('busy')].at(-1)?.reason ?? reason
        open = [...of('again'), ...of('busy')].map(({ place }) => place)
        retry.progress(of('stored').length / answers.length)
        if (open.length === 0) break
        const busy = await this.pause(open.length, reason, retry)
        if (busy !== undefined)
          return { stored, left: [...left, ...open, ...places.slice(from + documentsPerWrite)], reason, busy }
      }
    }
    return { stored, left, reason, busy: undefined }
  }

  private async pause(count: number, reason: string, retry: Retry): Promise<DependencyError | undefined> {
    const where = `Elasticsearch at ${whereIs(this.settings.client)}`
    const busy = new DependencyError('es_unavailable', `${where} does not take ${count} documents now: ${reason}.`, {
      retryable: true,
    })
    try {
      await retry.pause(busy)
      return undefined
    } catch (error) {
      if (error === busy) return busy
      throw error
    }
  }

  /** Makes one attempt. It reads the current documents, so that no write of another instance is lost. */
  private async write(
    places: readonly Place[],
    attempts: Attempts,
  ): Promise<{ readonly place: Place; readonly outcome: Outcome; readonly reason: string }[]> {
    const { client, now } = this.settings
    const docs = places.map(({ index, id }) => ({ _index: index, _id: id }))
    const found = await inParts(docs, async (part) => {
      const request = { docs: [...part] }
      return attempts.read(async (options) =>
        mgetDocs<ReadItem>(client, await client.mget(request, options), part.length),
      )
    })
    // A shard may be temporarily unavailable. A deleted index contains no document to correct.
    const unread = places.flatMap((place, i) => {
      const error = found[i]?.error
      if (error === undefined || error.type === 'index_not_found_exception') return []
      return [{ place, outcome: 'busy' as const, reason: reasonOf(error) }]
    })
    const held = places.flatMap((place, i) => {
      const item = found[i] as (typeof found)[number]
      return item.found === true && item._source !== undefined
        ? [{ of: { place, item }, id: place.id, document: item._source }]
        : []
    })
    const changed = await this.compare(held, attempts)
    if (changed.length === 0) return unread
    const ingested = new Date(now()).toISOString()
    const writes = changed.map(({ of: { item }, document }) => {
      const { _index, _id, _seq_no, _primary_term } = item
      // Rules read documents by the time of storage. A document that a backfill stored as history stays history.
      const isHistory = document.event.ingested === document['@timestamp']
      const event = isHistory ? document.event : { ...document.event, ingested }
      return [{ index: { _index, _id, if_seq_no: _seq_no, if_primary_term: _primary_term } }, { ...document, event }]
    })
    const send = (part: readonly (typeof writes)[number][]) => {
      const request = { operations: part.flat() } as unknown as estypes.BulkRequest
      return attempts.read(async (options) => bulkItems(client, await client.bulk(request, options), part.length))
    }
    const refuse = (error: unknown) => ({ status: 413, error: { type: 'too_large', reason: messageOf(error) } })
    const items = await inParts(writes, send, refuse)
    const written = changed.map(({ of: { place } }, i) => {
      const { status, error } = items[i] as BulkItem
      return { place, outcome: outcomeOf(status, error?.type), reason: reasonOf(error) }
    })
    return [...unread, ...written]
  }

  private compare<T>(documents: Parameters<typeof prepare<T>>[0], { signal }: Attempts) {
    const { store, environment } = this.settings
    const prepared = prepare(documents)
    return store.updateEntities(
      () => undefined,
      (reader) => differing(prepared, reader, environment),
      { signal },
    )
  }
}

function outcomeOf(status: number, type: string | undefined): Outcome {
  if (status < 300) return 'stored'
  if (status === 404 && type !== 'index_not_found_exception') return 'gone'
  if (status === 409) return 'again'
  return status === 429 || status >= 500 ? 'busy' : 'refused'
}
