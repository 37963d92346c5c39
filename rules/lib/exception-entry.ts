// Exception lists and their items in Kibana's form, and the entries of an item as a test for documents in memory.
import type { Json, JsonObject } from '../../mappings/kernel/json.ts'
import { never } from '../../mappings/kernel/never.ts'
import { fieldReader } from './query/field-reader.ts'

/** One condition of an exception item. `excluded` negates the condition. */
export type ExceptionEntry = { readonly field: string; readonly operator: 'included' | 'excluded' } & (
  | { readonly type: 'match'; readonly value: string }
  | { readonly type: 'match_any'; readonly value: readonly string[] }
  | { readonly type: 'exists' }
)

/** Returns an emitted rule's reference to an exception list. Kibana finds it by `list_id` and inserts its own ID. */
export function listReference(id: string): JsonObject {
  return { id, list_id: id, type: 'detection', namespace_type: 'single' }
}

/** Returns a list whose items are generated from the member `source` of the environment. */
export function generatedList(id: string, name: string, source: string): JsonObject {
  return {
    description: `Generated from ${source} of environment.yaml. Your own items are kept.`,
    list_id: id,
    meta: { managed_by: 'consentry' },
    name,
    namespace_type: 'single',
    tags: ['Consentry'],
    type: 'detection',
  }
}

export function listItem(list: string, entries: readonly ExceptionEntry[], facts: JsonObject): JsonObject {
  return {
    ...facts,
    entries: entries as unknown as Json,
    list_id: list,
    namespace_type: 'single',
    tags: ['Consentry'],
    type: 'simple',
  }
}

/** Returns a test of whether all entries hold for a document: Kibana then excludes the document. */
export function entriesTest(entries: readonly ExceptionEntry[]): (document: object) => boolean {
  const tests = entries.map(entryTest)
  return (document) => tests.every((holds) => holds(document))
}

function entryTest(entry: ExceptionEntry): (document: object) => boolean {
  const { some } = fieldReader(entry.field)
  const test = valueTest(entry)
  const wanted = entry.operator === 'included'
  return (document) => some(document, test) === wanted
}

function valueTest(entry: ExceptionEntry): (value: Json) => boolean {
  switch (entry.type) {
    case 'match':
      return (value) => value === entry.value
    case 'match_any':
      return (value) => typeof value === 'string' && entry.value.includes(value)
    case 'exists':
      return () => true
    default:
      return never(entry)
  }
}
