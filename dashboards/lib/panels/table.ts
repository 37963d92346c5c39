// A table: one row for each combination of values, with metrics.
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import type { ColorsOf } from '../colors.ts'
import { type Bucket, columnId, type Metric, type Terms } from '../layer.ts'
import type { DataPanelBase, LensView } from './panel.ts'

type Labeled<T> = T & { readonly label: string }
/** `hidden`: the metric sorts the rows and has no column. */
type TableMetric = Labeled<Metric> & { readonly hidden?: true }

/** A table of application IDs also has a column with the last known name of each application. */
export interface TablePanel extends DataPanelBase {
  readonly kind: 'table'
  /** One or two levels, from the outside in. The inner `size` applies within each value of the outer level. */
  readonly rows: readonly [Labeled<Terms>] | readonly [Labeled<Terms>, Labeled<Terms>]
  readonly metrics: readonly [TableMetric, ...TableMetric[]]
  /** Index of the metric that sorts the table, in the direction of the outermost rows. Default: their `orderBy`. */
  readonly sortBy?: number
}

/** An application has one ID, which is always present. Its name can vary or be missing. */
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
  const sorting = { columnId: columnId({ member: `metrics.${sortBy}` }), direction: 'desc' }
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

function cellColors(column: Bucket | Metric, colorsOf: ColorsOf): JsonObject {
  if (!('field' in column) || ('of' in column && column.of !== 'last_value')) return {}
  const colors = colorsOf(column.field)
  return colors.colorMapping === undefined ? {} : { colorMode: 'cell', ...colors }
}

/** Returns the column with the last known name of each application. The entity store has no time field for sorting. */
function nameColumns({ rows, view }: TablePanel): (Metric & { readonly member: string })[] {
  if (view === 'apps' || rows.every(({ field }) => field !== applicationId)) return []
  return [{ of: 'last_value', field: 'service.name', label: 'Last known name', member: 'name' }]
}
