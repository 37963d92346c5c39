// Runs a parsed query over nested documents, as Elasticsearch would over the same documents indexed with our templates.
import { GenerationCache } from '../../../../mappings/kernel/bounded-cache.ts'
import type { Json } from '../../../../mappings/kernel/json.ts'
import { type FieldCatalog, resolveField } from '../catalog.ts'
import { type Explain, explainNode } from '../clause.ts'
import { fieldReader } from '../field-reader.ts'
import { always, type Formula, join, negate, testOf } from '../formula.ts'
import { fieldsOf, type Leaf, type Node } from './ast.ts'
import { printKql } from './print.ts'
import { type ValueTest, valueTest } from './value-test.ts'

/**
 * Compiles a query once. A clause that the checker rejects never holds, like a clause on an unmapped field, so run the
 * checker before you rely on a `not`.
 */
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

/** A function that returns the result of each clause of a query for a document. */
export function explainKql(node: Node, catalog: FieldCatalog): Explain {
  const operands = 'of' in node ? [node.of].flat() : []
  return explainNode(node, fieldsOf(node), kqlFormula(node, catalog).holds, () =>
    operands.map((operand) => explainKql(operand, catalog)),
  )
}

/** Combines alternatives that test the same field, so that they read the field only once. */
function alternatives(operands: readonly Node[], catalog: FieldCatalog): Formula[] {
  const byField = new Map<string, Leaf[]>()
  const others: Formula[] = []
  for (const operand of operands) {
    if (!('field' in operand)) others.push(kqlFormula(operand, catalog))
    else if (!byField.get(operand.field)?.push(operand)) byField.set(operand.field, [operand])
  }
  return [...[...byField.values()].map((leaves) => testOfLeaves(leaves, catalog)), ...others]
}

/** Returns a test of whether any of several leaves on one field holds. */
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

/** Caches the results of a test: fields such as the user agent repeat values, and matching many patterns is slow. */
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
