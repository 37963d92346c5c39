// The description of a field in the catalogs, the source of templates, TypeScript types, rule checks and dashboards.
/** Elasticsearch types that our templates use. */
export type FieldType =
  | 'keyword'
  | 'text'
  | 'match_only_text'
  | 'wildcard'
  | 'constant_keyword'
  | 'date'
  | 'ip'
  | 'long'
  | 'double'
  | 'boolean'
  | 'flattened'
  | 'geo_point'
  | 'object'
  | 'nested'

/**
 * One field. `list` marks fields with an array; `values` closes the set of values; `by` names the writer: mapped from
 * the record, filled from the knowledge files, or annotated by the entity store.
 */
export interface Field {
  readonly type: FieldType
  readonly list?: true
  readonly values?: readonly string[]
  readonly by?: readonly ('record' | 'knowledge' | 'entity_store')[]
  /**
   * Uncertain until the history is long enough: a value may appear new only because it is older than the history.
   * `if present`: the field is absent if uncertain, and an earlier record can only change or remove a value.
   */
  readonly needsHistory?: true | 'if present'
  /** The narrower type in Elastic's own index, for an Elastic field: ES|QL refuses a field with two types. */
  readonly indexedAs?: 'integer'
  /** Also indexed as full text, under `.text`, as in ECS. */
  readonly text?: true
  readonly doc?: string
}

export type FieldTable = Readonly<Record<string, Field>>

export const words = (names: string): string[] => names.trim().split(/\s+/)

/** Returns the group of each word: `{ read: 'get query' }` gives `get` → `read` and `query` → `read`. */
export function groupByWord<K extends string>(groups: { readonly [G in K]?: string }): ReadonlyMap<string, K> {
  const entries = Object.entries(groups) as [K, string][]
  return new Map(entries.flatMap(([group, names]) => words(names).map((name) => [name, group] as const)))
}

/** Returns fields of one type below a root (for no root: an empty text). White space separates the names. */
export function each(type: FieldType, below: string, names: string): FieldTable {
  return Object.fromEntries(
    words(names).map((name): [string, Field] => [below === '' ? name : `${below}.${name}`, { type }]),
  )
}

type Scalar<F extends Field> = F['values'] extends readonly string[]
  ? F['values'][number]
  : F['type'] extends 'keyword' | 'text' | 'match_only_text' | 'wildcard' | 'constant_keyword' | 'date' | 'ip'
    ? string
    : F['type'] extends 'long' | 'double'
      ? number
      : F['type'] extends 'boolean'
        ? boolean
        : F['type'] extends 'geo_point'
          ? { lat: number; lon: number }
          : unknown

export type FieldValue<F extends Field> = F['list'] extends true ? Scalar<F>[] : Scalar<F>

type Head<P extends string> = P extends `${infer H}.${string}` ? H : P
type Under<T extends FieldTable, H extends string> = {
  [K in keyof T & string as K extends `${H}.${infer Rest}` ? Rest : never]: T[K]
}

/** The nested object type of a table of dotted names: every member optional. */
export type Nested<T extends FieldTable> = {
  [H in Head<keyof T & string>]?: H extends keyof T
    ? FieldValue<T[H]>
    : Under<T, H> extends infer U extends FieldTable
      ? Nested<U>
      : never
}

/** The number of characters that always fits into a Lucene term of 32,766 bytes, for any characters. */
const longestTerm = 8191

/** Longer texts (UTF-16 units) are kept in the document and left out of the index: no query finds them. */
export const longestIndexed = { keyword: 1024, wildcard: longestTerm, flattened: longestTerm } as const
