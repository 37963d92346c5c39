// The history of the service: the entity store and the stored documents of the namespace, of all instances.
import type { Client } from '@elastic/elasticsearch'
import { isVendor } from '../../mappings/entities/key.ts'
import { entityIndex } from '../../mappings/entities/templates.ts'
import { entityTypes } from '../../mappings/entities/types.ts'
import { dayMs } from '../../mappings/kernel/durations.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { getPath } from '../../mappings/kernel/path.ts'
import { inChunks } from '../clients/in-parts.ts'
import type { EntityEvent } from '../entity-store/entity-event.ts'
import { Lookup } from '../entity-store/lookup.ts'
import type { EntityId, EntityStore } from '../entity-store/store.ts'
import { readSubject } from '../entity-store/subject.ts'
import { Searches, timesIn, toEvents, toReferences } from './elasticsearch-search.ts'
import { ElasticsearchTallies } from './elasticsearch-tallies.ts'
import { type EventReference, findingsDataset } from './finding.ts'
import type { AccountOf, EndedAccount, History } from './history.ts'
import type { Span } from './settings.ts'

export interface ElasticsearchHistoryOptions {
  readonly client: Client
  readonly namespace: string
  readonly store: EntityStore
  /** The fields that rules read, by dataset. */
  readonly fields: ReadonlyMap<string, readonly string[]>
  /** Stored documents up to this age are corrected in place when a fact arrives late; 0 for no correction. */
  readonly correctedWithinMs?: number
}

const ended = ['disabled', 'suspended', 'archived', 'deleted']
const clickActs = ['consent', 'delegated_grant', 'app_role_grant']
/** Maximum terms of one query; Elasticsearch allows 65,536. */
const termsAtATime = 1_000
/** Maximum accounts in one query. Each account needs a clause, because its time range differs. */
const accountsAtATime = 100

const failed: JsonObject = { term: { 'event.outcome': 'failure' } }

export class ElasticsearchHistory extends ElasticsearchTallies implements History {
  readonly #store: EntityStore
  readonly #correctedWithinMs: number

  constructor({ client, namespace, store, fields, correctedWithinMs = 0 }: ElasticsearchHistoryOptions) {
    // Every stream of the namespace except the findings.
    const streams = `logs-*-${namespace},-logs-${findingsDataset}-${namespace}`
    super({ searches: new Searches(client), namespace, streams, fields })
    this.#store = store
    this.#correctedWithinMs = correctedWithinMs
  }

  read<T>(read: (lookup: Lookup) => T): Promise<T> {
    return this.#store.updateEntities(
      () => undefined,
      (reader) => read(new Lookup(reader)),
    )
  }

  async #entities(name: keyof typeof entityTypes, query: JsonObject): Promise<EntityId[]> {
    const { keys } = entityTypes[name]
    const found: EntityId[] = []
    const index = entityIndex(name, this.options.namespace)
    for await (const { _id: key, _source } of this.options.searches.hits(index, query, {
      _source: ['vendor', 'tenant', ...keys],
    })) {
      const { vendor, tenant } = _source
      if (!isVendor(vendor)) continue
      const ids = keys.map((member) => String(_source[member] ?? ''))
      found.push({ key, vendor, tenant: String(tenant), ids })
    }
    return found
  }

  ends(span: Span): Promise<EntityId[]> {
    const filter = [timesIn('status.at', span), { terms: { 'status.value': ended } }]
    return this.#entities('accounts', { bool: { filter } })
  }

  async grantsOf(accounts: readonly AccountOf[]): Promise<EntityId[]> {
    const wanted = new Set(accounts.flatMap(({ vendor, tenant, ids }) => ids.map((id) => `${vendor}|${tenant}|${id}`)))
    const principals = [...new Set(accounts.flatMap(({ ids }) => ids))]
    const grants = await inChunks(principals, termsAtATime, (part) =>
      this.#entities('grants', { terms: { principal: [...part] } }),
    )
    return grants.filter(({ vendor, tenant, ids }) => wanted.has(`${vendor}|${tenant}|${ids[1]}`))
  }

  credentialChanges(span: Span): Promise<EntityId[]> {
    return this.#entities('apps', timesIn('credential_totals.at', span))
  }

  async unmarkedUses(accounts: readonly EndedAccount[]): Promise<EntityEvent[]> {
    return inChunks(accounts, accountsAtATime, async (part) => {
      const query = {
        bool: {
          filter: [{ terms: { 'oauth.action': ['app_use', 'app_sign_in'] } }],
          must_not: [
            failed,
            { term: { 'oauth.app.first_party': true } },
            { terms: { 'oauth.account.status': ended } },
            ...this.#corrected(),
          ],
          should: part.map(({ ids, while: span }) => ({ bool: { filter: [timesIn('@timestamp', span), anyId(ids)] } })),
          minimum_should_match: 1,
        },
      }
      return toEvents(await collect(this.options.searches.hits(this.options.streams, query)))
    })
  }

  #corrected(): JsonObject[] {
    if (this.#correctedWithinMs === 0) return []
    return [{ range: { 'event.ingested': { gte: Date.now() - this.#correctedWithinMs, format: 'epoch_millis' } } }]
  }

  async clicks(span: Span): Promise<EntityEvent[][]> {
    const acts = (more: JsonObject[]): JsonObject => ({
      bool: { filter: [{ terms: { 'oauth.action': clickActs } }, ...more], must_not: [failed] },
    })
    const bundles = new Set<string>()
    const begun = acts([timesIn('@timestamp', span), { exists: { field: 'oauth.act.bundle' } }])
    for await (const { _source } of this.options.searches.hits(this.options.streams, begun, {
      _source: ['oauth.act.bundle'],
    })) {
      const bundle = getPath(_source, ['oauth', 'act', 'bundle'])
      if (typeof bundle === 'string') bundles.add(bundle)
    }
    const clicks = new Map<string, EntityEvent[]>()
    // Other records of a click may be slightly outside the span.
    const around = timesIn('@timestamp', { from: span.from - dayMs, until: span.until + dayMs })
    const hits = await inChunks([...bundles], termsAtATime, (part) =>
      collect(
        this.options.searches.hits(this.options.streams, acts([around, { terms: { 'oauth.act.bundle': [...part] } }])),
      ),
    )
    for (const event of toEvents(hits)) {
      const subject = readSubject(event)
      if (subject === undefined) continue
      const key = `${subject.vendor}|${subject.tenant}|${subject.bundle}`
      clicks.set(key, [...(clicks.get(key) ?? []), event])
    }
    return [...clicks.values()]
  }

  async references(ids: readonly string[]): Promise<EventReference[]> {
    const _source = ['@timestamp', 'event.id', 'event.dataset']
    const hits = await inChunks([...new Set(ids)], termsAtATime, (part) =>
      collect(this.options.searches.hits(this.options.streams, { ids: { values: [...part] } }, { _source })),
    )
    return toReferences(hits)
  }
}

function anyId(ids: readonly string[]): JsonObject {
  const fields = ['oauth.account.name', 'oauth.account.id', 'oauth.grant.principal.id', 'oauth.grant.principal.name']
  return { bool: { should: fields.map((field) => ({ terms: { [field]: [...ids] } })), minimum_should_match: 1 } }
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}
