// The lines of an import file, and the two objects that all dashboards share.
import { canonicalJson, type JsonObject } from '../../../mappings/kernel/json.ts'
import { dataViewTitle } from '../datasets.ts'
import { dataViewId, tagId } from './ids.ts'
import type { Reference } from './references.ts'

/**
 * The lowest model version whose features we use: a newer Kibana migrates upward, an older one refuses a newer stamp,
 * and one that finds no stamp runs every migration there ever was.
 */
export const typeVersions = { dashboard: '10.2.0', 'index-pattern': '8.0.0', tag: '8.0.0' } as const

export type SavedObject = {
  type: keyof typeof typeVersions
  id: string
  attributes: JsonObject
  references: Reference[]
  coreMigrationVersion: '8.8.0'
  typeMigrationVersion: string
  /** Managed objects are read-only in Kibana; ours are the user's to change. */
  managed: false
}

export function savedObject(
  type: SavedObject['type'],
  id: string,
  attributes: JsonObject,
  references: Reference[] = [],
): SavedObject {
  return {
    type,
    id,
    attributes,
    references,
    coreMigrationVersion: '8.8.0',
    typeMigrationVersion: typeVersions[type],
    managed: false,
  }
}

/** The data view of all panels. */
export function dataView(): SavedObject {
  return savedObject('index-pattern', dataViewId, {
    title: dataViewTitle,
    name: 'Consentry events',
    timeFieldName: '@timestamp',
    sourceFilters: '[]',
    fieldFormatMap: '{}',
    runtimeFieldMap: '{}',
    fieldAttrs: '{}',
  })
}

/** The tag of all dashboards. */
export function tag(): SavedObject {
  return savedObject('tag', tagId, {
    name: 'Consentry',
    description: 'OAuth application abuse in Microsoft 365 and Google Workspace',
    color: '#0B64DD',
  })
}

/** One line: members sorted, so that the same object is the same bytes. */
export function toLine(object: SavedObject): string {
  return `${canonicalJson(object)}\n`
}
