// The test that one leaf of a condition makes on a document. The checker reports tests that cannot be evaluated; the
// evaluator runs the others. A leaf reads one field. The leaf holds if it holds for any value of the field. It is null
// (neither true nor false) if the document has no value, unless it tests for null. `!=` is the negation of `==`.
import { networkTest } from '../../../../mappings/kernel/ip-network.ts'
import type { Json } from '../../../../mappings/kernel/json.ts'
import { type FieldCatalog, resolveField } from '../catalog.ts'
import { fieldReader } from '../field-reader.ts'
import { parseStretch } from '../kql/dates.ts'
import type { QueryProblem } from '../problem.ts'
import { refusable, refuse } from '../refusal.ts'
import { type ComparisonOperator, type Expression, expressionsOf, fieldRefs, type Leaf, type Literal } from './ast.ts'
import { asciiOnly, type Computed, compileExpression, indexedValue } from './expression.ts'
import type { Kind, Scalar } from './functions.ts'
import { foldAscii, hasWildcard, matchesPattern } from './pattern.ts'

export type Truth = boolean | null

export type LeafOutcome =
  | { readonly ok: true; readonly field: string | undefined; readonly test: (document: object) => Truth }
  | { readonly ok: false; readonly problem: QueryProblem }

type ValueTest = (value: Scalar) => Truth

/** Compiles a leaf. Returns a problem if Elasticsearch would fail, or if offline and online results could differ. */
export function leafTest(leaf: Leaf, catalog: FieldCatalog): LeafOutcome {
  return refusable(() => compile(leaf, catalog))
}

function compile(leaf: Leaf, catalog: FieldCatalog): LeafOutcome {
  const names = new Set(
    expressionsOf(leaf)
      .flatMap(fieldRefs)
      .map(({ name }) => name),
  )
  if (names.size > 1)
    refuse('Q004', leaf.span, `${[...names].join(' and ')}: Elasticsearch cannot compare one field with another`)
  const [field] = names
  const test = valueTest(leaf, catalog)
  if (field === undefined) {
    const constant = test(null)
    return { ok: true, field, test: () => constant }
  }
  const { some } = fieldReader(field)
  const resolved = resolveField(field, catalog)
  const type = resolved.kind === 'field' ? resolved.field.type : undefined
  const list = resolved.kind === 'field' && resolved.field.list === true
  const plain = isNullTest(leaf) || expressionsOf(leaf).every(({ kind }) => kind === 'field' || kind === 'literal')
  if (list && !plain && leaf.kind === 'compare' && leaf.operator === '!=')
    refuse('Q004', leaf.span, `!= on a value computed from the list ${field} is ambiguous`, 'write not (… == …)')
  const negated = leaf.kind === 'compare' && leaf.operator === '!='
  const absent = negate(test(null), negated)
  // The result so far; undefined before the first value. There is no list: most documents have at most one value.
  let truth: Truth | undefined
  const see = (value: Json): boolean => {
    const indexed = indexedValue(value, type)
    if (indexed === undefined) return false
    const held = test(indexed)
    if (truth === undefined || held !== false) truth = held
    return held === true
  }
  return {
    ok: true,
    field,
    test(document) {
      truth = undefined
      some(document, see)
      return truth === undefined ? absent : negate(truth, negated)
    },
  }
}

function negate(truth: Truth, negated: boolean): Truth {
  return truth === null || !negated ? truth : !truth
}

/** `x == null`, `x != null`. */
export function isNullTest(leaf: Leaf): boolean {
  return leaf.kind === 'compare' && (isNull(leaf.left) || isNull(leaf.right)) && equality(leaf.operator)
}

function isNull(expression: Expression): boolean {
  return expression.kind === 'literal' && expression.value === null
}

function equality(operator: ComparisonOperator): boolean {
  return operator === '==' || operator === '!='
}

function valueTest(leaf: Leaf, catalog: FieldCatalog): ValueTest {
  switch (leaf.kind) {
    case 'compare':
      return comparison(leaf, catalog)
    case 'match':
      return match(leaf, compileExpression(leaf.of, catalog))
    case 'truth': {
      const of = compileExpression(leaf.of, catalog)
      if (of.kind !== 'boolean' && of.kind !== 'null')
        refuse('Q003', leaf.span, `expected a condition, found a value of kind ${of.kind}`)
      return (value) => of.evaluate(value) as Truth
    }
  }
}

type Compare = Extract<Leaf, { kind: 'compare' }>

function comparison(leaf: Compare, catalog: FieldCatalog): ValueTest {
  const left = compileExpression(leaf.left, catalog)
  const right = compileExpression(leaf.right, catalog)
  if (isNullTest(leaf)) {
    const of = isNull(leaf.left) ? right : left
    return (value) => of.evaluate(value) === null
  }
  if (leaf.left.kind === 'literal' && leaf.right.kind !== 'literal')
    return compareWith(right, flipped[leaf.operator], left, leaf.left, leaf)
  return compareWith(left, leaf.operator, right, leaf.right, leaf)
}

const flipped = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const

function compareWith(
  left: Computed,
  operator: ComparisonOperator,
  right: Computed,
  other: Expression,
  leaf: Compare,
): ValueTest {
  if (left.kind === 'null' || right.kind === 'null') return () => null
  if (left.kind === 'address' || left.kind === 'date') {
    if (other.kind !== 'literal')
      return refuse('Q004', leaf.span, `a value of kind ${left.kind} is compared with a literal`)
    return left.kind === 'address' ? address(left, operator, other) : date(left, operator, other)
  }
  sameKind(left.kind, right.kind, leaf)
  if (!equality(operator) && !isNumber(left.kind))
    refuse('Q003', leaf.span, `${operator} would compare ${left.kind} character by character`)
  const test = tests[operator]
  return (value) => {
    const a = left.evaluate(value)
    const b = right.evaluate(value)
    return a === null || b === null ? null : test(a as number, b as number)
  }
}

/** `!=` uses the test of `==`: the result over all values is negated. */
const tests: Readonly<Record<ComparisonOperator, (a: number, b: number) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a === b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

function isNumber(kind: Kind): boolean {
  return kind === 'integer' || kind === 'double'
}

function sameKind(left: Kind, right: Kind, leaf: Leaf): void {
  if (left === right || (isNumber(left) && isNumber(right))) return
  refuse('Q003', leaf.span, `a value of kind ${left} is compared with one of kind ${right}`)
}

function address(left: Computed, operator: ComparisonOperator, other: Literal): ValueTest {
  if (!equality(operator)) refuse('Q003', other.span, `${operator} does not compare addresses`, 'write cidrMatch(…)')
  return within(left, [other])
}

/** Tests whether a value is one of the addresses; networks require cidrMatch. */
function within(left: Computed, literals: readonly Literal[]): ValueTest {
  const wanted = literals.map(({ value, span }) => {
    const network = typeof value === 'string' && !value.includes('/') ? networkTest(value) : undefined
    return (
      network ?? refuse('Q003', span, `${JSON.stringify(value)} is not an address`, 'networks are for cidrMatch(…)')
    )
  })
  return (value) => {
    const found = left.evaluate(value)
    return found === null ? null : wanted.some((is) => is(String(found)))
  }
}

function date(left: Computed, operator: ComparisonOperator, other: Literal): ValueTest {
  const stretch = typeof other.value === 'string' ? parseStretch(other.value) : undefined
  if (stretch === undefined)
    return refuse('Q003', other.span, `${JSON.stringify(other.value)} is not a date`, 'write "2026-03-11T09:14:27Z"')
  const { from, to } = stretch
  return (value) => {
    const time = left.evaluate(value)
    if (typeof time !== 'number') return null
    switch (operator) {
      case '==':
      case '!=':
        return from <= time && time <= to
      case '<':
        return time < from
      case '<=':
        return time <= to
      case '>':
        return time > to
      case '>=':
        return time >= from
    }
  }
}

function match({ operator, values, span }: Extract<Leaf, { kind: 'match' }>, of: Computed): ValueTest {
  if (of.kind === 'null') return () => null
  for (const literal of values) {
    if (literal.value === null) refuse('Q001', literal.span, 'a list cannot contain null', 'write … == null')
    if (operator !== 'in') asciiOnly(literal)
  }
  if (operator === 'in' && of.kind === 'address') return within(of, values)
  if (operator !== 'in' && of.kind !== 'string')
    refuse('Q003', span, `${operator} compares text, found a value of kind ${of.kind}`, 'write == or in')
  for (const { value, span: place } of values) {
    const kind = typeof value === 'number' ? 'number' : typeof value
    const wanted = isNumber(of.kind) ? 'number' : of.kind
    if (kind !== wanted) refuse('Q003', place, `${JSON.stringify(value)} is compared with a value of kind ${of.kind}`)
  }
  const test = listTest(operator, values)
  return (value) => {
    const found = of.evaluate(value)
    return found === null ? null : test(found)
  }
}

function listTest(
  operator: 'in' | 'in~' | ':' | 'like' | 'like~',
  values: readonly Literal[],
): (found: Scalar) => boolean {
  if (operator === 'in') {
    const wanted = new Set(values.map(({ value }) => value))
    return (found) => wanted.has(found)
  }
  const folds = operator !== 'like'
  const texts = values.map(({ value }) => (folds ? foldAscii(String(value)) : String(value)))
  const exact = new Set(texts.filter((text) => operator === 'in~' || !hasWildcard(text)))
  const patterns = texts.filter((text) => !exact.has(text))
  return (found) => {
    const text = folds ? foldAscii(String(found)) : String(found)
    return exact.has(text) || patterns.some((pattern) => matchesPattern(text, pattern))
  }
}
