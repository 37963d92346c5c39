// The complete search of a panel: time range, query, and its aggregation or columns.
import { dataViews, runtimeFieldMap, viewCatalog } from '../../../../dashboards/lib/data-views.ts'
import type { DataPanel } from '../../../../dashboards/lib/panels/kinds.ts'
import { panelQuery, type Scope } from '../../../../dashboards/lib/scope.ts'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { commonCatalog } from '../../../../rules/lib/query/catalog.ts'
import { typedQuery } from '../../../support/query-dsl.ts'
import { type TimeRange, toAggregation } from './aggregation.ts'

/** Discover's setting `discover:sampleSize`. */
const mostRows = 500

export function toSearch(dashboard: Scope, panel: DataPanel, time: TimeRange): JsonObject {
  const name = panel.view ?? 'events'
  const view = dataViews[name]
  const catalog = viewCatalog(name, commonCatalog)
  const range = { range: { '@timestamp': { format: 'strict_date_optional_time', gte: time.from, lte: time.to } } }
  const query = panelQuery(dashboard, panel)
  const clauses = [...(view.timed ? [range] : []), ...(query === '' ? [] : [typedQuery(query, catalog)])]
  return {
    track_total_hits: true,
    query: { bool: { filter: clauses } },
    runtime_mappings: runtimeFieldMap(view),
    ...(panel.kind === 'events'
      ? { size: mostRows, sort: [{ '@timestamp': 'desc' }], fields: ['@timestamp', ...panel.columns], _source: false }
      : { size: 0, aggs: toAggregation(panel, time, catalog) }),
  }
}
