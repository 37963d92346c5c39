// The tree of a parsed EQL query.
import type { Span } from '../problem.ts'

export interface Literal {
  readonly kind: 'literal'
  readonly value: string | number | boolean | null
  /** The number has a decimal point or an exponent: division by this number does not round. */
  readonly double?: true
  readonly span: Span
}

export interface FieldRef {
  readonly kind: 'field'
  readonly name: string
  /** `?field`: null if no index maps the field; as a join key, the field may be null. */
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
      /** The operator has a `~`: the comparison ignores case. */
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
/** Operators with one value or a list of values on the right side. `:` is `like~`. */
export type MatchOperator = ':' | 'like' | 'like~' | 'in' | 'in~'

/** A condition with a single test, which `explain` reports on. */
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
  /** The number of consecutive events; 1 if the text contains no `runs`. */
  readonly runs: number
  /** `![ … ]`: the event must not occur at this place. */
  readonly missing: boolean
  readonly span: Span
}

export interface SequenceQuery {
  readonly kind: 'sequence'
  /** Keys of every step; they precede the step's own keys. */
  readonly by: readonly FieldRef[]
  /** `text` is the original text, for example `15m`. */
  readonly maxspan: { readonly milliseconds: number; readonly text: string } | undefined
  readonly steps: readonly Step[]
  readonly until: Step | undefined
  readonly span: Span
}

export type EqlQuery = EventQuery | SequenceQuery

/** Joins conditions with one operator. An operand with the same operator is split into its own operands. */
export function join(kind: 'and' | 'or', operands: readonly Condition[], span: Span): Condition {
  const of = operands.flatMap((node) => (node.kind === kind ? node.of : [node]))
  const [only, second] = of
  return only !== undefined && second === undefined ? only : { kind, of, span }
}

/** Returns the conditions of a query, step by step; the condition of `until` comes last. */
export function eventQueries(query: EqlQuery): EventQuery[] {
  if (query.kind === 'event') return [query]
  return [...query.steps, ...(query.until === undefined ? [] : [query.until])].map(({ event }) => event)
}

/** Returns the event queries that must find an event: all except missing steps and `until`. */
export function mustHappen(query: EqlQuery): EventQuery[] {
  return query.kind === 'event' ? [query] : query.steps.filter(({ missing }) => !missing).map(({ event }) => event)
}

/** Returns the fields that a condition reads, each once, from left to right. */
export function conditionFields(condition: Condition): string[] {
  const refs = leaves(condition).flatMap(expressionsOf).flatMap(fieldRefs)
  return [...new Set(refs.map(({ name }) => name))]
}

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

/** Returns the join keys of a step: the keys of the sequence, then the step's own keys. */
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

/** The field that is compared with the word before `where`. */
export const categoryField = 'event.category'
