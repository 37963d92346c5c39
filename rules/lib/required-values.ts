// Values and fields that decide early whether a query can match at all.
import { type Condition, type EqlQuery, eventQueries, mustHappen } from './query/eql/ast.ts'
import type { Node } from './query/kql/ast.ts'

/** Returns values of a field such that a query needs one of them; undefined if there is no such set. */
export function requiredValues(node: Node, field: string): Set<string> | undefined {
  switch (node.kind) {
    case 'is':
      return node.field === field ? new Set([node.value]) : undefined
    case 'and': {
      const sets = node.of.flatMap((operand) => requiredValues(operand, field) ?? [])
      return sets.sort((a, b) => a.size - b.size)[0]
    }
    case 'or':
      return inAll(node.of.map((operand) => requiredValues(operand, field)))
    default:
      return undefined
  }
}

/** Returns true if each document that a query finds has the field. */
export function requiresField(node: Node, field: string): boolean {
  switch (node.kind) {
    case 'and':
      return node.of.some((operand) => requiresField(operand, field))
    case 'or':
      return node.of.every((operand) => requiresField(operand, field))
    case 'not':
    case 'all':
      return false
    default:
      return node.field === field
  }
}

/** Returns the same as `requiredValues` for an EQL query: the values that at least one of its events needs. */
export function requiredOfEql(query: EqlQuery, field: string): Set<string> | undefined {
  return inAll(eventQueries(query).map((event) => requiredEqlValues(event.condition, field)))
}

/** Returns the values that each event of an EQL query requires, one set for each event that requires any. */
export function requiredOfEvents(query: EqlQuery, field: string): ReadonlySet<string>[] {
  return mustHappen(query).flatMap((event) => requiredEqlValues(event.condition, field) ?? [])
}

function requiredEqlValues(condition: Condition, field: string): Set<string> | undefined {
  switch (condition.kind) {
    case 'and': {
      const sets = condition.of.flatMap((operand) => requiredEqlValues(operand, field) ?? [])
      return sets.sort((a, b) => a.size - b.size)[0]
    }
    case 'or':
      return inAll(condition.of.map((operand) => requiredEqlValues(operand, field)))
    case 'compare': {
      const { left, right, operator } = condition
      const named = left.kind === 'field' && left.name === field && right.kind === 'literal' && right.value !== null
      return operator === '==' && named ? new Set([String(right.value)]) : undefined
    }
    case 'match': {
      const { of, operator, values } = condition
      const named = operator === 'in' && of.kind === 'field' && of.name === field
      return named ? new Set(values.map(({ value }) => String(value))) : undefined
    }
    default:
      return undefined
  }
}

/** Returns the union of the values of alternatives; undefined if one of the alternatives needs no value. */
function inAll(alternatives: readonly (ReadonlySet<string> | undefined)[]): Set<string> | undefined {
  const found = new Set<string>()
  for (const values of alternatives) {
    if (values === undefined) return undefined
    for (const value of values) found.add(value)
  }
  return found
}
