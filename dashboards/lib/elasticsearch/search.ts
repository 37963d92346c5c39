// The whole search of a panel: the time range, the pills of its dashboard, its own filter, its aggregation.
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { commonCatalogue, type FieldCatalogue } from '../../../rules/lib/query/catalogue.ts'
import type { Dashboard } from '../dashboard.ts'
import { pillClauses } from '../kibana/filters.ts'
import type { DataPanel } from '../panels/kinds.ts'
import { type TimeRange, toAggregation } from './aggregation.ts'
import { toQuery } from './query.ts'

export function toSearch(
  dashboard: Pick<Dashboard, 'datasets' | 'echoes'>,
  panel: DataPanel,
  time: TimeRange,
  catalogue: FieldCatalogue = commonCatalogue,
): JsonObject {
  const range = { range: { '@timestamp': { format: 'strict_date_optional_time', gte: time.from, lte: time.to } } }
  const own = panel.filter === undefined ? [] : [toQuery(panel.filter, catalogue)]
  return {
    size: 0,
    track_total_hits: true,
    query: { bool: { filter: [range, ...pillClauses(dashboard), ...own] } },
    aggs: toAggregation(panel, time, catalogue),
  }
}
