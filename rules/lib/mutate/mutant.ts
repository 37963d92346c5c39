// A rule with one change. Good evidence detects every such change.
import type { Span } from '../query/problem.ts'
import type { Rule } from '../rule.ts'

export type Change = 'removed' | 'negated' | 'changed'

/** The result of mutating a query: the changed query as text. */
export interface QueryMutant {
  readonly query: string
  readonly change: Change
  /** The span of the changed clause in the original query of the rule. */
  readonly span: Span
}

/** A complete rule with one change; `what` is the changed part, in the words of the rule. */
export interface Mutant {
  readonly rule: Rule
  readonly change: Change
  readonly what: string
  /** The changed member of the rule, with line and column for a query. */
  readonly path: string
}
