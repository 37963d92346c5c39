// Every query that differs from a KQL query in one clause: without it, or with its opposite.
import { fieldsOf, type Node } from '../query/kql/ast.ts'
import { printKql } from '../query/kql/print.ts'
import type { QueryMutant } from './mutant.ts'

export function mutateKql(root: Node): QueryMutant[] {
  return walk(root, (node) => node).map(({ node, ...mutant }) => ({ ...mutant, query: printKql(node) }))
}

interface Changed extends Omit<QueryMutant, 'query'> {
  readonly node: Node
}

/** `put` builds the whole query around another node in this place. */
function walk(node: Node, put: (node: Node) => Node): Changed[] {
  const { span } = node
  const negated: Changed = { change: 'negated', span, node: put(opposite(node)) }
  switch (node.kind) {
    case 'and':
    case 'or': {
      // The values of one field form one clause: negate the whole clause, and remove the values one by one.
      const values = node.kind === 'or' && fieldsOf(node).length === 1
      const parts = node.of.flatMap((operand, i): Changed[] => {
        const without = node.of.filter((_, j) => j !== i)
        const [only] = without
        const rest: Node = without.length === 1 && only !== undefined ? only : { ...node, of: without }
        const removed: Changed = { change: 'removed', span: operand.span, node: put(rest) }
        if (values) return [removed]
        const replace = (other: Node) => put({ ...node, of: node.of.map((each, j) => (j === i ? other : each)) })
        return [removed, ...walk(operand, replace)]
      })
      return values ? [negated, ...parts] : parts
    }
    case 'not':
      return [negated, ...walk(node.of, (of) => put({ ...node, of })).filter(({ change }) => change === 'removed')]
    case 'all':
      return []
    default:
      return [negated]
  }
}

function opposite(node: Node): Node {
  return node.kind === 'not' ? node.of : { kind: 'not', of: node, span: node.span }
}
