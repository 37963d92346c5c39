// Decodes the JSON strings in saved objects, so that the schema and the checks can read their contents.
import { canonicalJson, isObject, type Json, type JsonObject, parsedJson } from '../../../mappings/kernel/json.ts'
import { getPath, setPath, splitPath } from '../../../mappings/kernel/path.ts'
import type { GridPlace } from '../layout.ts'
import type { KueryQuery, LensAttributes } from './lens.ts'
import type { Reference } from './references.ts'
import type { SavedObject } from './saved-object.ts'

const jsonMembers: Readonly<Record<SavedObject['type'], readonly string[]>> = {
  dashboard: [
    'optionsJSON',
    'panelsJSON',
    'kibanaSavedObjectMeta.searchSourceJSON',
    'controlGroupInput.panelsJSON',
    'controlGroupInput.ignoreParentSettingsJSON',
  ],
  search: ['kibanaSavedObjectMeta.searchSourceJSON'],
  'index-pattern': ['sourceFilters', 'fieldFormatMap', 'runtimeFieldMap', 'fieldAttrs'],
  tag: [],
}

export interface Undecoded {
  readonly code: 'D001' | 'D009'
  readonly path: string
  readonly message: string
}

/** Returns a copy with JSON in place of the JSON strings, and the decoding problems. */
export function decodeObject(object: SavedObject): { decoded: JsonObject; problems: Undecoded[] } {
  const problems: Undecoded[] = []
  const decoded = structuredClone(object) as JsonObject
  for (const member of jsonMembers[object.type] ?? []) {
    const path = `attributes.${member}`
    const segments = splitPath(path)
    const text = getPath(decoded, segments)
    if (text === undefined) continue
    const value = typeof text === 'string' ? (parsedJson(text) as Json | undefined) : undefined
    if (value === undefined) problems.push({ code: 'D001', path, message: 'must be a string that holds JSON' })
    else {
      if (canonicalJson(value) !== text) problems.push(notCanonical(path))
      setPath(decoded, segments, value)
    }
  }
  return { decoded, problems }
}

/** Reads a line of the import file. Reports a problem if the object does not serialize to the same bytes. */
export function readLine(line: string): { object: JsonObject | undefined; problems: Undecoded[] } {
  const value = parsedJson(line)
  if (!isObject(value))
    return { object: undefined, problems: [{ code: 'D001', path: '', message: 'is not a JSON object' }] }
  return { object: value, problems: `${canonicalJson(value)}\n` === line ? [] : [notCanonical('')] }
}

function notCanonical(path: string): Undecoded {
  return { code: 'D009', path, message: 'is not written as it would be written again: members are to be sorted' }
}

/** A dashboard object and a Discover session, decoded and valid against the schema. */
type Placed = { panelIndex: string; gridData: GridPlace & { i: string; sectionId?: string }; title: string }
export type DecodedPanel = Placed &
  (
    | {
        type: 'lens'
        embeddableConfig: {
          attributes: LensAttributes
          enhancements: { dynamicActions?: { events: { eventId: string }[] } }
        }
      }
    | { type: 'links'; embeddableConfig: { attributes: { links: { id: string; destinationRefName: string }[] } } }
    | { type: 'search'; panelRefName: string }
    | { type: 'visualization' }
  )

export type DecodedDashboard = {
  type: 'dashboard'
  id: string
  references: Reference[]
  attributes: {
    kibanaSavedObjectMeta: { searchSourceJSON: { query: KueryQuery } }
    panelsJSON: DecodedPanel[]
    sections?: { title: string; gridData: { y: number; i: string } }[]
    controlGroupInput: { panelsJSON: Record<string, { explicitInput: { dataViewId: string; id: string } }> }
  }
}

export type DecodedSearch = {
  type: 'search'
  references: Reference[]
  attributes: {
    title: string
    kibanaSavedObjectMeta: { searchSourceJSON: { query: KueryQuery; indexRefName: string } }
  }
}
