// A table: one row for each combination of values, with metrics.
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import type { ColorsOf } from '../colors.ts'
import { type Bucket, columnId, type Metric, type Terms } from '../layer.ts'
import type { DataPanelBase, LensView } from './panel.ts'

type Labeled<T> = T & { readonly label: string }
/** `hidden`: orders the rows and is no column. */
type TableMetric = Labeled<Metric> & { readonly hidden?: true }

/** A row for the id of an application brings a column with its last known name. */
export interface TablePanel extends DataPanelBase {
  readonly kind: 'table'
  /** One or two, from the outside in: `size` of the inner one counts within each value of the outer one. */
  readonly rows: readonly [Labeled<Terms>] | readonly [Labeled<Terms>, Labeled<Terms>]
  readonly metrics: readonly [TableMetric, ...TableMetric[]]
  /** Index of the metric that sorts the table, in the direction of its outermost rows. Their `orderBy` when absent. */
  readonly sortBy?: number
}

/** The id of an application is one, and always there; its name is neither. */
const applicationId = 'service.id'

export function tableView(panel: TablePanel): LensView {
  const names = nameColumns(panel)
  const own = panel.metrics.map(({ hidden: _, ...metric }, i) => ({ ...metric, member: `metrics.${i}` }))
  const metrics = [...names, ...own]
  const hidden = new Set(own.filter((_, i) => panel.metrics[i]?.hidden === true).map(columnId))
  const buckets = panel.rows.map(({ orderBy = 0, ...row }, i) => {
    const place = orderBy === 'value' ? orderBy : orderBy + names.length
    return { ...row, orderBy: place, kind: 'terms', member: `rows.${i}` } as const
  })
  const { orderBy = 0, lowestFirst } = panel.rows[0]
  const sortBy = panel.sortBy ?? orderBy
  const sorting = {
    columnId: columnId({ member: `metrics.${sortBy}` }),
    direction: 'desc',
  }
  return {
    visualizationType: 'lnsDatatable',
    layer: { buckets, metrics },
    visualization: (layerId, colorsOf) => ({
      layerId,
      layerType: 'data',
      columns: [...buckets, ...metrics].map((column) => ({
        columnId: columnId(column),
        isTransposed: false,
        ...(hidden.has(columnId(column)) ? { hidden: true } : {}),
        ...cellColors(column, colorsOf),
      })),
      // Lens sorts rows without a value last; Elasticsearch sorts them first where the lowest values come first.
      ...(sortBy === 'value' || lowestFirst === true ? {} : { sorting }),
      paging: { size: 10, enabled: true },
    }),
  }
}

/** Values that mean something have the color of their meaning. */
function cellColors(column: Bucket | Metric, colorsOf: ColorsOf): JsonObject {
  if (!('field' in column) || ('of' in column && column.of !== 'last_value')) return {}
  const colors = colorsOf(column.field)
  return colors.colorMapping === undefined ? {} : { colorMode: 'cell', ...colors }
}

/** Next to application IDs: the last known name of each. The entity store has no time to sort by. */
function nameColumns({ rows, view }: TablePanel): (Metric & { readonly member: string })[] {
  if (view === 'apps' || rows.every(({ field }) => field !== applicationId)) return []
  return [{ of: 'last_value', field: 'service.name', label: 'Last known name', member: 'name' }]
}
