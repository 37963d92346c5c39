// Facts arrive late: a use is stored before the log says that its account was disabled. Every instance looks now and then
// at what was told late and stamps the documents that it concerns anew, in their place, so that rules see them again.
import type { Client, estypes } from '@elastic/elasticsearch'
import type { Vendor } from '../../mappings/entities/key.ts'
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { canonicalJson, type Json } from '../../mappings/kernel/json.ts'
import { toWorldError, whereIs } from '../elasticsearch.ts'
import { Lookup } from '../remember/lookup.ts'
import { putStamps, stampsOf } from '../remember/stamp.ts'
import type { MemoryStore } from '../remember/store.ts'
import { readSubject } from '../remember/subject.ts'
import { withoutStamps } from '../remember/unstamp.ts'
import { accountsElsewhere, appsJoined, type Concerned, concernedBy, concernedQuery } from './concerned.ts'
import { LateEntities, type LateEntity } from './late-entities.ts'

export interface MendSettings {
  readonly client: Client
  readonly namespace: string
  readonly store: MemoryStore
  readonly environment: Environment
  /** What was told this long ago is looked at: longer than a batch takes from its reading of memory to its storing. */
  readonly afterMs: number
  readonly now?: () => number
}

export interface Mended {
  /** Entities looked at. */
  readonly entities: number
  /** Documents stamped anew. */
  readonly documents: number
  /** Documents that Elasticsearch did not take: their index is read-only, or writing there is not allowed. */
  readonly refused: number
}

/** Logs are late by a day or two; what was stored longer ago is history, and its alerts would be, too. */
export const storedWithinMs = 48 * 3_600_000
const entitiesAtATime = 200
const factsPerQuery = 40
const documentsPerPage = 500

interface Fact {
  readonly entity: LateEntity
  readonly concerned: Concerned
}

type Hit = estypes.SearchHit<EcsDocument>

/** Makes the pass. It throws a WorldError; whoever runs it tries again later. */
export function makeMend(settings: MendSettings): () => Promise<Mended> {
  const { client, namespace, store, environment, afterMs, now = Date.now } = settings
  const entities = new LateEntities(client, namespace)
  const index = `logs-*-${namespace}`

  async function factsOf(found: readonly LateEntity[]): Promise<Fact[]> {
    const read = <T>(of: (reader: Parameters<typeof concernedBy>[0]) => T) => store.remember(() => undefined, of)
    const facts = await read((reader) => found.map((entity) => ({ entity, concerned: concernedBy(reader, entity) })))
    for (const { entity, concerned } of [...facts]) {
      if (!entity.hasStatus) continue
      const { accounts } = concerned
      const elsewhere = await read((reader) =>
        accountsElsewhere(reader, entity.vendor as Vendor, accounts, environment),
      )
      if (elsewhere.length > 0) facts.push({ entity, concerned: { apps: [], accounts: elsewhere } })
      const granted = await entities.appsGrantedBy(entity.vendor, entity.tenant, concerned.accounts)
      if (granted.length === 0) continue
      const apps = await read((reader) => appsJoined(reader, entity, granted))
      facts.push({ entity, concerned: { apps, accounts: [] } })
    }
    return facts
  }

  async function* documents(facts: readonly Fact[]): AsyncGenerator<Hit[]> {
    const query = concernedQuery(facts, now() - storedWithinMs)
    const { id } = await client.openPointInTime({ index, keep_alive: '2m' })
    try {
      for (let after: estypes.SortResults | undefined; ; ) {
        const request = {
          pit: { id, keep_alive: '2m' },
          size: documentsPerPage,
          query,
          sort: ['_shard_doc'],
          seq_no_primary_term: true,
          track_total_hits: false,
          ...(after !== undefined && { search_after: after }),
        }
        // The types of the client do not know that an absent member is absent.
        const { hits } = await client.search<EcsDocument>(request as estypes.SearchRequest)
        if (hits.hits.length > 0) yield hits.hits
        if (hits.hits.length < documentsPerPage) return
        after = hits.hits.at(-1)?.sort
      }
    } finally {
      await client.closePointInTime({ id })
    }
  }

  /** The documents of a page that would be stamped otherwise now, as they would be stored. */
  async function restamped(page: readonly Hit[]): Promise<{ hit: Hit; document: EcsDocument }[]> {
    const told = page.flatMap((hit) => {
      const { _id: id = '', _source: stored } = hit
      if (stored?.oauth === undefined) return []
      const document = { ...stored, oauth: withoutStamps(stored.oauth) }
      const subject = readSubject({ id, dataset: stored.event.dataset ?? '', document })
      return subject === undefined ? [] : [{ hit, stored, document, subject }]
    })
    const stamps = await store.remember(
      () => undefined,
      (reader) => {
        const lookup = new Lookup(reader)
        return told.map(({ subject }) => stampsOf(subject, lookup, environment))
      },
    )
    return told.flatMap(({ hit, stored, document, subject }, i) => {
      const stamped = stamps[i]
      if (stamped !== undefined) putStamps(subject, stamped)
      if (canonicalJson(document.oauth as Json) === canonicalJson(stored.oauth as Json)) return []
      // Rules go by when a document was stored. One that a back-fill stored as history stays history.
      const isHistory = stored.event.ingested === stored['@timestamp']
      const event = isHistory ? stored.event : { ...stored.event, ingested: new Date(now()).toISOString() }
      return [{ hit, document: { ...document, event } }]
    })
  }

  async function put(
    changed: readonly { hit: Hit; document: EcsDocument }[],
  ): Promise<Pick<Mended, 'documents' | 'refused'>> {
    if (changed.length === 0) return { documents: 0, refused: 0 }
    const { items } = await client.bulk({
      operations: changed.flatMap(({ hit: { _index, _id, _seq_no, _primary_term }, document }) => [
        { index: { _index, _id, if_seq_no: _seq_no, if_primary_term: _primary_term } },
        document,
      ]),
    } as estypes.BulkRequest)
    const statuses = items.map(({ index }) => index?.status ?? 500)
    const taken = statuses.filter((status) => status < 300).length
    // Another instance was faster: it knew as much.
    const elsewhere = statuses.filter((status) => status === 409).length
    return { documents: taken, refused: statuses.length - taken - elsewhere }
  }

  async function pass(): Promise<Mended> {
    const told = now() - afterMs
    const found = await entities.told(told, entitiesAtATime)
    const facts = await factsOf(found)
    let mended = 0
    let refused = 0
    for (let from = 0; from < facts.length; from += factsPerQuery) {
      for await (const page of documents(facts.slice(from, from + factsPerQuery))) {
        const stored = await put(await restamped(page))
        mended += stored.documents
        refused += stored.refused
      }
    }
    // What was told since may concern documents that were not stored yet: such an entity is looked at again.
    await entities.settle(found.filter(({ late }) => late.last_told <= told))
    return { entities: found.length, documents: mended, refused }
  }

  return async () => {
    try {
      return await pass()
    } catch (error) {
      throw toWorldError(error, whereIs(client))
    }
  }
}
