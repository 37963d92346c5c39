import type { Json } from '../../../mappings/kernel/json.ts'
import { fieldReader } from './field-reader.ts'
import type { Predicate } from './formula.ts'
import type { Span } from './problem.ts'

/**
 * One clause of a query and its result for a document: a test, or several joined tests. A group on a single field is
 * one clause (`tier: ("critical" or "high")`), and so is its negation.
 */
export interface Clause {
  /** `all` holds when every part holds, `any` when one does, `none` when its part does not. */
  readonly kind: 'test' | 'all' | 'any' | 'none'
  readonly span: Span
  readonly held: boolean
  /** What the document has in each field that a test asks for. */
  readonly found: Readonly<Record<string, readonly Json[]>>
  readonly parts: readonly Clause[]
}

export type Explain = (document: object) => Clause

const kinds: Readonly<Record<string, Clause['kind']>> = { and: 'all', or: 'any', not: 'none' }

/** A function that returns the result of a node of a query, with those of its operands if it reads several fields. */
export function explainNode(
  { kind, span }: { readonly kind: string; readonly span: Span },
  fields: readonly string[],
  holds: Predicate,
  operands: () => readonly Explain[] = () => [],
): Explain {
  const parts = fields.length > 1 ? operands() : []
  const readers = parts.length > 0 ? [] : fields.map((field) => [field, fieldReader(field)] as const)
  return (document) => ({
    kind: parts.length > 0 ? (kinds[kind] ?? 'test') : 'test',
    span,
    held: holds(document),
    found: Object.fromEntries(readers.map(([field, { values }]) => [field, values(document)])),
    parts: parts.map((part) => part(document)),
  })
}
