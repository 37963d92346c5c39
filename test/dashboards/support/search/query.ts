// KQL as the query that Kibana sends for it.
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { type FieldCatalog, resolveField } from '../../../../rules/lib/query/catalog.ts'
import type { Leaf, Node, RangeOperator } from '../../../../rules/lib/query/kql/ast.ts'
import { parseKql } from '../../../../rules/lib/query/kql/parse.ts'

/** The query of a KQL text; throws when it does not parse, so check first. */
export function toQuery(kql: string, catalog: FieldCatalog): JsonObject {
  const parsed = parseKql(kql)
  if (!parsed.ok) throw new Error(`${parsed.problem.message}: ${kql}`)
  return toClause(parsed.node, catalog)
}

function toClause(node: Node, catalog: FieldCatalog): JsonObject {
  switch (node.kind) {
    case 'all':
      return { match_all: {} }
    case 'and':
      return { bool: { filter: node.of.map((each) => toClause(each, catalog)) } }
    case 'or':
      return { bool: { should: node.of.map((each) => toClause(each, catalog)), minimum_should_match: 1 } }
    case 'not':
      return { bool: { must_not: [toClause(node.of, catalog)] } }
    default:
      return leafClause(node, catalog)
  }
}

const bounds = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' } as const satisfies Record<RangeOperator, string>

function leafClause(leaf: Leaf, catalog: FieldCatalog): JsonObject {
  const { field } = leaf
  switch (leaf.kind) {
    case 'exists':
      return { exists: { field } }
    case 'range':
      return { range: { [field]: { [bounds[leaf.operator]]: leaf.value } } }
    case 'like':
      return { wildcard: { [field]: { value: leaf.segments.map(escapeWildcards).join('*') } } }
    case 'is': {
      const resolved = resolveField(field, catalog)
      // A date stands for the stretch that it leaves open: a day, a minute.
      const isDate = resolved.kind === 'field' && resolved.field.type === 'date'
      return isDate ? { range: { [field]: { gte: leaf.value, lte: leaf.value } } } : { match: { [field]: leaf.value } }
    }
  }
}

function escapeWildcards(text: string): string {
  return text.replace(/[\\*?]/g, '\\$&')
}
