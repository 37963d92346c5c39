// A mapping is data: one table per dataset, keyed by target field, so the compiler rejects unknown fields and a second
// row for one target. Vendor steps, which the table lists by name, contain the logic that a table cannot express.
import type { CommonFieldName, ValueOf } from '../fields/document.ts'
import type { Vendor } from './vendor.ts'

/** A dotted path into the record. Of several paths, the first with a value is used. */
export type Source = string | readonly string[]

interface Reads {
  readonly from: Source
  /** The member is removed from the vendor block, because this field contains it completely. */
  readonly move?: true
}

interface ReadsElement {
  /** Path in the fan-out element (one event of an activity). */
  readonly fromElement: Source
}

interface Looks<V> {
  /** Raw text → value. A text that ends in `*` matches every text with this prefix. */
  readonly lookup: Readonly<Record<string, V>>
  /** The value of the field if the raw text is not in the table. Each use is counted. */
  readonly otherwise: V | 'absent'
  /** Compare in lower case. */
  readonly fold?: true
}

/** How one field is filled. The target's type picks the converter. */
export type Row<F extends CommonFieldName> =
  | { readonly value: ValueOf<F> }
  | Reads
  | ReadsElement
  | (Reads & Looks<ValueOf<F>>)
  | (ReadsElement & Looks<ValueOf<F>>)

export type Rows = { readonly [F in CommonFieldName]?: Row<F> }

/** Rows and moves that hold only for some records. */
export interface Variant {
  /** Member → values (as text) for which the variant holds; all members must match. */
  readonly when: Readonly<Record<string, readonly string[]>>
  readonly rows?: Rows
  /** Members that are removed from the vendor block for these records, because a derive step stores them elsewhere. */
  readonly moves?: readonly string[]
}

export interface Mapping {
  /** The value of data_stream.dataset and event.dataset: `o365.audit`, `google_workspace.token`. */
  readonly dataset: string
  /** The usual name of the logs: `Microsoft Entra ID Sign-in Logs`. */
  readonly title: string
  /** None of Elastic's integrations fills this dataset. */
  readonly own?: true
  /** event.module. */
  readonly module: 'o365' | 'google_workspace' | 'azure' | 'gcp'
  /** The native records: their kind, and members (as text) that must match. Without members: all remaining records. */
  readonly takes: {
    readonly kind: 'U' | 'A' | 'S' | 'R' | 'M' | 'N' | 'G' | 'B' | 'L' | 'C' | 'I' | 'D'
    readonly when?: Readonly<Record<string, readonly string[]>>
  }
  /** An array member. Each of its elements becomes a separate document. */
  readonly fanOut?: string
  readonly ecsVersion: string
  readonly rows: Rows
  readonly variants?: readonly Variant[]
  /** The members that derive steps read, if there are many and records differ. The steps see only these members. */
  readonly reads?: readonly string[]
  /** Members that are always removed from the vendor block. */
  readonly moves?: readonly string[]
  /** Members that documents intentionally do not contain, each with the reason. */
  readonly omits?: Readonly<Record<string, string>>
  readonly vendor: Vendor
  /** Steps that run after the rows, in this order. */
  readonly derive: readonly string[]
}
