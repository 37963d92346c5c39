// A rule changed in one place. Evidence that is worth something notices every such change.
import type { Span } from '../query/problem.ts'
import type { Rule } from '../rule.ts'

export type Change = 'removed' | 'negated' | 'changed'

/** What a mutator of a query hands back: the changed query as text. */
export interface QueryMutant {
  readonly query: string
  readonly change: Change
  /** The clause in the rule's own query. */
  readonly span: Span
}

/** A whole rule with one change; `what` is the part that was changed, in words of the rule. */
export interface Mutant {
  readonly rule: Rule
  readonly change: Change
  readonly what: string
  /** Member of the rule, with line and column inside its query. */
  readonly path: string
}
