// A mapping is data: one table per dataset, keyed by the field it fills, so that the compiler rejects a second row for
// one target and a field that does not exist. A vendor's named step covers logic that a table cannot express.
import type { CommonFieldName, ValueOf } from '../fields/document.ts'
import type { Vendor } from './vendor.ts'

/** A dotted path into the record; of several the first that holds something is taken. */
export type Source = string | readonly string[]

interface Reads {
  /** Path in the record. */
  readonly from: Source
  /** The member leaves the vendor block, because this field holds it whole. */
  readonly move?: true
}

interface ReadsElement {
  /** Path in the fan-out element (one event of an activity). */
  readonly fromElement: Source
}

interface Looks<V> {
  /** Raw text → value; a text that ends in `*` stands for all that begin like it. */
  readonly lookup: Readonly<Record<string, V>>
  /** What the field holds when the raw text is not in the table; counted. */
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

/** Rows keyed by the field they fill. */
export type Rows = { readonly [F in CommonFieldName]?: Row<F> }

/** Rows and moves that hold only for some records. */
export interface Variant {
  /** Member → values (as text) for which the variant holds; all members must match. */
  readonly when: Readonly<Record<string, readonly string[]>>
  readonly rows?: Rows
  /** Members that leave the vendor block for these records (a derive step puts them elsewhere). */
  readonly moves?: readonly string[]
}

export interface Mapping {
  /** `o365.audit`, `google_workspace.token`: data_stream.dataset and event.dataset. */
  readonly dataset: string
  /** What analysts call the logs: `Microsoft Entra ID Sign-in Logs`. */
  readonly title: string
  /** No integration of Elastic's fills this dataset. */
  readonly own?: true
  /** event.module. */
  readonly module: 'o365' | 'google_workspace' | 'azure' | 'gcp'
  /** The native records it takes: their kind, and members (as text) that must match; without these what no other takes. */
  readonly takes: {
    readonly kind: 'U' | 'A' | 'S' | 'R' | 'M' | 'N' | 'G' | 'B' | 'L' | 'C' | 'I' | 'D'
    readonly when?: Readonly<Record<string, readonly string[]>>
  }
  /** Array member of which each element becomes a document of its own. */
  readonly fanOut?: string
  /** ECS version annotated on the documents. */
  readonly ecsVersion: string
  readonly rows: Rows
  readonly variants?: readonly Variant[]
  /** The members that derive steps read, where these are many and records differ: the steps see no others. */
  readonly reads?: readonly string[]
  /** Members that always leave the vendor block. */
  readonly moves?: readonly string[]
  /** Members that documents hold nothing of on purpose, each with the reason. */
  readonly omits?: Readonly<Record<string, string>>
  readonly vendor: Vendor
  /** Steps that run after the rows, in this order. */
  readonly derive: readonly string[]
}
