// The results of the evidence of a rule for its rules in the portable edition.
import type { Ported } from './edition.ts'

export interface ProvenRule extends Ported {
  /** Evidence that the full rule matches: the number, and the names of the evidence that the edition misses. */
  readonly match: { readonly total: number; readonly missed: readonly string[] }
  /** Near misses: the number, and the names of those on which the edition alerts. */
  readonly noMatch: { readonly total: number; readonly loud: readonly string[] }
  /** Log sources for which no evidence triggers the rule. */
  readonly silent: readonly string[]
}
