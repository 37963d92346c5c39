// Converts KQL to Query DSL, as Kibana's detection engine sends it (package kbn-es-query, and the rule types'
// get_query_filter): without field types, as for query rules, and with them. Written from the packages' description.
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { type FieldCatalog, resolveField } from '../../rules/lib/query/catalog.ts'
import type { Leaf, Node, RangeOperator } from '../../rules/lib/query/kql/ast.ts'
import { parseKql } from '../../rules/lib/query/kql/parse.ts'

/** `typed` sends term and wildcard queries, `untyped` match and query_string. */
export type Flavour = 'untyped' | 'typed'

/** The typed query of a text; throws when it does not parse, so check first. */
export function typedQuery(kql: string, catalog: FieldCatalog): JsonObject {
  const parsed = parseKql(kql)
  if (!parsed.ok) throw new Error(`${parsed.problem.message}: ${kql}`)
  return toQueryDsl(parsed.node, 'typed', catalog)
}

export function toQueryDsl(node: Node, flavour: Flavour, catalog: FieldCatalog): JsonObject {
  switch (node.kind) {
    case 'all':
      return { match_all: {} }
    case 'and':
      return { bool: { filter: node.of.map((each) => toQueryDsl(each, flavour, catalog)) } }
    case 'or':
      return anyOf(node.of.map((each) => toQueryDsl(each, flavour, catalog)))
    case 'not':
      return { bool: { must_not: toQueryDsl(node.of, flavour, catalog) } }
    default:
      return anyOf([flavour === 'untyped' ? untyped(node) : typed(node, catalog)])
  }
}

function anyOf(should: JsonObject[]): JsonObject {
  return { bool: { should, minimum_should_match: 1 } }
}

const bounds = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' } as const satisfies Record<RangeOperator, string>

function untyped(leaf: Leaf): JsonObject {
  const { field } = leaf
  switch (leaf.kind) {
    case 'exists':
      return { exists: { field } }
    case 'range':
      return { range: { [field]: { [bounds[leaf.operator]]: leaf.value } } }
    case 'like':
      return { query_string: { fields: [field], query: leaf.segments.map(escapeQueryString).join('*') } }
    case 'is':
      // Kibana sends quoted values as a phrase, others as a match. On fields without full text, both are equivalent.
      return leaf.value.length % 2 === 0
        ? { match_phrase: { [field]: leaf.value } }
        : { match: { [field]: leaf.value } }
  }
}

function typed(leaf: Leaf, catalog: FieldCatalog): JsonObject {
  const { field } = leaf
  const resolved = resolveField(field, catalog)
  const type = resolved.kind === 'field' ? resolved.field.type : 'keyword'
  switch (leaf.kind) {
    case 'exists':
    case 'range':
      return untyped(leaf)
    case 'like':
      return { wildcard: { [field]: { value: leaf.segments.map(escapeWildcard).join('*') } } }
    case 'is':
      if (type === 'date') return { range: { [field]: { gte: leaf.value, lte: leaf.value, time_zone: 'UTC' } } }
      return type === 'keyword' || type === 'wildcard' ? { term: { [field]: { value: leaf.value } } } : untyped(leaf)
  }
}

function escapeQueryString(text: string): string {
  return text.replace(/[+\-=&|><!(){}[\]^"~*?:\\/]/g, '\\$&')
}

function escapeWildcard(text: string): string {
  return text.replace(/[\\*?]/g, '\\$&')
}
