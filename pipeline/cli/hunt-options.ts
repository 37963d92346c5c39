import type { Severity } from '../../rules/lib/rule.ts'
import type { CommonOptions } from './common-options.ts'

export interface FilterOptions extends CommonOptions {
  /** An ID, a name, or a part of either. */
  readonly app?: string
  readonly account?: string
  readonly ip?: readonly string[]
  /** A text in any value. */
  readonly find?: string
  readonly minSeverity?: Severity
  readonly rule?: readonly string[]
}

export interface HuntCommandOptions extends FilterOptions {
  readonly out: string
  /** Print the reasons of all alerts, all blind spots, and the approvals that had no effect. */
  readonly verbose?: boolean
  readonly failOn?: Severity
  /** Files for the report; by default `report.html` next to the other results. */
  readonly report?: readonly string[]
  /** Write the evidence a second time, with pseudonyms. */
  readonly redact?: boolean
  /** The file with the pseudonym key; by default, a hidden file next to the results. */
  readonly redactKey?: string
  readonly apps?: boolean
}
