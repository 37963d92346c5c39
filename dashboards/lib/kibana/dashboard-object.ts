// The saved object of a dashboard: panels on the grid, controls, and the references between them.
import { canonicalJson, type JsonObject } from '../../../mappings/kernel/json.ts'
import { never } from '../../../mappings/kernel/never.ts'
import type { FieldCatalog } from '../../../rules/lib/query/catalog.ts'
import type { Control, Dashboard, Row } from '../dashboard.ts'
import { dataViews, viewCatalog } from '../data-views.ts'
import { layerFields } from '../layer.ts'
import { type GridPlace, placePanels } from '../layout.ts'
import { allRows, type Menu, type MenuLink } from '../menu.ts'
import { type LensPanel, lensView, type Panel } from '../panels/kinds.ts'
import { linksConfig } from '../panels/links.ts'
import { markdownConfig } from '../panels/markdown.ts'
import { panelQuery } from '../scope.ts'
import { dashboardId, searchId, stableId } from './ids.ts'
import { kuery, lensAttributes } from './lens.ts'
import {
  controlReference,
  drilldownReference,
  ofPanel,
  type Reference,
  searchReference,
  toDashboard,
  toDataView,
  toTag,
} from './references.ts'
import { type SavedObject, savedObject, sectionedVersion, typeVersions } from './saved-object.ts'

/** `sections`: collapsible, from Kibana 9.1. `flat`: their rows follow the other rows, which works in every version. */
export type DashboardLayout = 'sections' | 'flat'

export interface Surroundings {
  readonly layout: DashboardLayout
  readonly menu: Menu
  readonly catalog: FieldCatalog
}

export function dashboardObject(dashboard: Dashboard, surroundings: Surroundings): SavedObject {
  const rows = allRows(dashboard, surroundings.menu)
  const { sections, placed } =
    surroundings.layout === 'sections' && rows.some(({ section }) => section !== undefined)
      ? inSections(dashboard.id, rows)
      : { placed: place(rows) }
  const panels = placed.map((each) =>
    gridPanel({ dashboard, panelIndex: stableId(dashboard.id, each.panel.id), ...each, ...surroundings }),
  )
  const controls = dashboard.controls.map((control) => ({
    control,
    id: stableId(dashboard.id, 'control', control.field),
  }))
  const { from, to } = dashboard.time ?? { from: 'now-30d', to: 'now' }
  const attributes = {
    title: dashboard.title,
    description: dashboard.description,
    version: 3,
    timeRestore: true,
    timeFrom: from,
    timeTo: to,
    refreshInterval: { pause: true, value: 60_000 },
    optionsJSON: canonicalJson(options),
    kibanaSavedObjectMeta: { searchSourceJSON: canonicalJson({ query: kuery(''), filter: [] }) },
    panelsJSON: canonicalJson(panels.map((panel) => panel.json)),
    controlGroupInput: controlGroup(controls),
    ...(sections === undefined ? {} : { sections }),
  }
  const all = [
    ...panels.flatMap((panel) => panel.references),
    ...controls.map(({ control, id }) => toDataView(controlReference(id), control.view)),
    toTag(),
  ]
  const version = sections === undefined ? typeVersions.dashboard : sectionedVersion
  return savedObject('dashboard', dashboardId(dashboard.id), attributes, all, version)
}

interface PanelPlace {
  readonly panel: Panel
  readonly place: GridPlace & { readonly sectionId?: string }
}

function place(rows: readonly Row[]): PanelPlace[] {
  const places = placePanels(rows)
  return rows.flatMap((row) => [...row.panels]).map((panel, i) => ({ panel, place: places[i] as GridPlace }))
}

/** A section occupies one line of the grid, below the preceding rows; inside a section, line numbers start at 0. */
function inSections(dashboard: string, rows: readonly Row[]) {
  const begins = rows.flatMap(({ section }, i) => (section === undefined ? [] : [i]))
  const before = rows.slice(0, begins[0])
  const top = before.reduce((sum, { height }) => sum + height, 0)
  const sections = begins.map((begin, i) => {
    const { section: title = '', collapsed = false } = rows[begin] as Row
    const gridData = { y: top + i, i: stableId(dashboard, 'section', title) }
    return { made: { title, collapsed, gridData }, rows: rows.slice(begin, begins[i + 1]) }
  })
  const inside = sections.flatMap(({ made, rows: own }) =>
    place(own).map((each) => ({ ...each, place: { ...each.place, sectionId: made.gridData.i } })),
  )
  return { sections: sections.map(({ made }) => made), placed: [...place(before), ...inside] }
}

/** One color for one value across the dashboard, so that an action is found again in every chart. */
const options = { useMargins: true, syncColors: true, syncCursor: true, syncTooltips: false, hidePanelTitles: false }

interface Placed<P> extends Surroundings {
  readonly dashboard: Dashboard
  readonly panel: P
  readonly panelIndex: string
  readonly place: PanelPlace['place']
}

function gridPanel(placed: Placed<Panel>): { json: JsonObject; references: Reference[] } {
  const { panel, panelIndex, place } = placed
  const { type, config, references, refName } = embeddable(placed)
  const gridData = { ...place, i: panelIndex }
  const byReference = refName === undefined ? {} : { panelRefName: refName }
  return {
    json: { type, panelIndex, gridData, title: panel.title, embeddableConfig: config, ...byReference },
    references: references.map((reference) => ofPanel(panelIndex, reference)),
  }
}

interface Embeddable {
  readonly type: string
  readonly config: JsonObject
  readonly references: Reference[]
  /** The name of the reference to the panel, if the panel is a separate object. */
  readonly refName?: string
}

function embeddable(placed: Placed<Panel>): Embeddable {
  const { dashboard, panel, panelIndex, menu } = placed
  switch (panel.kind) {
    case 'markdown':
      return { type: 'visualization', config: markdownConfig(panel), references: [] }
    case 'links':
      return { type: 'links', ...linksConfig(panel, panelIndex, menu) }
    case 'events': {
      const refName = searchReference(panelIndex)
      const reference = { type: 'search', id: searchId(dashboard.id, panel.id), name: refName } as const
      return { type: 'search', config: { enhancements: {} }, references: [reference], refName }
    }
    case 'metric':
    case 'time_bars':
    case 'top_values':
    case 'heatmap':
    case 'table':
      return lensPanel({ ...placed, panel })
    default:
      return never(panel)
  }
}

function lensPanel({ dashboard, panel, panelIndex, menu, catalog }: Placed<LensPanel>): Embeddable {
  const view = lensView(panel)
  const query = panelQuery(dashboard, panel)
  const attributes = lensAttributes({ ...panel, query }, view, viewCatalog(panel.view ?? 'events', catalog))
  const shown = layerFields({ ...view.layer, metrics: [] }).map(({ field }) => field)
  const { enhancements, references } = drilldowns(drilldownTargets(shown, dashboard.id, menu), panelIndex)
  const config = { attributes, enhancements, ...(view.titleInside === true ? { hidePanelTitles: true } : {}) }
  return { type: 'lens', config, references: [...attributes.references, ...references] }
}

function controlGroup(controls: readonly { readonly control: Control; readonly id: string }[]): JsonObject {
  const panels = controls.map(({ control, id }, order) => {
    const explicitInput = {
      id,
      dataViewId: dataViews[control.view ?? 'events'].id,
      fieldName: control.field,
      title: control.title,
      searchTechnique: 'prefix',
      selectedOptions: [],
      sort: { by: '_count', direction: 'desc' },
    }
    return [id, { type: 'optionsListControl', order, width: control.width ?? 'medium', grow: true, explicitInput }]
  })
  // Controls obey the time range, the filters and the search bar like any panel.
  const ignore = { ignoreFilters: false, ignoreQuery: false, ignoreTimerange: false, ignoreValidations: false }
  return {
    chainingSystem: 'HIERARCHICAL',
    controlStyle: 'oneLine',
    showApplySelections: false,
    ignoreParentSettingsJSON: canonicalJson(ignore),
    panelsJSON: canonicalJson(Object.fromEntries(panels) as JsonObject),
  }
}

/** Returns the menu dashboards that open for one of these fields, except the current dashboard. */
export function drilldownTargets(fields: readonly string[], dashboardId: string, menu: Menu): MenuLink[] {
  return menu.filter(({ id, opens }) => id !== dashboardId && opens.some((field) => fields.includes(field)))
}

/** The `enhancements` member of a panel, and the references of its drilldowns. */
function drilldowns(
  targets: readonly MenuLink[],
  panelIndex: string,
): { enhancements: JsonObject; references: Reference[] } {
  if (targets.length === 0) return { enhancements: {}, references: [] }
  const events = targets.map(({ id, label }) => ({ id, label, eventId: stableId(panelIndex, 'drilldown', id) }))
  return {
    enhancements: {
      dynamicActions: {
        events: events.map(({ eventId, label }) => ({
          eventId,
          triggers: ['FILTER_TRIGGER'],
          action: {
            factoryId: 'DASHBOARD_TO_DASHBOARD_DRILLDOWN',
            name: `Open: ${label}`,
            config: { openInNewTab: false, useCurrentDateRange: true, useCurrentFilters: true },
          },
        })),
      },
    },
    references: events.map(({ id, eventId }) => toDashboard(drilldownReference(eventId), id)),
  }
}
