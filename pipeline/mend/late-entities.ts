// The entities that were told something late, and how their mark is taken off.
import type { Client } from '@elastic/elasticsearch'
import { memoryIndex } from '../../mappings/entities/templates.ts'
import { type EntityName, entityTypes } from '../../mappings/entities/types.ts'
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { type Late, lateOf } from '../remember/late.ts'

export interface LateEntity {
  readonly name: EntityName
  readonly vendor: string
  readonly tenant: string
  /** In the order of the type's `keys`. */
  readonly ids: readonly string[]
  readonly late: Late
  /** An account whose status was ever told: applications may have lost their last granter with it. */
  readonly hasStatus: boolean
  readonly stored: { readonly index: string; readonly id: string; readonly seqNo: number; readonly primaryTerm: number }
}

const names = Object.keys(entityTypes) as EntityName[]

export class LateEntities {
  private readonly client: Client
  private readonly namespace: string

  constructor(client: Client, namespace: string) {
    this.client = client
    this.namespace = namespace
  }

  /** Those whose first late fact was told before a moment, the longest waiting first; at most `most` of each kind. */
  async told(before: number, most: number): Promise<LateEntity[]> {
    const found: LateEntity[] = []
    for (const name of names) {
      const { hits } = await this.client.search<JsonObject>({
        index: memoryIndex(name, this.namespace),
        size: most,
        query: { range: { 'late.first_told': { lte: before, format: 'epoch_millis' } } },
        sort: [{ 'late.first_told': 'asc' }],
        seq_no_primary_term: true,
        track_total_hits: false,
        _source: ['vendor', 'tenant', 'late', 'status.at', 'listed.at', ...entityTypes[name].keys],
      })
      for (const { _index: index, _id: id = '', _source: source = {}, _seq_no, _primary_term } of hits.hits) {
        const late = lateOf(source)
        if (late === undefined) continue
        found.push({
          name,
          vendor: String(source.vendor),
          tenant: String(source.tenant),
          ids: entityTypes[name].keys.map((key) => String(source[key])),
          late,
          hasStatus:
            name === 'accounts' && [source.status, source.listed].some((held) => Array.isArray(held) || isObject(held)),
          stored: { index, id, seqNo: _seq_no ?? 0, primaryTerm: _primary_term ?? 0 },
        })
      }
    }
    return found
  }

  /** Takes marks off, unless somebody has told the entity more meanwhile. */
  async settle(entities: readonly LateEntity[]): Promise<void> {
    if (entities.length === 0) return
    await this.client.bulk({
      operations: entities.flatMap(({ stored: { index, id, seqNo, primaryTerm } }) => [
        { update: { _index: index, _id: id, if_seq_no: seqNo, if_primary_term: primaryTerm } },
        { doc: { late: null } },
      ]),
      filter_path: 'errors',
    })
  }

  /** Ids of the applications that any of these accounts granted something. */
  async appsGrantedBy(vendor: string, tenant: string, accounts: readonly string[]): Promise<string[]> {
    const { hits } = await this.client.search<JsonObject>({
      index: memoryIndex('apps', this.namespace),
      size: 1_000,
      query: {
        bool: { filter: [{ term: { vendor } }, { term: { tenant } }, { terms: { 'granters.value': [...accounts] } }] },
      },
      track_total_hits: false,
      _source: ['app'],
    })
    return hits.hits.map(({ _source }) => String(_source?.app))
  }
}
