// What differs between a template as we want it and as Elasticsearch gives it back (in its own spelling).
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'

/** What Elasticsearch adds by itself. */
const additions =
  /^(created_date|modified_date)(_millis)?$|^data_stream\.(hidden|allow_custom_routing)$|\blifecycle\.enabled$/

function flatten(value: unknown, path: string, out: Map<string, string>): Map<string, string> {
  if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) flatten(member, path === '' ? key : `${path}.${key}`, out)
  } else if (Array.isArray(value) && value.some(isObject)) {
    for (const [i, member] of value.entries()) flatten(member, `${path}.${i}`, out)
  } else if (value !== undefined && !additions.test(path)) {
    // Settings come back as text and may be written with or without `index.`; single values and lists are the same.
    const name = path.replace(/\.settings\.(?!index\.)/, '.settings.index.')
    out.set(name, (Array.isArray(value) ? value : [value]).join(','))
  }
  return out
}

/** Dotted paths that are absent on one side or differ, sorted. */
export function differingPaths(wanted: JsonObject, found: JsonObject): string[] {
  const left = flatten(wanted, '', new Map())
  const right = flatten(found, '', new Map())
  const paths = new Set([...left.keys(), ...right.keys()])
  return [...paths].filter((path) => left.get(path) !== right.get(path)).sort()
}
