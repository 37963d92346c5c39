// A negated test of a field that a document lacks: the document may or may not match, depending on how Elasticsearch
// runs the clause (as Query DSL or as a script). The clause must state whether a document without the field matches.
import type { QueryProblem } from '../problem.ts'
import { type Condition, expressionsOf, fieldRefs, type Leaf } from './ast.ts'
import { isNullTest } from './leaf-test.ts'

/** Returns clauses with an undefined result if the field is absent; `present`: fields that every document has here. */
export function checkNullOutcome(condition: Condition, present: ReadonlySet<string>): QueryProblem[] {
  return walk(condition, true, present).map(({ leaf, field }) => ({
    code: 'Q006',
    span: leaf.span,
    message: `a document without ${field} matches or not, depending on how Elasticsearch runs the clause`,
    hint: `write ${field} != null and …, or ${field} == null or …`,
  }))
}

interface Open {
  readonly leaf: Leaf
  readonly field: string
}

/** `positive`: the condition is inside an even number of `not`. */
function walk(condition: Condition, positive: boolean, present: ReadonlySet<string>): Open[] {
  switch (condition.kind) {
    case 'not':
      return walk(condition.of, !positive, present)
    case 'and':
    case 'or': {
      // `not (a or b)` is `not a and not b`.
      const all = (condition.kind === 'and') === positive
      const guard = all ? holdsOnlyWith : holdsWithout
      return condition.of.flatMap((operand, i) => {
        const others = condition.of.filter((_, j) => j !== i).flatMap((other) => guard(other, positive))
        return walk(operand, positive, new Set([...present, ...others]))
      })
    }
    default: {
      const field = fieldOf(condition)
      if (field === undefined || isNullTest(condition) || present.has(field)) return []
      return isNegation(condition) === positive ? [{ leaf: condition, field }] : []
    }
  }
}

function fieldOf(leaf: Leaf): string | undefined {
  return expressionsOf(leaf).flatMap(fieldRefs)[0]?.name
}

function isNegation(leaf: Leaf): boolean {
  return leaf.kind === 'compare' && leaf.operator === '!='
}

/** Returns the fields of the leaves that pass `test`: of any operand of `all`, and of every operand of the opposite. */
function fieldsOf(
  condition: Condition,
  positive: boolean,
  all: 'and' | 'or',
  test: (leaf: Leaf, positive: boolean) => boolean,
): string[] {
  switch (condition.kind) {
    case 'not':
      return fieldsOf(condition.of, !positive, all, test)
    case 'and':
    case 'or': {
      const sets = condition.of.map((operand) => fieldsOf(operand, positive, all, test))
      if ((condition.kind === all) === positive) return sets.flat()
      return (sets[0] ?? []).filter((field) => sets.every((set) => set.includes(field)))
    }
    default: {
      const field = fieldOf(condition)
      return field !== undefined && test(condition, positive) ? [field] : []
    }
  }
}

/** Returns the fields that a document must have for the condition to hold. */
function holdsOnlyWith(condition: Condition, positive: boolean): string[] {
  // A field is proven present by `f != null`, `not f == null`, and every value test that is not negated.
  return fieldsOf(condition, positive, 'and', (leaf, plain) => isNullTest(leaf) === (isNegation(leaf) === plain))
}

/** Returns the fields whose absence makes the condition true. */
function holdsWithout(condition: Condition, positive: boolean): string[] {
  return fieldsOf(condition, positive, 'or', (leaf, plain) => isNullTest(leaf) && isNegation(leaf) !== plain)
}
