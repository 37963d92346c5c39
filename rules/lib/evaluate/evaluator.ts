// Common behavior of all kinds of rules: documents arrive in the order of their visibility, and runs at the multiples
// of the rule interval produce alerts.
import type { EcsDocument } from '../../../mappings/fields/document.ts'

/** The origin of the record of a document: the file, and the position in the file from 0 as decimal digits. */
export interface RecordOrigin {
  readonly source: string
  readonly offset: string
  /** Path of the record inside the value at the offset; absent if the record is the whole value. */
  readonly element?: string
}

/** A reference from an alert to a stored document. The origin of the record is known only offline. */
export interface EventReference extends Partial<RecordOrigin> {
  /** `event.id`. */
  readonly id?: string
  readonly _id: string
  readonly '@timestamp': string
  readonly dataset?: string
}

/** A stored document that passes through the rules. */
export interface Entry {
  readonly document: EcsDocument
  /** The document's `_id`. */
  readonly id: string
  readonly dataset: string
  readonly origin?: RecordOrigin
  /** When rules can see the document, in epoch milliseconds (Kibana: `event.ingested`). Never decreases in a run. */
  readonly visible: number
  readonly watched?: boolean
  /** The history is too short, but the rule matches whatever an earlier record would say. */
  readonly certain?: boolean
  /** The documents that the alert counted, if this entry is an alert that rules read. */
  readonly behind?: readonly Entry[]
  /** The events that a finding is about, if this document is a finding. */
  readonly events?: readonly EventReference[]
}

export interface Finding {
  /** The time of the run that raises the alert, in epoch milliseconds. */
  readonly at: number
  /** All documents that the alert counts, in the order in which they became visible; at least one. */
  readonly entries: readonly [Entry, ...Entry[]]
  /** The values of the group or new combination, by field; absent if the alert is on one document or a sequence. */
  readonly terms?: Readonly<Record<string, string>>
  /** False while the history is too short for a meaningful alert. */
  readonly settled: boolean
}

/** The state of one rule over one stream of documents. */
export interface Evaluator {
  /** The time of the next run that has documents to evaluate; infinite if there is no such run. */
  readonly due: number
  /** Takes a document that the rule selects. May return findings at once if no later document can change them. */
  take(entry: Entry): readonly Finding[]
  /** Evaluates the due run: all documents before the run have been taken. */
  run(): readonly Finding[]
  /** Returns the missing condition of a final alert, for a person who expected it; undefined if no document was taken. */
  readonly shortfall?: () => string | undefined
}
