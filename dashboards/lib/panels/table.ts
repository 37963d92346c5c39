// A table: one row for each combination of values, with metrics beside them.
import { columnId, type Metric, type Terms } from '../layer.ts'
import type { DataPanelBase, LensView } from './panel.ts'

type Labelled<T> = T & { readonly label: string }

export interface TablePanel extends DataPanelBase {
  readonly kind: 'table'
  /** From the outside in: `size` of an inner one counts within each value of the outer ones. */
  readonly rows: readonly [Labelled<Terms>, ...Labelled<Terms>[]]
  readonly metrics: readonly [Labelled<Metric>, ...Labelled<Metric>[]]
  /** Place of the metric that the table is sorted by, in the direction of its outermost rows; in their order when absent. */
  readonly sortBy?: number
  /** Rows on a page: 20 when absent. */
  readonly pageSize?: 10 | 20 | 30 | 50 | 100
}

export function tableView(panel: TablePanel): LensView {
  const buckets = panel.rows.map((row, i) => ({ ...row, kind: 'terms', member: `rows.${i}` }) as const)
  const metrics = panel.metrics.map((metric, i) => ({ ...metric, member: `metrics.${i}` }))
  const direction = panel.rows[0].lowestFirst === true ? 'asc' : 'desc'
  const sorted = panel.sortBy === undefined ? undefined : { member: `metrics.${panel.sortBy}` }
  return {
    visualizationType: 'lnsDatatable',
    layer: { buckets, metrics },
    visualization: (layerId) => ({
      layerId,
      layerType: 'data',
      columns: [...buckets, ...metrics].map((column) => ({ columnId: columnId(column), isTransposed: false })),
      ...(sorted === undefined ? {} : { sorting: { columnId: columnId(sorted), direction } }),
      paging: { size: panel.pageSize ?? 20, enabled: true },
    }),
  }
}
