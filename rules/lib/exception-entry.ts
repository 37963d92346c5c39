// The entries of an exception item, in Kibana's form and as a test for documents in memory.
import type { Json } from '../../mappings/kernel/json.ts'
import { never } from '../../mappings/kernel/never.ts'
import { fieldReader } from './query/field-reader.ts'

/** One condition of an exception item. `excluded` negates the condition. */
export type ExceptionEntry = { readonly field: string; readonly operator: 'included' | 'excluded' } & (
  | { readonly type: 'match'; readonly value: string }
  | { readonly type: 'match_any'; readonly value: readonly string[] }
  | { readonly type: 'exists' }
)

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
