// The values of a field that a rule requires, and the fields that a document must have.
import { fieldsOf as eqlFields } from '../query/eql/ast.ts'
import type { Node } from '../query/kql/ast.ts'
import { requiredOfEvents, requiredValues } from '../required-values.ts'
import type { Rule } from '../rule.ts'
import { readQuery } from '../rule-query.ts'

/** Returns the values of a field that a rule requires: one list for each event of a sequence that requires a value. */
export function askedValues(rule: Rule, field: string): string[][] {
  const sets = readQuery<ReadonlySet<string>[]>(
    rule,
    (node) => [requiredValues(node, field) ?? new Set()],
    (query) => requiredOfEvents(query, field),
  )
  return (sets ?? []).map((values) => [...values].sort()).filter((values) => values.length > 0)
}

/** Returns the fields of a query, except fields that occur only under `not`. For EQL, returns all fields. */
export function askedFields(rule: Rule): string[] {
  return readQuery(rule, fieldsOf, eqlFields) ?? []
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
