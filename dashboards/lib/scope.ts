// The scope of a panel, which precedes the filter of the panel. The scope is not a filter pill of the dashboard: a link
// that carries filters replaces the pills of the target dashboard with those of the source dashboard.
import type { Dashboard } from './dashboard.ts'
import { type DataViewName, datasetField, dataViews } from './data-views.ts'
import type { Kql } from './layer.ts'

/** A panel that shows the results of a query. */
export interface Narrowed {
  readonly filter?: Kql
  readonly view?: DataViewName
}

/** The whole query of a panel, without the pills. */
export function panelQuery({ datasets }: Pick<Dashboard, 'datasets'>, { filter, view = 'events' }: Narrowed): Kql {
  const scope = view === 'events' ? datasetScope(datasets) : dataViews[view].scope
  if (scope === undefined) return filter ?? ''
  return filter === undefined ? scope : `${scope} and (${filter})`
}

function datasetScope(datasets: Dashboard['datasets']): Kql {
  if (datasets === undefined) return `${datasetField}: *`
  return `${datasetField}: (${datasets.map((name) => `"${name}"`).join(' or ')})`
}
