// The tree of a parsed EQL query.
import type { Span } from '../problem.ts'

export interface Literal {
  readonly kind: 'literal'
  readonly value: string | number | boolean | null
  /** A number written with a point or an exponent: divisions by it are not rounded. */
  readonly double?: true
  readonly span: Span
}

export interface FieldRef {
  readonly kind: 'field'
  readonly name: string
  /** `?field`: null where no index maps it; as a join key it may be null. */
  readonly optional: boolean
  readonly span: Span
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%'

export type Expression =
  | Literal
  | FieldRef
  | {
      readonly kind: 'call'
      readonly name: string
      /** Written with `~`: upper and lower case are the same. */
      readonly insensitive: boolean
      readonly arguments: readonly Expression[]
      readonly nameSpan: Span
      readonly span: Span
    }
  | {
      readonly kind: 'arithmetic'
      readonly operator: ArithmeticOperator
      readonly left: Expression
      readonly right: Expression
      readonly span: Span
    }

export const comparisonOperators = ['==', '!=', '<', '<=', '>', '>='] as const
export type ComparisonOperator = (typeof comparisonOperators)[number]
/** What has a list of values, or one, on its right side. `:` is `like~`. */
export type MatchOperator = ':' | 'like' | 'like~' | 'in' | 'in~'

/** A condition that asks one thing: what `explain` reports on. */
export type Leaf = { readonly span: Span } & (
  | {
      readonly kind: 'compare'
      readonly operator: ComparisonOperator
      readonly left: Expression
      readonly right: Expression
    }
  | {
      readonly kind: 'match'
      readonly operator: MatchOperator
      readonly of: Expression
      readonly values: readonly Literal[]
    }
  /** A value that is true or false by itself: `true`, a boolean field, a function. */
  | { readonly kind: 'truth'; readonly of: Expression }
)

export type Condition =
  | Leaf
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[]; readonly span: Span }
  | { readonly kind: 'not'; readonly of: Condition; readonly span: Span }

export interface EventQuery {
  readonly kind: 'event'
  /** A value of `event.category`; undefined for `any`. */
  readonly category: string | undefined
  readonly condition: Condition
  readonly span: Span
}

/** One `[ … ]` of a sequence. */
export interface Step {
  readonly event: EventQuery
  readonly by: readonly FieldRef[]
  /** How often in a row; 1 when absent in the text. */
  readonly runs: number
  /** `![ … ]`: must not happen there. */
  readonly missing: boolean
  readonly span: Span
}

export interface SequenceQuery {
  readonly kind: 'sequence'
  /** Keys of every step, in front of its own. */
  readonly by: readonly FieldRef[]
  /** `text` as written, like `15m`. */
  readonly maxspan: { readonly milliseconds: number; readonly text: string } | undefined
  readonly steps: readonly Step[]
  readonly until: Step | undefined
  readonly span: Span
}

export type EqlQuery = EventQuery | SequenceQuery

/** Joins conditions with one operator; an operand with the same operator is taken apart. */
export function join(kind: 'and' | 'or', operands: readonly Condition[], span: Span): Condition {
  const of = operands.flatMap((node) => (node.kind === kind ? node.of : [node]))
  const [only, second] = of
  return only !== undefined && second === undefined ? only : { kind, of, span }
}

/** The conditions of a query, step by step, with that of `until` last. */
export function eventQueries(query: EqlQuery): EventQuery[] {
  if (query.kind === 'event') return [query]
  return [...query.steps, ...(query.until === undefined ? [] : [query.until])].map(({ event }) => event)
}

/** The event queries that have to find something: a missing step and `until` do not. */
export function mustHappen(query: EqlQuery): EventQuery[] {
  return query.kind === 'event' ? [query] : query.steps.filter(({ missing }) => !missing).map(({ event }) => event)
}

/** The fields that a condition asks for, each once, from left to right. */
export function conditionFields(condition: Condition): string[] {
  const refs = leaves(condition).flatMap(expressionsOf).flatMap(fieldRefs)
  return [...new Set(refs.map(({ name }) => name))]
}

/** Every leaf of a condition, from left to right. */
export function leaves(condition: Condition): Leaf[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.of.flatMap(leaves)
    case 'not':
      return leaves(condition.of)
    default:
      return [condition]
  }
}

/** The values that a leaf computes with, outermost first. */
export function expressionsOf(leaf: Leaf): Expression[] {
  switch (leaf.kind) {
    case 'compare':
      return [leaf.left, leaf.right]
    case 'match':
      return [leaf.of, ...leaf.values]
    case 'truth':
      return [leaf.of]
  }
}

/** Every field that a value is made of. */
export function fieldRefs(expression: Expression): FieldRef[] {
  switch (expression.kind) {
    case 'literal':
      return []
    case 'field':
      return [expression]
    case 'call':
      return expression.arguments.flatMap(fieldRefs)
    case 'arithmetic':
      return [...fieldRefs(expression.left), ...fieldRefs(expression.right)]
  }
}

/** The join keys of a step: those of the sequence, then its own. */
export function keysOf(query: SequenceQuery, step: Step): readonly FieldRef[] {
  return [...query.by, ...step.by]
}

/** The fields a query reads, join keys and `event.category` included, each once, sorted. */
export function fieldsOf(query: EqlQuery): string[] {
  const conditions = eventQueries(query).flatMap((event) => [
    ...(event.category === undefined ? [] : [categoryField]),
    ...conditionFields(event.condition),
  ])
  const steps = query.kind === 'event' ? [] : [...query.steps, ...(query.until === undefined ? [] : [query.until])]
  const keys = query.kind === 'event' ? [] : steps.flatMap((step) => keysOf(query, step).map(({ name }) => name))
  return [...new Set([...conditions, ...keys])].sort()
}

/** The field that the word before `where` is looked up in. */
export const categoryField = 'event.category'
