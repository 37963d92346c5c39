import type { CommonFieldName, EcsDocument } from '../fields/document.ts'
import type { OauthAction } from '../fields/oauth.ts'
import type { JsonObject } from '../kernel/json.ts'

/** An unfinished document, as input and output of derive steps. */
export interface Draft {
  /** The native record, never changed. */
  readonly record: JsonObject
  /** The fan-out element (one event of an activity), or the record itself. */
  readonly element: JsonObject
  /** Position of the element among the fan-out elements, from 0. */
  readonly ordinal: number
  /** Members of the wrapper around the record, where there was one. */
  readonly context: JsonObject | undefined
  readonly document: EcsDocument
  /** The vendor block, newly created. Steps may change it, but not the values in it that come from the record. */
  readonly vendor: JsonObject
  /** Reports an unreadable part of the record: it is added to error.message; the rest continues. */
  problem(text: string): void
  /** Reports a text without an entry in a table of the step: counted for the field like `otherwise` of a row. */
  missed(field: CommonFieldName, text: string): void
}

/** A named step that reads the record and writes the document. Synchronous, without effects outside the draft. */
export interface DeriveStep {
  (draft: Draft): void
  /** The values of `oauth.action` that the step writes. */
  readonly acts?: readonly OauthAction[]
}

export function actStep(acts: readonly OauthAction[], step: (draft: Draft) => void): DeriveStep {
  return Object.assign(step, { acts })
}
