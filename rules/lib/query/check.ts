// Checks a parsed query against the fields that the mappings write.
import { didYouMean } from '../../../mappings/kernel/suggest.ts'
import { type FieldCatalog, type Resolved, resolveField } from './catalog.ts'
import { type Leaf, leaves, type Node } from './kql/ast.ts'
import { parseKql } from './kql/parse.ts'
import { valueTest } from './kql/value-test.ts'
import { matchesSegments } from './kql/wildcard.ts'
import type { QueryProblem, Span } from './problem.ts'

/** Returns all problems of a query, including syntax errors. */
export function checkKql(text: string, catalog: FieldCatalog): QueryProblem[] {
  const parsed = parseKql(text)
  return parsed.ok ? checkQuery(parsed.node, catalog) : [parsed.problem]
}

/** Reports unknown fields, wrong types, values that a field never has, and tests that cannot be evaluated offline. */
function checkQuery(node: Node, catalog: FieldCatalog): QueryProblem[] {
  return leaves(node).flatMap((leaf) => checkLeaf(leaf, catalog))
}

function checkLeaf(leaf: Leaf, catalog: FieldCatalog): QueryProblem[] {
  const resolved = resolveField(leaf.field, catalog)
  if (resolved.kind === 'unknown') {
    if (!leaf.field.includes('*')) return [unknownField(leaf.field, leaf.fieldSpan, catalog)]
    const message = 'a field name with wildcards cannot be checked'
    return [{ code: 'Q004', span: leaf.fieldSpan, message, hint: 'name the fields one by one' }]
  }
  const outcome = valueTest(leaf, resolved)
  if (!outcome.ok) return [outcome.problem]
  return outsideClosedSet(leaf, resolved)
}

/** Returns the problem of a field that no mapping writes, with the most similar field that a mapping writes. */
export function unknownField(field: string, span: Span, catalog: FieldCatalog): QueryProblem {
  const members = [...catalog.names()].filter((name) => name.startsWith(`${field}.`))
  if (members.length > 0) {
    const message = `${field} is a group of fields`
    return { code: 'Q002', span, message, hint: `name one of ${members.slice(0, 5).join(', ')}` }
  }
  return { code: 'Q002', span, message: `no mapping writes ${field}`, ...didYouMean(field, catalog.names()) }
}

/** Returns the problem with a value that a field never has. */
export function neverHolds(field: string, value: unknown, span: Span, allowed: readonly string[]): QueryProblem {
  const few = allowed.length <= 12 ? { hint: `one of ${allowed.join(', ')}` } : {}
  const message = `${field} is never ${JSON.stringify(value)}`
  return { code: 'Q005', span, message, ...few, ...didYouMean(String(value), allowed) }
}

function outsideClosedSet(leaf: Leaf, resolved: Resolved): QueryProblem[] {
  const allowed = resolved.kind === 'field' ? resolved.field.values : undefined
  if (allowed === undefined) return []
  if (leaf.kind === 'is' && !allowed.includes(leaf.value)) {
    return [neverHolds(leaf.field, leaf.value, leaf.valueSpan, allowed)]
  }
  if (leaf.kind === 'like' && !allowed.some((value) => matchesSegments(value, leaf.segments)))
    return [
      { code: 'Q005', span: leaf.valueSpan, message: `no value of ${leaf.field} matches ${leaf.segments.join('*')}` },
    ]
  return []
}
