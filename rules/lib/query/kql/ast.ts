// The tree of a parsed query. Value lists are already expanded: `f:(a or b)` becomes `f:a or f:b`.
import type { Span } from '../problem.ts'

export type RangeOperator = '<' | '<=' | '>' | '>='

interface OfField {
  readonly field: string
  readonly fieldSpan: Span
}

/** A test of one field, which `explain` reports on. */
export type Leaf = OfField & { readonly span: Span } & (
    | { readonly kind: 'exists' }
    | { readonly kind: 'is'; readonly value: string; readonly valueSpan: Span }
    /** `segments` are the texts between the `*`: at least two. */
    | { readonly kind: 'like'; readonly segments: readonly string[]; readonly valueSpan: Span }
    | { readonly kind: 'range'; readonly operator: RangeOperator; readonly value: string; readonly valueSpan: Span }
  )

export type Node =
  | Leaf
  | { readonly kind: 'and' | 'or'; readonly of: readonly Node[]; readonly span: Span }
  | { readonly kind: 'not'; readonly of: Node; readonly span: Span }
  /** `*:*` */
  | { readonly kind: 'all'; readonly span: Span }

/** Joins nodes with one operator. An operand with the same operator is split, so equal queries have equal trees. */
export function join(kind: 'and' | 'or', operands: readonly Node[], span: Span): Node {
  const of = operands.flatMap((node) => (node.kind === kind ? node.of : [node]))
  const [only, second] = of
  return only !== undefined && second === undefined ? only : { kind, of, span }
}

export function leaves(node: Node): Leaf[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.of.flatMap(leaves)
    case 'not':
      return leaves(node.of)
    case 'all':
      return []
    default:
      return [node]
  }
}

/** The fields a query reads, each once, sorted. */
export function fieldsOf(node: Node): string[] {
  return [...new Set(leaves(node).map((leaf) => leaf.field))].sort()
}
