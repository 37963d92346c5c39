// From dashboards to what Kibana imports. Whatever follows from a dashboard is derived here and stands nowhere else.
import type { Artifact } from '../../mappings/kernel/artifact.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import { commonCatalogue, type FieldCatalogue } from '../../rules/lib/query/catalogue.ts'
import type { Dashboard } from './dashboard.ts'
import { dashboardObject } from './kibana/dashboard-object.ts'
import { dataView, type SavedObject, tag, toLine } from './kibana/saved-object.ts'

/** The objects of a dashboard, those it needs first: together they import alone. */
export function emitDashboard(dashboard: Dashboard, catalogue: FieldCatalogue = commonCatalogue): SavedObject[] {
  return [dataView(), tag(), dashboardObject(dashboard, catalogue)]
}

/** One file a dashboard: `dashboards/generated/<id>.ndjson`. */
export function renderDashboards(
  dashboards: readonly Content<Dashboard>[],
  catalogue: FieldCatalogue = commonCatalogue,
): Artifact[] {
  return dashboards.map(({ value }) => ({
    path: `dashboards/generated/${value.id}.ndjson`,
    text: emitDashboard(value, catalogue).map(toLine).join(''),
  }))
}

/** All dashboards by id, with the objects they share once. */
export function emitPack(dashboards: readonly Dashboard[], catalogue: FieldCatalogue = commonCatalogue): SavedObject[] {
  const sorted = [...dashboards].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return [dataView(), tag(), ...sorted.map((each) => dashboardObject(each, catalogue))]
}

/** The pack as Kibana imports it: one object a line. */
export function renderPack(dashboards: readonly Dashboard[], catalogue: FieldCatalogue = commonCatalogue): string {
  return emitPack(dashboards, catalogue).map(toLine).join('')
}
