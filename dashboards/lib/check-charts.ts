// Checks that Lens chart parts fit. Kibana imports a chart that refers to a missing column, then shows an error.
import { words } from '../../mappings/fields/field.ts'
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { without } from '../../mappings/kernel/without.ts'
import type { LensAttributes, LensLayer } from './kibana/lens.ts'

export function chartProblems({ state }: Pick<LensAttributes, 'state'>): string[] {
  const { layers } = state.datasourceStates.formBased
  const drawn = drawnLayers(state.visualization)
  const drawnIds = drawn.map(({ layerId }) => layerId)
  return [
    ...without(Object.keys(layers), drawnIds).map((id) => `the chart does not draw layer ${id}`),
    ...without(drawnIds, Object.keys(layers)).map((id) => `the chart draws layer ${id}, which does not exist`),
    ...Object.entries(layers).flatMap(([id, layer]) => [
      ...layerProblems(layer),
      ...drawn.filter(({ layerId }) => layerId === id).flatMap(({ columns }) => accessorProblems(layer, columns)),
    ]),
  ]
}

function layerProblems({ columnOrder, columns }: LensLayer): string[] {
  const ids = Object.keys(columns)
  const bucketed = columnOrder.map((id) => columns[id]?.isBucketed === true)
  return [
    ...without(ids, columnOrder).map((id) => `column ${id} is missing from columnOrder`),
    ...without(columnOrder, ids).map((id) => `columnOrder names ${id}, which is not a column`),
    ...(bucketed.lastIndexOf(true) > bucketed.indexOf(false) && bucketed.includes(false)
      ? ['columnOrder has a metric before a bucket']
      : []),
    ...ids.flatMap((id) => {
      const orderBy = columns[id]?.params?.orderBy
      const by = isObject(orderBy) && typeof orderBy.columnId === 'string' ? orderBy.columnId : undefined
      if (by === undefined) return []
      const metric = columns[by]
      if (metric?.isBucketed !== false) return [`column ${id} is ordered by ${by}, which is no metric of its layer`]
      return metric.operationType === 'last_value'
        ? [`column ${id} is ordered by ${by}, a last value: Lens cannot rank by it`]
        : []
    }),
  ]
}

function accessorProblems({ columns }: LensLayer, drawn: readonly string[]): string[] {
  const ids = Object.keys(columns)
  return [
    ...without(drawn, ids).map((id) => `the chart draws column ${id}, which does not exist`),
    ...without(ids, drawn).map((id) => `the chart does not draw column ${id}`),
  ]
}

interface Drawn {
  readonly layerId: string
  readonly columns: readonly string[]
}

const accessorMembers = words(
  'metricAccessor xAccessor accessors yAccessor valueAccessor splitAccessor primaryGroups metrics columns',
)

/** Returns the layers of a visualization: its `layers`, or the visualization itself if it has only one layer. */
function drawnLayers(visualization: JsonObject): Drawn[] {
  const { layers } = visualization
  const own = Array.isArray(layers) ? layers.filter(isObject) : [visualization]
  return own.map((layer) => ({
    layerId: String(layer.layerId),
    columns: [...accessorMembers.flatMap((member) => columnIds(layer[member])), ...sortedBy(layer.sorting)],
  }))
}

function columnIds(value: Json | undefined): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(columnIds)
  return isObject(value) ? columnIds(value.columnId) : []
}

function sortedBy(sorting: Json | undefined): string[] {
  return isObject(sorting) ? columnIds(sorting.columnId) : []
}
