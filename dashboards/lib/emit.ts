// Converts dashboards to the objects that Kibana imports. Only this module derives values from a dashboard.
import type { Artifact } from '../../mappings/kernel/artifact.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import { commonCatalog, type FieldCatalog } from '../../rules/lib/query/catalog.ts'
import { type Dashboard, panelsOf } from './dashboard.ts'
import { type DataViewName, dataViews } from './data-views.ts'
import { type DashboardLayout, dashboardObject } from './kibana/dashboard-object.ts'
import { dataView, type SavedObject, tag, toLine } from './kibana/saved-object.ts'
import { searchObject } from './kibana/search-object.ts'
import { menuOf } from './menu.ts'
import { isDataPanel } from './panels/kinds.ts'

export interface EmitOptions {
  readonly catalog?: FieldCatalog
  readonly layout?: DashboardLayout
  /** The Kibana space of the objects. Panels on alerts show only the alerts of this space, or of all spaces if it is absent. */
  readonly space?: string
}

/**
 * Returns the objects of a dashboard, dependencies first. They can be imported without other objects, except the
 * dashboards of `pack` in the menu.
 */
export function emitDashboard(
  dashboard: Dashboard,
  pack: readonly Dashboard[] = [dashboard],
  options: EmitOptions = {},
): SavedObject[] {
  return [...shared([dashboard], options), ...own(dashboard, pack, options)]
}

function shared(dashboards: readonly Dashboard[], { space }: EmitOptions): SavedObject[] {
  const used = new Set(dashboards.flatMap(viewsOf))
  const names = (Object.keys(dataViews) as DataViewName[]).filter((name) => used.has(name))
  return [...names.map((name) => dataView(name, space)), tag()]
}

function viewsOf(dashboard: Dashboard): DataViewName[] {
  const panels = panelsOf(dashboard).filter(isDataPanel)
  return [...panels, ...dashboard.controls].map(({ view = 'events' }) => view)
}

/** A dashboard and the Discover sessions behind its panels. */
function own(
  dashboard: Dashboard,
  pack: readonly Dashboard[],
  { catalog = commonCatalog, layout = 'sections' }: EmitOptions,
): SavedObject[] {
  const sessions = panelsOf(dashboard).flatMap((panel) =>
    panel.kind === 'events' ? [searchObject(dashboard, panel)] : [],
  )
  return [...sessions, dashboardObject(dashboard, { menu: menuOf(pack), catalog, layout })]
}

/** Renders one file for each dashboard: `dashboards/generated/<id>.ndjson`. */
export function renderDashboards(dashboards: readonly Content<Dashboard>[], options: EmitOptions = {}): Artifact[] {
  const pack = dashboards.map(({ value }) => value)
  return pack.map((dashboard) => ({
    path: `dashboards/generated/${dashboard.id}.ndjson`,
    text: emitDashboard(dashboard, pack, options).map(toLine).join(''),
  }))
}

/** Returns all dashboards by ID. Each shared object occurs once. */
export function emitPack(dashboards: readonly Dashboard[], options: EmitOptions = {}): SavedObject[] {
  const sorted = [...dashboards].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return [...shared(sorted, options), ...sorted.flatMap((each) => own(each, sorted, options))]
}

/** Renders the pack in Kibana's import format: one object for each line. */
export function renderPack(dashboards: readonly Dashboard[], options: EmitOptions = {}): string {
  return emitPack(dashboards, options).map(toLine).join('')
}
