import type { FieldTable } from '../fields/field.ts'

/** The location and the catalog of a vendor's own members. */
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
  /** Names of common fields in Elastic's documentation: alias → field. Documents never contain these names. */
  readonly aliases?: Readonly<Record<string, string>>
}
