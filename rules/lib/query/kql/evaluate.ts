// Runs a parsed query over nested documents, as Elasticsearch would over the same documents indexed with our templates.
import { GenerationCache } from '../../../../mappings/kernel/bounded-cache.ts'
import type { Json } from '../../../../mappings/kernel/json.ts'
import { type FieldCatalog, resolveField } from '../catalog.ts'
import { fieldReader } from '../field-reader.ts'
import { always, type Formula, join, negate, type Predicate, testOf } from '../formula.ts'
import type { Span } from '../problem.ts'
import { fieldsOf, type Leaf, type Node } from './ast.ts'
import { printKql } from './print.ts'
import { type ValueTest, valueTest } from './value-test.ts'

/**
 * Compiles a query once. A clause that the checker refuses holds for nothing, as an unmapped field does;
 * so check before you trust a `not`.
 */
export const compileKql = (node: Node, catalog: FieldCatalog): Predicate => kqlFormula(node, catalog).holds

/** A query as a formula. */
export function kqlFormula(node: Node, catalog: FieldCatalog): Formula {
  switch (node.kind) {
    case 'all':
      return always
    case 'not':
      return negate(kqlFormula(node.of, catalog))
    case 'and':
      return join(
        'all',
        node.of.map((operand) => kqlFormula(operand, catalog)),
      )
    case 'or':
      return join('any', alternatives(node.of, catalog))
    default:
      return testOfLeaves([node], catalog)
  }
}

/**
 * One clause of a query and its result for a document: a test, or several joined tests. A group on a single field is
 * one clause (`tier: ("critical" or "high")`), and so is its negation.
 */
export interface Clause {
  /** `all` holds when every part holds, `any` when one does, `none` when its part does not. */
  readonly kind: 'test' | 'all' | 'any' | 'none'
  readonly span: Span
  readonly held: boolean
  /** What the document has in each field that a test asks for. */
  readonly found: Readonly<Record<string, readonly Json[]>>
  readonly parts: readonly Clause[]
}

/** A function that returns the result of each clause of a query for a document. */
export function explainKql(node: Node, catalog: FieldCatalog): (document: object) => Clause {
  const holds = compileKql(node, catalog)
  const { span } = node
  const fields = fieldsOf(node)
  if (fields.length <= 1) {
    const readers = fields.map((field) => [field, fieldReader(field)] as const)
    return (document) => {
      const found = Object.fromEntries(readers.map(([field, { values }]) => [field, values(document)]))
      return { kind: 'test', span, held: holds(document), found, parts: [] }
    }
  }
  const kind = node.kind === 'or' ? 'any' : node.kind === 'not' ? 'none' : 'all'
  const operands = node.kind === 'and' || node.kind === 'or' ? node.of : node.kind === 'not' ? [node.of] : []
  const parts = operands.map((operand) => explainKql(operand, catalog))
  return (document) => {
    return { kind, span, held: holds(document), found: {}, parts: parts.map((part) => part(document)) }
  }
}

/** Alternatives that test the same field read it once. */
function alternatives(operands: readonly Node[], catalog: FieldCatalog): Formula[] {
  const byField = new Map<string, Leaf[]>()
  const others: Formula[] = []
  for (const operand of operands) {
    if ('field' in operand) byField.set(operand.field, [...(byField.get(operand.field) ?? []), operand])
    else others.push(kqlFormula(operand, catalog))
  }
  return [...[...byField.values()].map((leaves) => testOfLeaves(leaves, catalog)), ...others]
}

/** Whether any of several leaves on one field holds. */
function testOfLeaves(leaves: readonly Leaf[], catalog: FieldCatalog): Formula {
  const field = (leaves[0] as Leaf).field
  const resolved = resolveField(field, catalog)
  const tests = leaves.flatMap((leaf): ValueTest[] => {
    const outcome = valueTest(leaf, resolved)
    return outcome.ok ? [outcome.test] : []
  })
  const { some } = fieldReader(field)
  const [only] = tests
  const any = tests.length === 1 && only !== undefined ? only : (value: Json) => tests.some((each) => each(value))
  const test = leaves.filter(({ kind }) => kind === 'like').length >= manyPatterns ? remembered(any) : any
  return testOf(leaves.map(printKql).join(' or '), field, (document) => some(document, test))
}

const manyPatterns = 4
const mostRemembered = 1_000
const longestRemembered = 500

/** Fields such as the user agent repeat their values: those are not compared with many patterns again. */
function remembered(test: ValueTest): ValueTest {
  const known = new GenerationCache<boolean>(mostRemembered)
  return (value) => {
    if (typeof value !== 'string' || value.length > longestRemembered) return test(value)
    const before = known.get(value)
    if (before !== undefined) return before
    const held = test(value)
    known.set(value, held)
    return held
  }
}
