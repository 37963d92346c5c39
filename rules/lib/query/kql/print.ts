// Prints a tree as a query: the same tree always gives the same text.
import type { Leaf, Node } from './ast.ts'

const strength = { or: 0, and: 1, not: 2 } as const

/** Prints a query that parses to this tree again. */
export function printKql(node: Node): string {
  switch (node.kind) {
    case 'or':
    case 'and':
      return node.of.map((operand) => within(operand, strength[node.kind])).join(` ${node.kind} `)
    case 'not':
      return `not ${within(node.of, strength.not + 1)}`
    case 'all':
      return '*:*'
    default:
      return printLeaf(node)
  }
}

function within(node: Node, least: number): string {
  const own = node.kind === 'or' || node.kind === 'and' || node.kind === 'not' ? strength[node.kind] : 3
  return own < least ? `(${printKql(node)})` : printKql(node)
}

function printLeaf(leaf: Leaf): string {
  const field = /^[\w@.*-]+$/.test(leaf.field) && !/^(?:and|or|not)$/i.test(leaf.field) ? leaf.field : quote(leaf.field)
  switch (leaf.kind) {
    case 'exists':
      return `${field}: *`
    case 'is':
      return `${field}: ${quote(leaf.value)}`
    case 'like':
      return `${field}: ${leaf.segments.map(escapePattern).join('*')}`
    case 'range':
      return `${field} ${leaf.operator} ${quote(leaf.value)}`
  }
}

function quote(text: string): string {
  const escaped = text.replace(/[\\"]/g, '\\$&')
  return `"${escaped.replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}"`
}

function escapePattern(text: string): string {
  return text.replace(/[\\():<>"*{}]/g, '\\$&')
}
