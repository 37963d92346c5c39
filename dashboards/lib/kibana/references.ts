// The Kibana names of references, only here. Kibana silently imports a wrong name, and the panel fails in the browser.
import { type DataViewName, dataViews } from '../data-views.ts'
import { dashboardId, tagId } from './ids.ts'

export type Reference = { type: 'index-pattern' | 'dashboard' | 'search' | 'tag'; id: string; name: string }

export const layerReference = (layerId: string): string => `indexpattern-datasource-layer-${layerId}`
export const controlReference = (controlId: string): string => `controlGroup_${controlId}:optionsListDataView`
export const linkReference = (linkId: string): string => `link_${linkId}_dashboard`
export const drilldownReference = (eventId: string): string =>
  `drilldown:DASHBOARD_TO_DASHBOARD_DRILLDOWN:${eventId}:dashboardId`
export const searchReference = (panelIndex: string): string => `panel_${panelIndex}`
export const searchSourceReference = 'kibanaSavedObjectMeta.searchSourceJSON.index'
export const tagReference = (id: string): string => `tag-ref-${id}`

export function toDataView(name: string, view: DataViewName = 'events'): Reference {
  return { type: 'index-pattern', id: dataViews[view].id, name }
}

export function toDashboard(name: string, id: string): Reference {
  return { type: 'dashboard', id: dashboardId(id), name }
}

export function toTag(): Reference {
  return { type: 'tag', id: tagId, name: tagReference(tagId) }
}

/** The dashboard repeats the references of its panels with the panel ID as a prefix. */
export function ofPanel(panelIndex: string, reference: Reference): Reference {
  return { ...reference, name: `${panelIndex}:${reference.name}` }
}
