import { join, type Node } from './ast.ts'

/** What is left of a query for documents with one known value in a field: whether it holds, where that value decides. */
export function assume(node: Node, field: string, value: string): Node | boolean {
  switch (node.kind) {
    case 'is':
      return node.field === field ? node.value === value : node
    case 'not': {
      const of = assume(node.of, field, value)
      return typeof of === 'boolean' ? !of : { ...node, of }
    }
    case 'and':
    case 'or': {
      const decides = node.kind === 'or'
      const operands = node.of.map((operand) => assume(operand, field, value))
      if (operands.includes(decides)) return decides
      const open = operands.filter((operand) => typeof operand !== 'boolean')
      return open.length === 0 ? !decides : join(node.kind, open, node.span)
    }
    default:
      return node
  }
}
