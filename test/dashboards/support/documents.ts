// A document in an index, as panels see it.
import type { DataViewName } from '../../../dashboards/lib/data-views.ts'
import type { JsonObject } from '../../../mappings/kernel/json.ts'

export interface StoredDocument {
  /** What it is seen through: `events` when absent. */
  readonly view?: DataViewName
  /** The dataset; for what is no event, the kind of index. */
  readonly dataset: string
  readonly id: string
  readonly source: JsonObject
}
