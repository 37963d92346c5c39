// What splitting an input gives: the text of a record, or why there is none to decode.
import type { DeadLetterCode, RawValue } from '../outcome.ts'

/** Why a piece of input is not worth decoding: too large, or cut off where nothing of it is left. */
export interface Refusal {
  readonly code: DeadLetterCode
  readonly detail: string
}

/** A raw value that its source already refused: only the beginning of its text is there. */
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
  /** An object longer than this that is a page or batch is not kept whole: the elements of its array are the records. */
  readonly pageThreshold: number
}

export const defaultLimits: SplitLimits = { recordLimit: 32 * 1024 * 1024, pageThreshold: 16 * 1024 * 1024 }

/** How much of a text that cannot be used is kept to recognize it by. */
export const excerptBytes = 64 * 1024
