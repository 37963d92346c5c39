// Translates KQL conditions to EQL.
import type { Node } from '../kql/ast.ts'

export const eqlName = (field: string) =>
  field
    .split('.')
    .map((part) => (/^\d/.test(part) ? `\`${part}\`` : part))
    .join('.')

/** The text of a condition in EQL, in which an unknown value is neither equal nor unequal. */
export function eqlOf(node: Node, negated = false): string {
  switch (node.kind) {
    case 'all':
      return String(!negated)
    case 'not':
      return eqlOf(node.of, !negated)
    case 'and':
    case 'or': {
      const [first] = node.of
      const values = node.of.flatMap((each) =>
        each.kind === 'is' && first?.kind === 'is' && each.field === first.field ? [JSON.stringify(each.value)] : [],
      )
      if (node.kind === 'or' && first?.kind === 'is' && values.length === node.of.length)
        return known(first.field, (field) => `${field} in (${values.join(', ')})`, negated)
      const word = (node.kind === 'and') !== negated ? 'and' : 'or'
      return `(${node.of.map((each) => eqlOf(each, negated)).join(` ${word} `)})`
    }
    case 'exists':
      return `?${eqlName(node.field)} ${negated ? '==' : '!='} null`
    case 'like':
      return known(node.field, (field) => `${field} like ${JSON.stringify(node.segments.join('*'))}`, negated)
    case 'range':
      return known(node.field, (field) => `${field} ${node.operator} ${node.value}`, negated)
    case 'is': {
      const value = /^(?:true|false)$/.test(node.value) ? node.value : JSON.stringify(node.value)
      return known(node.field, (field) => `${field} == ${value}`, negated)
    }
  }
}

function known(name: string, test: (field: string) => string, negated: boolean): string {
  const field = `?${eqlName(name)}`
  return negated ? `(${field} == null or not ${test(field)})` : test(field)
}
