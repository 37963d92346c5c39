import type { Json } from '../../../mappings/kernel/json.ts'
import { fieldReader } from './field-reader.ts'
import type { Predicate } from './formula.ts'
import type { Span } from './problem.ts'

/**
 * One clause of a query and its result for a document: one test, or several combined tests. A group on a single field
 * is one clause (`tier: ("critical" or "high")`), and so is the negation of the group.
 */
export interface Clause {
  /** `all` holds if every part holds, `any` if at least one part holds, `none` if its part does not hold. */
  readonly kind: 'test' | 'all' | 'any' | 'none'
  readonly span: Span
  readonly held: boolean
  /** The values of the document in each field that a test reads. */
  readonly found: Readonly<Record<string, readonly Json[]>>
  readonly parts: readonly Clause[]
}

export type Explain = (document: object) => Clause

const kinds: Readonly<Record<string, Clause['kind']>> = { and: 'all', or: 'any', not: 'none' }

/** Returns a function that evaluates a node of a query, together with its operands if the node reads several fields. */
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
