// Converts a document of our pipeline to the form that Elastic's integration stores and Elasticsearch can search:
// without fields that the integration does not write, and without texts that its index does not contain.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { getPath, setPath, splitPath } from '../../mappings/kernel/path.ts'
import { isWritten, renamedFields } from './elastic-fields.ts'

/** `ignore_above` of keyword fields in the templates that Fleet installs. */
const longestKeyword = 1024

export function elasticDocument<T extends object>(document: T, dataset: string): T {
  const kept = (reduced(document as Json, '', dataset) ?? {}) as JsonObject
  for (const [theirs, own] of renamedFields(dataset)) {
    const value = getPath(document, splitPath(own))
    if (value !== undefined) setPath(kept, splitPath(theirs), value)
  }
  return kept as T
}

function reduced(value: Json, path: string, dataset: string): Json | undefined {
  if (Array.isArray(value)) {
    const members = value.map((member) => reduced(member, path, dataset)).filter((member) => member !== undefined)
    return members.length === 0 ? undefined : members
  }
  if (!isObject(value)) {
    if (!isWritten(dataset, path)) return undefined
    return typeof value === 'string' && value.length > longestKeyword ? undefined : value
  }
  const members: JsonObject = {}
  for (const [name, member] of Object.entries(value)) {
    const kept = reduced(member as Json, path === '' ? name : `${path}.${name}`, dataset)
    if (kept !== undefined) members[name] = kept
  }
  return Object.keys(members).length === 0 ? undefined : members
}
