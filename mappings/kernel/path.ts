import { isObject, type Json, type JsonObject } from './json.ts'

/** Splits a dotted path once; callers keep the result. */
export function splitPath(path: string): readonly string[] {
  return path.split('.')
}

/** The value at a split path, or undefined where any step is absent or not an object. Does not enter arrays. */
export function getPath(value: unknown, segments: readonly string[]): Json | undefined {
  let here: unknown = value
  for (const segment of segments) {
    if (!isObject(here)) return undefined
    here = here[segment]
  }
  return here as Json | undefined
}

/** Sets the value at a split path, making the objects on the way. */
export function setPath(target: JsonObject, segments: readonly string[], value: Json): void {
  let here = target
  const last = segments.length - 1
  for (let i = 0; i < last; i++) {
    const segment = segments[i] as string
    const next = here[segment]
    if (isObject(next)) here = next
    else {
      const made: JsonObject = {}
      here[segment] = made
      here = made
    }
  }
  here[segments[last] as string] = value
}

/**
 * Returns all values of a dotted field in a document, as Elasticsearch reads it: arrays and arrays of objects are
 * flattened, and a member name may contain dots. Null and absent members have no values.
 */
export function fieldValues(document: unknown, segments: readonly string[], from = 0, out: Json[] = []): Json[] {
  if (document === null || document === undefined) return out
  if (Array.isArray(document)) {
    for (const element of document) fieldValues(element, segments, from, out)
    return out
  }
  if (from === segments.length) {
    out.push(document as Json)
    return out
  }
  if (!isObject(document)) return out
  const direct = document[segments[from] as string]
  if (direct !== undefined) fieldValues(direct, segments, from + 1, out)
  let name = segments[from] as string
  for (let i = from + 1; i < segments.length; i++) {
    name += `.${segments[i]}`
    const dotted = document[name]
    if (dotted !== undefined) fieldValues(dotted, segments, i + 1, out)
  }
  return out
}
