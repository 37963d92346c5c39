// The parsed query of a rule.
import type { EqlQuery, SequenceQuery } from './query/eql/ast.ts'
import { parseEql } from './query/eql/parse.ts'
import type { Node } from './query/kql/ast.ts'
import { parseKql } from './query/kql/parse.ts'
import type { Rule } from './rule.ts'

/** Parses a query with the parser for its language. Returns undefined for a query that cannot be parsed. */
export function readQuery<T>(
  { type, query }: Rule,
  ofKql: (node: Node) => T,
  ofEql: (query: EqlQuery) => T,
): T | undefined {
  if (type === 'eql') {
    const parsed = parseEql(query)
    return parsed.ok ? ofEql(parsed.query) : undefined
  }
  const parsed = parseKql(query)
  return parsed.ok ? ofKql(parsed.node) : undefined
}

/** Returns the sequence of a rule; undefined for any other query. */
export function sequenceOf(rule: Rule): SequenceQuery | undefined {
  return readQuery(
    rule,
    () => undefined,
    (query) => (query.kind === 'sequence' ? query : undefined),
  )
}
