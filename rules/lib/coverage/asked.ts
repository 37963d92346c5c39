// What a rule asks for: the values of a field, and the fields that a document has to have.
import { fieldsOf as eqlFields } from '../query/eql/ast.ts'
import { parseEql } from '../query/eql/parse.ts'
import type { Node } from '../query/kql/ast.ts'
import { parseKql } from '../query/kql/parse.ts'
import { requiredOf } from '../required-actions.ts'
import { requiredOfEvents } from '../required-values.ts'
import type { Rule } from '../rule.ts'

/** The values of a field that a rule asks for, one list for each event of a sequence that asks for any. */
export function askedValues(rule: Rule, field: string): string[][] {
  if (rule.type === 'eql') {
    const parsed = parseEql(rule.query)
    return parsed.ok ? requiredOfEvents(parsed.query, field).map((values) => [...values]) : []
  }
  const values = requiredOf(rule, field)
  return values === undefined ? [] : [values]
}

/** The fields of a query, without those that occur only under `not`; of EQL all of them. */
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
