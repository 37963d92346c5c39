// The lines of an import file, and the objects that dashboards share.
import { canonicalJson, type JsonObject } from '../../../mappings/kernel/json.ts'
import { alertsIndex } from '../../../rules/lib/datasets.ts'
import { type DataViewName, dataViews, fieldFormatMap, runtimeFieldMap } from '../data-views.ts'
import { tagId } from './ids.ts'
import type { Reference } from './references.ts'

/**
 * The lowest model version with the features that we use: a newer Kibana migrates upward, an older one refuses a newer
 * annotation, and without an annotation, Kibana runs every migration since the first version.
 */
export const typeVersions = { dashboard: '10.2.0', 'index-pattern': '8.0.0', search: '10.1.0', tag: '8.0.0' } as const

/** The model version of a dashboard with sections. */
export const sectionedVersion = '10.3.0'

export type SavedObject = {
  type: keyof typeof typeVersions
  id: string
  attributes: JsonObject
  references: Reference[]
  coreMigrationVersion: '8.8.0'
  typeMigrationVersion: string
  /** Managed objects are read-only in Kibana. Users may change our objects. */
  managed: false
}

export function savedObject(
  type: SavedObject['type'],
  id: string,
  attributes: JsonObject,
  references: Reference[] = [],
  typeMigrationVersion: string = typeVersions[type],
): SavedObject {
  return {
    type,
    id,
    attributes,
    references,
    coreMigrationVersion: '8.8.0',
    typeMigrationVersion,
    managed: false,
  }
}

/** Without a space, the data view of alerts shows the alerts of all spaces. */
export function dataView(name: DataViewName, space?: string): SavedObject {
  const view = dataViews[name]
  return savedObject('index-pattern', view.id, {
    title: name === 'alerts' ? alertsIndex(space) : view.title,
    name: view.name,
    ...(view.timed ? { timeFieldName: '@timestamp' } : {}),
    sourceFilters: '[]',
    fieldFormatMap: canonicalJson(fieldFormatMap(name)),
    runtimeFieldMap: canonicalJson(runtimeFieldMap(view)),
    fieldAttrs: '{}',
  })
}

export function tag(): SavedObject {
  return savedObject('tag', tagId, {
    name: 'Consentry',
    description: 'OAuth application abuse in Microsoft 365 and Google Workspace',
    color: '#0B64DD',
  })
}

/** Returns one line with sorted members, so that equal objects give equal bytes. */
export function toLine(object: SavedObject): string {
  return `${canonicalJson(object)}\n`
}
