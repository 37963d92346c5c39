// A layer in the format of Lens: columns by ID, buckets before metrics.
import type { FieldType } from '../../../mappings/fields/field.ts'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { type FieldCatalog, resolveField } from '../../../rules/lib/query/catalog.ts'
import { colorMapping } from '../colors.ts'
import type { DataViewName } from '../data-views.ts'
import { type Bucket, columnId, type Layer, type Metric } from '../layer.ts'
import type { LensView } from '../panels/panel.ts'
import { layerReference, type Reference, toDataView } from './references.ts'

export type KueryQuery = { language: 'kuery'; query: string }
type DataType = 'string' | 'number' | 'date' | 'boolean' | 'ip'
type LensColumn = {
  label: string
  customLabel: true
  dataType: DataType
  isBucketed: boolean
  operationType: Bucket['kind'] | Metric['of']
  scale: 'interval' | 'ordinal' | 'ratio'
  sourceField: string
  params?: JsonObject
  filter?: KueryQuery
}
export type LensLayer = { columnOrder: string[]; columns: Record<string, LensColumn>; incompleteColumns: JsonObject }

export type LensAttributes = {
  title: string
  description: string
  type: 'lens'
  visualizationType: LensView['visualizationType']
  references: Reference[]
  state: {
    datasourceStates: {
      formBased: { layers: Record<string, LensLayer> }
      // Without the two empty members, Lens has failed on imports.
      indexpattern: { layers: JsonObject }
      textBased: { layers: JsonObject }
    }
    visualization: JsonObject
    query: KueryQuery
    filters: JsonObject[]
    internalReferences: JsonObject[]
    adHocDataViews: JsonObject
  }
}

/** The Lens name for the count of all documents. */
const recordsField = '___records___'

/** Each panel has one layer, so all panels can use the same layer ID. */
const layerId = 'layer_0'

export const kuery = (query: string): KueryQuery => ({ language: 'kuery', query })

/**
 * Returns the chart of a panel. `query` is the complete query, and `catalog` contains the fields of the data view.
 * There is no `version` member: every Kibana version then treats the chart as the oldest format and migrates it.
 */
export function lensAttributes(
  panel: {
    readonly title: string
    readonly description: string
    readonly view?: DataViewName
    readonly query: string
  },
  view: LensView,
  catalog: FieldCatalog,
): LensAttributes {
  return {
    title: panel.title,
    description: panel.description,
    type: 'lens',
    visualizationType: view.visualizationType,
    references: [toDataView(layerReference(layerId), panel.view)],
    state: {
      datasourceStates: {
        formBased: { layers: { [layerId]: lensLayer(view, catalog) } },
        indexpattern: { layers: {} },
        textBased: { layers: {} },
      },
      visualization: view.visualization(layerId, (field) => colorMapping(field, catalog)),
      query: kuery(panel.query),
      filters: [],
      internalReferences: [],
      adHocDataViews: {},
    },
  }
}

function lensLayer({ layer, titleInside }: LensView, catalog: FieldCatalog): LensLayer {
  const buckets = layer.buckets.map((bucket) => [columnId(bucket), bucketColumn(bucket, layer, catalog)] as const)
  const metrics = layer.metrics.map(
    // A single number shows 0 if there is no data. A chart leaves a gap.
    (metric) => [columnId(metric), metricColumn(metric, catalog, titleInside !== true)] as const,
  )
  const columns = [...buckets, ...metrics]
  return { columnOrder: columns.map(([id]) => id), columns: Object.fromEntries(columns), incompleteColumns: {} }
}

function bucketColumn(bucket: Bucket, layer: Layer, catalog: FieldCatalog): LensColumn {
  const common = { customLabel: true, isBucketed: true, operationType: bucket.kind, sourceField: bucket.field } as const
  if (bucket.kind === 'date_histogram') {
    const params = { interval: 'auto', includeEmptyRows: true, dropPartials: false }
    return { ...common, label: bucket.field, dataType: 'date', scale: 'interval', params }
  }
  const order = bucket.orderBy ?? 0
  const metric = order === 'value' ? undefined : layer.metrics[order]
  // A missing metric keeps its number in the ID, so that the check can report it.
  const orderedBy = metric === undefined ? `metrics_${order}` : columnId(metric)
  return {
    ...common,
    label: bucket.label ?? `Top ${bucket.size} values of ${bucket.field}`,
    dataType: dataTypeOf(bucket.field, catalog),
    scale: 'ordinal',
    params: {
      size: bucket.size,
      orderBy: order === 'value' ? { type: 'alphabetical', fallback: false } : { type: 'column', columnId: orderedBy },
      orderDirection: order === 'value' || bucket.lowestFirst === true ? 'asc' : 'desc',
      otherBucket: bucket.missing === true,
      missingBucket: bucket.missing === true,
      parentFormat: { id: 'terms' },
      include: [],
      exclude: [],
      includeIsRegex: false,
      excludeIsRegex: false,
    },
  }
}

function metricColumn(metric: Metric, catalog: FieldCatalog, emptyAsNull: boolean): LensColumn {
  const filter = metric.filter === undefined ? {} : { filter: kuery(metric.filter) }
  const common = { customLabel: true, isBucketed: false, operationType: metric.of, scale: 'ratio', ...filter } as const
  const label = metric.label ?? defaultLabel(metric)
  switch (metric.of) {
    case 'count':
      return { ...common, label, dataType: 'number', sourceField: recordsField, params: { emptyAsNull } }
    case 'unique_count':
    case 'sum':
      return { ...common, label, dataType: 'number', sourceField: metric.field, params: { emptyAsNull } }
    case 'min':
    case 'max':
      return { ...common, label, dataType: dataTypeOf(metric.field, catalog), sourceField: metric.field }
    case 'last_value': {
      const dataType = dataTypeOf(metric.field, catalog)
      return {
        ...common,
        label,
        dataType,
        scale: dataType === 'number' ? 'ratio' : 'ordinal',
        sourceField: metric.field,
        // A hit, not an Elasticsearch metric. Lens shows all values of a document, and cannot sort by this metric.
        params: { sortField: '@timestamp', showArrayValues: true },
        // Lens asks for the last document that has the field.
        filter: kuery(withExistence(metric.field, metric.filter)),
      }
    }
  }
}

/** A filter that also demands the field. */
export function withExistence(field: string, filter: string | undefined): string {
  return filter === undefined ? `${field}: *` : `${field}: * and (${filter})`
}

function defaultLabel(metric: Metric): string {
  if (metric.of === 'count') return 'Count'
  const words = { unique_count: 'Distinct', sum: 'Sum of', min: 'Lowest', max: 'Highest', last_value: 'Last' } as const
  return `${words[metric.of]} ${metric.field}`
}

const dataTypes: Readonly<Partial<Record<FieldType, DataType>>> = {
  date: 'date',
  ip: 'ip',
  boolean: 'boolean',
  long: 'number',
  double: 'number',
}

function dataTypeOf(field: string, catalog: FieldCatalog): DataType {
  const resolved = resolveField(field, catalog)
  return (resolved.kind === 'field' ? dataTypes[resolved.field.type] : undefined) ?? 'string'
}
