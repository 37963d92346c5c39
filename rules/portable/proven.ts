// What the evidence of a rule shows of its rules in the edition.
import type { Ported } from './edition.ts'

export interface ProvenRule extends Ported {
  /** Names of evidence that the full rule finds: how many, and those that the edition misses. */
  readonly match: { readonly total: number; readonly missed: readonly string[] }
  /** Near misses: how many, and those on which the edition alerts. */
  readonly noMatch: { readonly total: number; readonly loud: readonly string[] }
  /** Log sources that no evidence triggers. */
  readonly silent: readonly string[]
}
