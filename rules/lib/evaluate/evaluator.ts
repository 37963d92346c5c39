// Common behavior of all kinds of rules: documents arrive in the order of their visibility, and runs at the multiples
// of the rule interval produce alerts.
import type { EcsDocument } from '../../../mappings/fields/document.ts'

/** Where the record of a document stood: the file, and its position there from 0, decimal. */
export interface RecordOrigin {
  readonly source: string
  readonly offset: string
  /** Path of the record inside the value at the offset; absent for the whole value. */
  readonly element?: string
}

/** A stored document as an alert points at it. Its record's origin is known offline only. */
export interface EventReference extends Partial<RecordOrigin> {
  /** `event.id`. */
  readonly id?: string
  readonly _id: string
  readonly '@timestamp': string
  readonly dataset?: string
}

/** A stored document on its way through the rules. */
export interface Entry {
  readonly document: EcsDocument
  /** The document's `_id`. */
  readonly id: string
  readonly dataset: string
  readonly origin?: RecordOrigin
  /** When rules could see it, epoch milliseconds: what Kibana reads from `event.ingested`. Never goes back within a run. */
  readonly visible: number
  /** Whether the run was asked to watch the document. */
  readonly watched?: boolean
  /** What an alert that is itself read by rules counted. */
  readonly behind?: readonly Entry[]
  /** The subject of a document that was found by an earlier run and is not reported again. */
  readonly events?: readonly EventReference[]
}

/** One alert to raise. */
export interface Finding {
  /** The run that raises it, epoch milliseconds. */
  readonly at: number
  /** Every document that the alert counts, in the order in which they became visible. At least one. */
  readonly entries: readonly [Entry, ...Entry[]]
  /** The values that the group or the new combination has, by field; absent where the alert is about one document or a sequence. */
  readonly terms?: Readonly<Record<string, string>>
  /** False while the history is too short for a meaningful alert. */
  readonly settled: boolean
}

/** The state of one rule over one stream of documents. */
export interface Evaluator {
  /** The next run that has something to judge; infinite when none has. */
  readonly due: number
  /** Takes a document that the rule selects. Findings that no later document can change may come at once. */
  take(entry: Entry): readonly Finding[]
  /** Judges the run that is due: every document up to it has been taken. */
  run(): readonly Finding[]
  /** What was missing for an alert that counts, for a person who expected one; undefined where it took no document. */
  readonly shortfall?: () => string | undefined
}
