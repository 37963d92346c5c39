import type { FieldTable } from '../fields/field.ts'

/** Where the vendor's own members go, and what we know of them. */
export interface Vendor {
  /** Dotted root of the vendor block: `o365.audit`. */
  readonly root: string
  /** `members`: every member of the record that is not moved. `none`: derive steps fill the block. */
  readonly content: 'members' | 'none'
  /** The catalog of the fields below the root, full names. */
  readonly fields: FieldTable
  /**
   * Objects below the root with open-ended names: mapped `dynamic: false`; names outside the catalog go to a flattened
   * sibling.
   */
  readonly open: readonly string[]
  /** Names that Elastic's documentation has for common fields: alias → field. No document has a value there. */
  readonly aliases?: Readonly<Record<string, string>>
}
