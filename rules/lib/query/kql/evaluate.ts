// Runs a parsed query over nested documents, as Elasticsearch would over the same documents indexed with our templates.
import type { Json } from '../../../../mappings/kernel/json.ts'
import { fieldValues, splitPath } from '../../../../mappings/kernel/path.ts'
import { type FieldCatalogue, resolveField } from '../catalogue.ts'
import type { Span } from '../problem.ts'
import { type Leaf, leaves, type Node } from './ast.ts'
import { type ValueTest, valueTest } from './value-test.ts'

export type Predicate = (document: object) => boolean

/**
 * Compiles a query once. A clause that the checker refuses holds for nothing, as an unmapped field does;
 * so check before you trust a `not`.
 */
export function compileKql(node: Node, catalogue: FieldCatalogue): Predicate {
  switch (node.kind) {
    case 'all':
      return () => true
    case 'not': {
      const of = compileKql(node.of, catalogue)
      return (document) => !of(document)
    }
    case 'and': {
      const all = node.of.map((operand) => compileKql(operand, catalogue))
      return (document) => all.every((holds) => holds(document))
    }
    case 'or': {
      const any = node.of.map((operand) => compileKql(operand, catalogue))
      return (document) => any.some((holds) => holds(document))
    }
    default:
      return compileLeaf(node, catalogue).holds
  }
}

/** One clause of a query, and what a document had for it. */
export interface Clause {
  readonly field: string
  readonly span: Span
  /** Whether the clause itself held; a `not` around it is not counted in. */
  readonly held: boolean
  /** What the document has in the field. */
  readonly found: readonly Json[]
}

/** A function that says of each clause, from left to right, whether it held for a document. */
export function explainKql(node: Node, catalogue: FieldCatalogue): (document: object) => Clause[] {
  const clauses = leaves(node).map((leaf) => ({ leaf, ...compileLeaf(leaf, catalogue) }))
  return (document) =>
    clauses.map(({ leaf, holds, values }) => ({
      field: leaf.field,
      span: leaf.span,
      held: holds(document),
      found: values(document),
    }))
}

function compileLeaf(
  leaf: Leaf,
  catalogue: FieldCatalogue,
): { holds: Predicate; values: (document: object) => Json[] } {
  const resolved = resolveField(leaf.field, catalogue)
  const outcome = valueTest(leaf, resolved)
  const test: ValueTest = outcome.ok ? outcome.test : () => false
  const path = splitPath(leaf.field)
  const values = (document: object) => fieldValues(document, path)
  return { holds: (document) => values(document).some(test), values }
}
