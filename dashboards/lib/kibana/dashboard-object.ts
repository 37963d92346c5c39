// The dashboard itself as a saved object: panels on the grid, controls, pills, and the references that hold them together.

import { canonicalJson, type JsonObject } from '../../../mappings/kernel/json.ts'
import { never } from '../../../mappings/kernel/never.ts'
import type { FieldCatalogue } from '../../../rules/lib/query/catalogue.ts'
import { type Control, type Dashboard, panelsOf } from '../dashboard.ts'
import { type GridPlace, placePanels } from '../layout.ts'
import { type DataPanel, lensView, type Panel } from '../panels/kinds.ts'
import { linksConfig } from '../panels/links.ts'
import { markdownConfig } from '../panels/markdown.ts'
import { pills } from './filters.ts'
import { dashboardId, dataViewId, stableId } from './ids.ts'
import { kuery, lensAttributes } from './lens.ts'
import { controlReference, ofPanel, type Reference, toDataView, toTag } from './references.ts'
import { type SavedObject, savedObject } from './saved-object.ts'

export function dashboardObject(dashboard: Dashboard, catalogue: FieldCatalogue): SavedObject {
  const places = placePanels(dashboard.rows)
  const panels = panelsOf(dashboard).map((panel, i) => {
    const panelIndex = stableId(dashboard.id, panel.id)
    return gridPanel({ panel, panelIndex, place: places[i] as GridPlace, catalogue })
  })
  const controls = dashboard.controls.map((control) => ({
    control,
    id: stableId(dashboard.id, 'control', control.field),
  }))
  const { filters, references } = pills(dashboard)
  const attributes = {
    title: dashboard.title,
    description: dashboard.description,
    version: 3,
    timeRestore: true,
    timeFrom: dashboard.time.from,
    timeTo: dashboard.time.to,
    refreshInterval: { pause: true, value: 60_000 },
    optionsJSON: canonicalJson(options),
    kibanaSavedObjectMeta: { searchSourceJSON: canonicalJson({ query: kuery(''), filter: filters }) },
    panelsJSON: canonicalJson(panels.map((panel) => panel.json)),
    controlGroupInput: controlGroup(controls),
  }
  return savedObject('dashboard', dashboardId(dashboard.id), attributes, [
    ...references,
    ...panels.flatMap((panel) => panel.references),
    ...controls.map(({ id }) => toDataView(controlReference(id))),
    toTag(),
  ])
}

/** One colour for one value across the dashboard, so that an action is found again in every chart. */
const options = { useMargins: true, syncColors: true, syncCursor: true, syncTooltips: false, hidePanelTitles: false }

interface Placed<P> {
  readonly panel: P
  readonly panelIndex: string
  readonly place: GridPlace
  readonly catalogue: FieldCatalogue
}

function gridPanel(placed: Placed<Panel>): { json: JsonObject; references: Reference[] } {
  const { panel, panelIndex, place } = placed
  const { type, config, references } = embeddable(placed)
  const gridData = { ...place, i: panelIndex }
  return {
    json: { type, panelIndex, gridData, title: panel.title, embeddableConfig: config },
    references: references.map((reference) => ofPanel(panelIndex, reference)),
  }
}

function embeddable({ panel, panelIndex, catalogue }: Placed<Panel>): {
  type: string
  config: JsonObject
  references: Reference[]
} {
  switch (panel.kind) {
    case 'markdown':
      return { type: 'visualization', config: markdownConfig(panel), references: [] }
    case 'links':
      return { type: 'links', ...linksConfig(panel, panelIndex) }
    case 'metric':
    case 'time_bars':
    case 'top_values':
    case 'table':
      return lensPanel(panel, catalogue)
    default:
      return never(panel)
  }
}

function lensPanel(panel: DataPanel, catalogue: FieldCatalogue) {
  const view = lensView(panel)
  const attributes = lensAttributes(panel, view, catalogue)
  const config = { attributes, enhancements: {}, ...(view.titleInside === true ? { hidePanelTitles: true } : {}) }
  return { type: 'lens', config, references: attributes.references }
}

function controlGroup(controls: readonly { readonly control: Control; readonly id: string }[]): JsonObject {
  const panels = controls.map(({ control, id }, order) => {
    const explicitInput = {
      id,
      dataViewId,
      fieldName: control.field,
      title: control.title,
      searchTechnique: 'prefix',
      selectedOptions: [],
      sort: { by: '_count', direction: 'desc' },
    }
    return [id, { type: 'optionsListControl', order, width: control.width ?? 'medium', grow: true, explicitInput }]
  })
  // Controls obey the time range, the pills and the search bar like any panel.
  const ignore = { ignoreFilters: false, ignoreQuery: false, ignoreTimerange: false, ignoreValidations: false }
  return {
    chainingSystem: 'HIERARCHICAL',
    controlStyle: 'oneLine',
    showApplySelections: false,
    ignoreParentSettingsJSON: canonicalJson(ignore),
    panelsJSON: canonicalJson(Object.fromEntries(panels) as JsonObject),
  }
}
