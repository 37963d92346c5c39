// Documents in indices, in the form that panels query.
import type { DataViewName } from '../../../dashboards/lib/data-views.ts'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import type { InMemoryStore } from '../../../pipeline/entity-store/in-memory-store.ts'

export interface StoredDocument {
  /** The data view of the document; `events` when absent. */
  readonly view?: DataViewName
  /** The dataset; for a document that is not an event, the kind of index. */
  readonly dataset: string
  readonly id: string
  readonly source: JsonObject
}

export const appsIn = (store: InMemoryStore): StoredDocument[] =>
  [...store.snapshot()]
    .filter(({ name }) => name === 'apps')
    .map(({ id: { key, vendor, tenant, ids }, state }) => ({
      view: 'apps',
      dataset: 'apps',
      id: key,
      source: { ...state, vendor, tenant, app: ids[0] as string },
    }))
