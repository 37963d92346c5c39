// Log sources to collect: logs in time windows, and inventories in one pass.

/** A part of a log: all records of a log source in a period. It is collected as a whole or not at all. */
export interface Window {
  readonly from: number
  readonly to: number
}

export interface Output {
  /** Takes JSON values, one line each. Resolves when there is room for more. */
  write(lines: readonly string[]): Promise<void>
  /** Reports an item that the vendor listed but no longer has, because the reader must know about the gap. */
  lost(what: string): void
}

export interface LogSource {
  /** Used in the names of the files and in the state. */
  readonly id: string
  readonly vendor: 'microsoft' | 'google'
  /** How long the vendor keeps records; undefined for an inventory, which has only a current state. */
  readonly retentionMs: number | undefined
  /** The location of older records; absent if the vendor has none. */
  readonly older?: string
  /** True if the vendor refuses requests for records that it no longer keeps; false if it answers with the rest. */
  readonly refusesOlder: boolean
  readonly windowMs: number
  /** Records appear late, so a later run starts this much earlier. */
  readonly overlapMs: number
  /** Called once, before the first window. */
  prepare?(): Promise<readonly string[]>
  collect(window: Window, out: Output): Promise<void>
}

/** The members of an inventory, which is collected in one pass. */
export const presentState = { retentionMs: undefined, windowMs: Number.POSITIVE_INFINITY, overlapMs: 0 } as const

/** A log source that this tenant does not have. This is not a failure. */
export class NotAvailable extends Error {
  override readonly name = 'NotAvailable'
}

/** Formats a time for the APIs of both vendors: UTC, without milliseconds. */
export const toSecond = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`
