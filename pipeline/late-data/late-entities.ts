// The entities with late facts, and the removal of their marks.
import type { Client, estypes } from '@elastic/elasticsearch'
import { isVendor } from '../../mappings/entities/key.ts'
import { entityIndex } from '../../mappings/entities/templates.ts'
import { type EntityName, entityNames, entityTypes } from '../../mappings/entities/types.ts'
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { bulkItems, mgetDocs } from '../clients/answers.ts'
import { inChunks, inParts } from '../clients/in-parts.ts'
import { type IndexAnswer, namesOf } from '../clients/index-names.ts'
import { pages } from '../clients/pages.ts'
import { type Late, lateOf, toLateMember } from '../entity-store/late.ts'
import type { EntityId } from '../entity-store/store.ts'
import type { Attempts } from './requests.ts'

export interface LateEntity extends Omit<EntityId, 'key'> {
  readonly name: EntityName
  /** The due marks in their stored form. */
  readonly due: readonly Late[]
  /** True for an account that ever had a status: applications may have lost their last granter with it. */
  readonly hasStatus: boolean
  /** True for an account that was reset, or whose sessions ended, since a late fact: uses of the applications that it opened may change. */
  readonly isReset: boolean
  /** True for an account whose first event is a late fact. */
  readonly isNew: boolean
  readonly stored: { readonly index: string; readonly id: string }
}

/** The progress of a pass for an entity: its documents are correct up to an event time, or all of them are. */
export interface Progress {
  readonly entity: LateEntity
  readonly until: number
}

/** An application or account that names another account or application. */
export interface Naming {
  readonly name: 'apps' | 'accounts'
  readonly id: string
}

/** Returns the distinct values of some fields in the stored form of an entity. */
export function namedIn(source: JsonObject, fields: readonly string[]): Set<string> {
  const values = fields.flatMap((field) => {
    const [list = '', member = ''] = field.split('.')
    return [source[list] ?? []].flat().flatMap((each) => (isObject(each) ? [each[member]] : []))
  })
  return new Set(values.filter((value) => typeof value === 'string'))
}

/** After this number of rounds, an entity that other instances constantly write keeps its mark until the next pass. */
const mostRounds = 5

/** Elasticsearch accepts 65,536 terms in a clause. */
const idsPerSearch = 10_000

/** Returns the event time from which the documents of an entity may be incorrect. */
export function lateFrom({ due }: LateEntity): number {
  return Math.min(...due.map(({ from }) => from))
}

/** Whether an account was reset, or its sessions ended, after the event time of its first due mark. */
export function wasReset({ resets, sessions }: JsonObject, due: readonly Late[]): boolean {
  const from = Math.min(...due.map((mark) => mark.from))
  return [resets ?? [], sessions ?? []].flat().some((each) => isObject(each) && Number(each.at) >= from)
}

export class LateEntities {
  private readonly client: Client
  private readonly namespace: string
  /** The kind of entity in each index. */
  private readonly kinds: Map<string, EntityName>

  constructor(client: Client, namespace: string) {
    this.client = client
    this.namespace = namespace
    this.kinds = new Map(entityNames.map((name) => [entityIndex(name, namespace), name]))
  }

  async count(before: number, attempts: Attempts): Promise<number> {
    const request = { index: this.indices(), query: isDue(before) } as estypes.CountRequest
    const { count } = await attempts.read((options) => this.client.count(request, options))
    return count
  }

  /** Returns the entities with a fact that was recorded before a time, the longest waiting first. */
  async *due(before: number, size: number, attempts: Attempts): AsyncGenerator<LateEntity[]> {
    const search = {
      size,
      query: isDue(before),
      sort: [{ 'late.first_recorded': 'asc' } as const],
      _source: [
        'vendor',
        'tenant',
        'late',
        'first_seen',
        'status.at',
        'listed.at',
        'resets.at',
        'sessions.at',
        ...entityNames.flatMap((name) => entityTypes[name].keys),
      ],
    }
    for await (const { hits } of pages<JsonObject>(this.client, { index: this.indices() }, search, attempts)) {
      if (hits.some(({ _index }) => !this.kinds.has(_index))) await this.findIndices(attempts)
      yield hits.flatMap((hit) => this.toEntity(hit, before) ?? [])
    }
  }

  /** Finds the indices behind aliases. */
  private async findIndices(attempts: Attempts): Promise<void> {
    const params = { method: 'GET', path: `/${this.indices()}`, querystring: { filter_path: '*.aliases' } }
    const answer = await attempts.read((options) =>
      this.client.transport.request<Record<string, IndexAnswer>>(params, options),
    )
    for (const [index, each] of Object.entries(answer))
      for (const name of namesOf(index, each)) {
        const kind = this.kinds.get(name)
        if (kind !== undefined) this.kinds.set(index, kind)
      }
  }

  /** Removes the marks whose documents are correct. A mark that has changed meanwhile stays. */
  async settle(done: readonly Progress[], attempts: Attempts): Promise<void> {
    let open = done
    for (let round = 0; round < mostRounds && open.length > 0; round++) {
      const docs = open.map(({ entity: { stored } }) => ({ _index: stored.index, _id: stored.id, _source: ['late'] }))
      const held = await inParts(docs, async (part) => {
        const request = { docs: [...part] }
        return attempts.read(async (options) =>
          mgetDocs<estypes.GetGetResult<JsonObject>>(
            this.client,
            await this.client.mget(request, options),
            part.length,
          ),
        )
      })
      const writes = open.flatMap((each, i) => {
        const item = held[i] as (typeof held)[number]
        if (item.found !== true || item._source === undefined) return []
        const marks = lateOf(item._source)
        const left = marks.flatMap((mark) => afterProgress(mark, each))
        if (left.length === marks.length && left.every((mark, n) => mark === marks[n])) return []
        const version = { if_seq_no: item._seq_no, if_primary_term: item._primary_term }
        return [
          {
            each,
            update: { _index: each.entity.stored.index, _id: item._id, ...version },
            doc: { late: toLateMember(left) },
          },
        ]
      })
      if (writes.length === 0) return
      const items = await inParts(writes, async (part) => {
        const request = { operations: part.flatMap(({ update, doc }) => [{ update }, { doc }]) } as estypes.BulkRequest
        return attempts.read(async (options) =>
          bulkItems(this.client, await this.client.bulk(request, options), part.length),
        )
      })
      open = writes.flatMap(({ each }, i) => ((items[i]?.status ?? 500) < 300 ? [] : [each]))
    }
  }

  /** Returns for each ID the applications and accounts of a tenant that name it in some fields. */
  async naming(
    { vendor, tenant }: Pick<LateEntity, 'vendor' | 'tenant'>,
    ids: readonly string[],
    fields: readonly string[],
    attempts: Attempts,
  ): Promise<ReadonlyMap<string, readonly Naming[]>> {
    const found = new Map<string, Naming[]>(ids.map((id) => [id, []]))
    // A request that is too large on a later page is sent again in halves. The results of its first pages are dropped.
    const read = async (part: readonly string[]): Promise<readonly (readonly [string, Naming])[]> => {
      const asked = new Set(part)
      const should = fields.map((field) => ({ terms: { [field]: [...part] } }))
      const search = {
        size: 1_000,
        query: { bool: { filter: [{ term: { vendor } }, { term: { tenant } }, { bool: { should } }] } },
        _source: ['app', 'account', ...fields],
      }
      const index = [entityIndex('apps', this.namespace), entityIndex('accounts', this.namespace)]
      const pairs: (readonly [string, Naming])[] = []
      for await (const { hits } of pages<JsonObject>(this.client, { index }, search, attempts))
        for (const { _source: source = {} } of hits) {
          const { app, account } = source
          const naming: Naming =
            app === undefined ? { name: 'accounts', id: String(account) } : { name: 'apps', id: String(app) }
          for (const id of namedIn(source, fields)) if (asked.has(id)) pairs.push([id, naming])
        }
      return pairs
    }
    for (const [id, naming] of await inChunks(ids, idsPerSearch, read)) found.get(id)?.push(naming)
    return found
  }

  private indices(): string[] {
    return entityNames.map((name) => entityIndex(name, this.namespace))
  }

  private toEntity(
    { _index: index, _id: id = '', _source: source = {} }: estypes.SearchHit<JsonObject>,
    before: number,
  ): LateEntity | undefined {
    const name = this.kinds.get(index)
    const due = lateOf(source).filter(({ last_recorded }) => last_recorded <= before)
    const { vendor } = source
    if (name === undefined || due.length === 0 || !isVendor(vendor)) return undefined
    return {
      name,
      vendor,
      tenant: String(source.tenant),
      ids: entityTypes[name].keys.map((key) => String(source[key])),
      due,
      hasStatus:
        name === 'accounts' && [source.status, source.listed].some((held) => Array.isArray(held) || isObject(held)),
      isReset: name === 'accounts' && wasReset(source, due),
      isNew: name === 'accounts' && due.some(({ from }) => from <= Number(source.first_seen)),
      // The privileges of the service cover the alias, but not the index behind it.
      stored: { index: entityIndex(name, this.namespace), id },
    }
  }
}

const isDue = (before: number): estypes.QueryDslQueryContainer => ({
  range: { 'late.last_recorded': { lte: before, format: 'epoch_millis' } },
})

/** Returns the rest of a mark. The mark of another fact stays unchanged. */
function afterProgress(mark: Late, { entity: { due }, until }: Progress): Late[] {
  const isDone = due.some(
    (each) =>
      each.first_recorded === mark.first_recorded &&
      each.last_recorded === mark.last_recorded &&
      each.from <= mark.from,
  )
  if (!isDone || mark.from >= until) return [mark]
  return until === Number.POSITIVE_INFINITY ? [] : [{ ...mark, from: until }]
}
