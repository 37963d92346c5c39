// How Kibana names references: the one place that knows. A wrong name imports without a word and fails in the browser.
import { dataViewId, tagId } from './ids.ts'

export type Reference = { type: 'index-pattern' | 'dashboard' | 'tag'; id: string; name: string }

export const layerReference = (layerId: string): string => `indexpattern-datasource-layer-${layerId}`
export const controlReference = (controlId: string): string => `controlGroup_${controlId}:optionsListDataView`
export const filterReference = (place: number): string =>
  `kibanaSavedObjectMeta.searchSourceJSON.filter[${place}].meta.index`
export const linkReference = (linkId: string): string => `link_${linkId}_dashboard`
export const tagReference = (id: string): string => `tag-ref-${id}`

/** A reference to our data view. */
export function toDataView(name: string): Reference {
  return { type: 'index-pattern', id: dataViewId, name }
}

/** A reference to our tag. */
export function toTag(): Reference {
  return { type: 'tag', id: tagId, name: tagReference(tagId) }
}

/** The dashboard repeats the references of its panels under names that begin with the panel. */
export function ofPanel(panelIndex: string, reference: Reference): Reference {
  return { ...reference, name: `${panelIndex}:${reference.name}` }
}
