// What can be collected: logs in windows of time, and inventories in one pass.

/** A part of a log: all records of a log source in a period. It is collected as a whole or not at all. */
export interface Window {
  readonly from: number
  readonly to: number
}

export interface Output {
  /** Takes JSON values, one line each. Resolves when there is room for more. */
  write(lines: readonly string[]): Promise<void>
  /** Something that the vendor listed and no longer has: the reader must know. */
  lost(what: string): void
}

export interface LogSource {
  /** Names the files and the state. */
  readonly id: string
  readonly vendor: 'microsoft' | 'google'
  /** How far back the vendor keeps records; undefined for an inventory, which has only a present. */
  readonly retentionMs: number | undefined
  /** Where older records are; absent where the vendor has none. */
  readonly older?: string
  /** True if the vendor refuses a request for records that it no longer keeps, false if it answers with the others. */
  readonly refusesOlder: boolean
  readonly windowMs: number
  /** Records appear late: a later run reads this much before its start again. */
  readonly overlapMs: number
  /** Called once, before the first window. */
  prepare?(): Promise<readonly string[]>
  collect(window: Window, out: Output): Promise<void>
}

/** An inventory: it is collected in one pass. */
export const presentState = { retentionMs: undefined, windowMs: Number.POSITIVE_INFINITY, overlapMs: 0 } as const

/** A log source that this tenant does not have: no failure. */
export class NotAvailable extends Error {
  override readonly name = 'NotAvailable'
}

/** A time as the APIs of both vendors read it: UTC, without milliseconds. */
export const toSecond = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`
