// The input of a review: entities from the records of an export, or those that the service keeps in Elasticsearch.
import type { Client } from '@elastic/elasticsearch'
import { isVendor } from '../../mappings/entities/key.ts'
import { entityIndex } from '../../mappings/entities/templates.ts'
import { entityNames, entityTypes } from '../../mappings/entities/types.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { type Chain, processValue } from '../chain.ts'
import { pages } from '../clients/pages.ts'
import type { Readability } from '../decode/readability.ts'
import { apply } from '../entity-store/apply.ts'
import { InMemoryStore } from '../entity-store/in-memory-store.ts'
import { readSubject } from '../entity-store/subject.ts'
import { Tenants, tenantName } from '../entity-store/tenants.ts'
import type { RawValue } from '../outcome.ts'
import { Horizon } from './horizon.ts'

export interface LoadedInventory {
  readonly store: InMemoryStore
  /** Time of the last event or inventory, epoch milliseconds; 0 when there was none. */
  readonly lastEvent: number
  /** The names of tenants in the records, by ID. */
  readonly tenantNames: ReadonlyMap<string, string>
}

/** Applies raw values to a new entity store. Their order does not matter, because facts are merged. */
export async function inventoryOfRecords(
  values: AsyncIterable<readonly RawValue[]>,
  chain: Chain,
  readability?: Readability,
  horizon = new Horizon(),
): Promise<LoadedInventory> {
  const store = new InMemoryStore()
  const tenants = new Tenants()
  const tenantNames = new Map<string, string>()
  for await (const batch of values) {
    for (const value of batch) {
      for (const event of processValue(value, chain, readability).events) {
        tenants.see(event.document, event.dataset)
        const subject = readSubject(event)
        if (subject === undefined) continue
        const name = tenantName(event.document)
        if (name !== undefined) tenantNames.set(subject.tenant, name)
        apply(subject, store)
        horizon.see(subject.at)
      }
    }
  }
  tenants.adoptAll((vendor, tenant) => store.adopt(vendor, tenant))
  horizon.end()
  return { store, lastEvent: horizon.lastEvent, tenantNames }
}

/** Loads the whole entity store of a namespace. Throws a DependencyError. */
export async function inventoryOfElasticsearch(client: Client, namespace: string): Promise<InMemoryStore> {
  const store = new InMemoryStore()
  for (const name of entityNames) {
    const index = entityIndex(name, namespace)
    for await (const { hits } of pages<JsonObject>(client, { index }, { size: 1_000 })) {
      for (const { _id: key = '', _source: source = {} } of hits) {
        const { vendor, tenant } = source
        if (!isVendor(vendor)) continue
        const ids = entityTypes[name].keys.map((member) => String(source[member] ?? ''))
        store.restore({ name, id: { key, vendor, tenant: String(tenant), ids }, state: source })
      }
    }
  }
  return store
}
