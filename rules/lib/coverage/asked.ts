// The values of a field that a rule requires, and the fields that a document must have.
import { fieldsOf as eqlFields } from '../query/eql/ast.ts'
import { parseEql } from '../query/eql/parse.ts'
import type { Node } from '../query/kql/ast.ts'
import { parseKql } from '../query/kql/parse.ts'
import { requiredOf } from '../required-actions.ts'
import { requiredOfEvents } from '../required-values.ts'
import type { Rule } from '../rule.ts'

/** Returns the values of a field that a rule requires: one list for each event of a sequence that requires a value. */
export function askedValues(rule: Rule, field: string): string[][] {
  if (rule.type === 'eql') {
    const parsed = parseEql(rule.query)
    return parsed.ok ? requiredOfEvents(parsed.query, field).map((values) => [...values]) : []
  }
  const values = requiredOf(rule, field)
  return values === undefined ? [] : [values]
}

/** Returns the fields of a query, except fields that occur only under `not`. For EQL, returns all fields. */
export function askedFields(rule: Rule): string[] {
  if (rule.type === 'eql') {
    const parsed = parseEql(rule.query)
    return parsed.ok ? eqlFields(parsed.query) : []
  }
  const parsed = parseKql(rule.query)
  return parsed.ok ? fieldsOf(parsed.node) : []
}

function fieldsOf(node: Node): string[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.of.flatMap(fieldsOf)
    case 'not':
    case 'all':
      return []
    default:
      return [node.field]
  }
}
