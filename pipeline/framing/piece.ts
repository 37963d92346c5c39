// The result of splitting an input: the text of a record, or the reason not to decode it.
import type { DeadLetterCode, RawValue } from '../outcome.ts'

/** The reason not to decode a piece of input: too large, or cut off without a usable part. */
export interface Refusal {
  readonly code: DeadLetterCode
  readonly detail: string
}

/** A raw value that its source already refused. It contains only the beginning of its text. */
export interface RefusedValue extends RawValue {
  readonly refused: Refusal
}

/** One record of the input as text. A refused piece carries the beginning of its text. */
export interface Piece {
  readonly text: string
  readonly refused?: Refusal
}

export interface SplitLimits {
  /** Longest record in bytes; a longer one is refused and skipped. */
  readonly recordLimit: number
  /** A page or batch longer than this is not kept whole: the elements of its array become the records. */
  readonly pageThreshold: number
}

export const defaultLimits: SplitLimits = { recordLimit: 32 * 1024 * 1024, pageThreshold: 16 * 1024 * 1024 }

export const excerptBytes = 64 * 1024
