// The scope of a panel, which precedes the filter of the panel. A dashboard has no filter pills of its own: a link that
// carries filters replaces the pills of the target dashboard with those of the source dashboard.
import type { Dashboard } from './dashboard.ts'
import { type DataViewName, datasetField, dataViews } from './data-views.ts'
import type { Kql } from './layer.ts'

/** A panel that shows the results of a query. */
export interface Narrowed {
  readonly filter?: Kql
  readonly view?: DataViewName
}

/** The members of a dashboard that narrow its panels. */
export type Scope = Pick<Dashboard, 'datasets' | 'duplicates'>

/** The whole query of a panel. */
export function panelQuery(dashboard: Scope, { filter, view = 'events' }: Narrowed): Kql {
  const scope = view === 'events' ? eventScope(dashboard) : dataViews[view].scope
  if (scope === undefined) return filter ?? ''
  return filter === undefined ? scope : `${scope} and (${filter})`
}

function eventScope({ datasets, duplicates }: Scope): Kql {
  return duplicates === 'shown' ? datasetScope(datasets) : `${datasetScope(datasets)} and not oauth.act.duplicate: true`
}

function datasetScope(datasets: Dashboard['datasets']): Kql {
  if (datasets === undefined) return `${datasetField}: *`
  return `${datasetField}: (${datasets.map((name) => `"${name}"`).join(' or ')})`
}
