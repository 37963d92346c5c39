// A table of dotted fields as the nested `properties` of an Elasticsearch mapping.
import { type Field, type FieldTable, type FieldType, longestIndexed } from '../fields/field.ts'
import type { Diagnostic } from '../kernel/diagnostic.ts'
import type { JsonObject } from '../kernel/json.ts'
import { splitPath } from '../kernel/path.ts'

const parameters: Readonly<Record<FieldType, JsonObject>> = {
  keyword: { type: 'keyword', ignore_above: longestIndexed.keyword },
  text: { type: 'text' },
  match_only_text: { type: 'match_only_text' },
  wildcard: { type: 'wildcard', ignore_above: longestIndexed.wildcard },
  constant_keyword: { type: 'constant_keyword' },
  date: { type: 'date' },
  ip: { type: 'ip' },
  long: { type: 'long' },
  double: { type: 'double' },
  boolean: { type: 'boolean' },
  flattened: { type: 'flattened', ignore_above: longestIndexed.flattened, depth_limit: 20 },
  geo_point: { type: 'geo_point' },
  object: { type: 'object', dynamic: false },
  nested: { type: 'nested', dynamic: false },
}

/** Fields with parameters that their type alone does not determine. */
const exceptions: Readonly<Record<string, JsonObject>> = {
  // A document without a readable time must be refused: the index ignores malformed values everywhere else.
  '@timestamp': { type: 'date', ignore_malformed: false },
  // The raw record is kept to be read, not to be searched.
  'event.original': { type: 'keyword', index: false, doc_values: false, ignore_above: longestIndexed.wildcard },
}

const holdsFields = (type: FieldType): boolean => type === 'object' || type === 'nested'

/** Returns every parent of a dotted name: `a.b.c` gives `a`, `a.b`. */
function ancestors(name: string): string[] {
  const segments = splitPath(name)
  return segments.slice(1).map((_, i) => segments.slice(0, i + 1).join('.'))
}

function problem(file: string, path: string, message: string, hint: string): Diagnostic {
  return { code: 'M006', level: 'error', file, path, message, hint }
}

/** Reports names that cannot be in the same mapping: a field that contains a value and also has fields below it. */
export function checkFieldNames(fields: FieldTable, openRoots: readonly string[], file: string): Diagnostic[] {
  const found: Diagnostic[] = []
  const isLeaf = (name: string): boolean => {
    const field = fields[name]
    return field !== undefined && !holdsFields(field.type)
  }
  for (const name of Object.keys(fields)) {
    if (splitPath(name).includes('')) {
      found.push(problem(file, name, 'has an empty part in its name', 'write the parts with one dot between them'))
    }
    for (const above of ancestors(name).filter(isLeaf)) {
      const message = `lies below ${above}, which is a ${fields[above]?.type} and holds no fields`
      found.push(problem(file, name, message, `make ${above} an object, or drop one of the two`))
    }
  }
  for (const root of openRoots) {
    for (const leaf of [...ancestors(root), root].filter(isLeaf)) {
      const message = `is to be an open object, but ${leaf} is a ${fields[leaf]?.type}`
      found.push(problem(file, root, message, 'drop the root or the field'))
    }
  }
  return found
}

export interface PropertiesOptions {
  /** Objects that keep unlisted members without indexing them. */
  readonly openRoots?: readonly string[]
  /** Open roots in which a dot in a member name does not create an object. */
  readonly openNames?: readonly string[]
  /** Field → its constant value in all documents. */
  readonly constants?: Readonly<Record<string, string>>
  /** Other names of fields, for queries: alias → field. */
  readonly aliases?: Readonly<Record<string, string>>
}

/** Returns the object that contains a field in the mapping, and the field name in this object. */
function split(name: string, openNames: readonly string[]): readonly [above: string, own: string] {
  const open = openNames.find((above) => name.startsWith(`${above}.`))
  const at = open === undefined ? name.lastIndexOf('.') : open.length
  return [name.slice(0, Math.max(at, 0)), name.slice(at + 1)]
}

export function toProperties(fields: FieldTable, options: PropertiesOptions = {}): JsonObject {
  const { openRoots = [], openNames = [], constants = {}, aliases = {} } = options
  const root: JsonObject = {}
  const nodes = new Map<string, JsonObject>()
  const below = (above: string): JsonObject => {
    if (above === '') return root
    const node = nodeAt(above)
    node.properties ??= {}
    return node.properties as JsonObject
  }
  const nodeAt = (name: string): JsonObject => {
    let node = nodes.get(name)
    if (node === undefined) {
      node = {}
      nodes.set(name, node)
      const [above, own] = split(name, openNames)
      below(above)[own] = node
    }
    return node
  }
  for (const [name, field] of Object.entries<Field>(fields)) {
    const value = constants[name]
    Object.assign(
      nodeAt(name),
      exceptions[name] ?? parameters[field.type],
      field.indexedAs !== undefined && { type: field.indexedAs },
      field.text === true && { fields: { text: { type: 'match_only_text' } } },
      value !== undefined && { value },
    )
  }
  for (const [name, path] of Object.entries(aliases)) Object.assign(nodeAt(name), { type: 'alias', path })
  for (const name of openRoots) {
    const node = nodeAt(name)
    node.type ??= 'object'
    node.dynamic = false
    if (openNames.includes(name)) node.subobjects = false
  }
  return root
}

/** Returns the number of fields in Elasticsearch's count, which includes the parent objects. */
export function countFields(names: Iterable<string>, openNames: readonly string[] = []): number {
  const all = new Set<string>()
  for (const name of names) for (let each = name; each !== ''; [each] = split(each, openNames)) all.add(each)
  return all.size
}
