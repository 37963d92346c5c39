import type { Severity } from '../../rules/lib/rule.ts'
import type { ChainOptions } from './chain.ts'

export interface HuntCommandOptions extends ChainOptions {
  readonly content?: string
  readonly out: string
  readonly json?: boolean
  readonly quiet?: boolean
  /** Print all blind spots, and the approvals that had no effect. */
  readonly verbose?: boolean
  readonly failOn?: Severity
  /** Files to write the report into; `report.html` beside the other results when absent. */
  readonly report?: readonly string[]
  /** List the applications, too. */
  readonly apps?: boolean
}
