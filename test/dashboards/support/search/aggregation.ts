// The aggregation that Lens sends for a panel. Two things it adds on its own are left out: a larger `shard_size`, and the
// second request that fills the row "Other".
import { withExistence } from '../../../../dashboards/lib/kibana/lens.ts'
import { type Bucket, columnId, type Layer } from '../../../../dashboards/lib/layer.ts'
import { type LensPanel, lensView } from '../../../../dashboards/lib/panels/kinds.ts'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { commonCatalog, type FieldCatalog } from '../../../../rules/lib/query/catalog.ts'
import { typedQuery } from '../../../support/query-dsl.ts'
import { autoInterval } from './interval.ts'

/** A time range; both ends are ISO 8601. */
export interface TimeRange {
  readonly from: string
  readonly to: string
}

/** The key that Lens uses for missing values. */
const missingKey = '__missing__'

type LayerMetric = Layer['metrics'][number]

/** Returns the member `aggs` of the search; empty if the panel needs only the number of hits. */
export function toAggregation(panel: LensPanel, time: TimeRange, catalog: FieldCatalog = commonCatalog): JsonObject {
  const { layer } = lensView(panel)
  return nest(layer.buckets, layer, time, catalog)
}

function nest([outer, ...inner]: readonly Bucket[], layer: Layer, time: TimeRange, catalog: FieldCatalog): JsonObject {
  if (outer === undefined)
    return Object.assign({}, ...layer.metrics.map((metric) => metricAggregation(metric, catalog)))
  const orderedBy = orderMetric(outer, layer)
  // A metric that orders the values must be at the level of the values, not only at the innermost level.
  const order = orderedBy === undefined ? {} : metricAggregation(orderedBy, catalog)
  const aggs = { ...order, ...nest(inner, layer, time, catalog) }
  return { [columnId(outer)]: { ...bucketAggregation(outer, orderedBy, time), aggs } }
}

function orderMetric(bucket: Bucket, { metrics }: Layer): LayerMetric | undefined {
  if (bucket.kind !== 'terms' || bucket.orderBy === 'value') return undefined
  return metrics[bucket.orderBy ?? 0]
}

function bucketAggregation(bucket: Bucket, orderedBy: LayerMetric | undefined, time: TimeRange): JsonObject {
  if (bucket.kind === 'date_histogram') {
    const [min, max] = [Date.parse(time.from), Date.parse(time.to)]
    return {
      date_histogram: {
        field: bucket.field,
        ...autoInterval(max - min),
        time_zone: 'UTC',
        min_doc_count: 0,
        extended_bounds: { min, max },
      },
    }
  }
  const direction = bucket.lowestFirst === true ? 'asc' : 'desc'
  const order = orderedBy === undefined ? { _key: 'asc' } : { [orderPath(orderedBy)]: direction }
  const missing = bucket.missing === true ? { missing: missingKey } : {}
  return { terms: { field: bucket.field, size: bucket.size, order, ...missing } }
}

function orderPath(metric: LayerMetric): string {
  const id = columnId(metric)
  const filtered = metric.filter !== undefined
  if (metric.of === 'count') return filtered ? id : '_count'
  return filtered ? `${id}>${id}` : id
}

function metricAggregation(metric: LayerMetric, catalog: FieldCatalog): JsonObject {
  const id = columnId(metric)
  if (metric.of === 'count')
    return metric.filter === undefined ? {} : { [id]: { filter: typedQuery(metric.filter, catalog) } }
  const last = metric.of === 'last_value'
  const filter = last ? withExistence(metric.field, metric.filter) : metric.filter
  const value = { [id]: metricValue(metric) }
  return filter === undefined ? value : { [id]: { filter: typedQuery(filter, catalog), aggs: value } }
}

function metricValue(metric: Exclude<LayerMetric, { of: 'count' }>): JsonObject {
  const { field } = metric
  switch (metric.of) {
    case 'unique_count':
      return { cardinality: { field } }
    case 'sum':
      return { sum: { field } }
    case 'min':
      return { min: { field } }
    case 'max':
      return { max: { field } }
    case 'last_value':
      return {
        top_hits: {
          size: 1,
          sort: [{ '@timestamp': { order: 'desc' } }],
          docvalue_fields: [{ field }],
          _source: field,
        },
      }
  }
}
