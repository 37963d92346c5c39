// Log sources to collect: logs in time windows, and inventories in one pass.
import { minuteMs } from '../../mappings/kernel/durations.ts'
import type { VendorRefusal } from './vendor-client.ts'

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

/** The vendor's clock, from the last response. */
export interface VendorClock {
  /** The vendor's clock minus the local clock. */
  readonly skewMs: number
  /** Reports a difference that can make the vendor refuse requests. */
  clockNotes(): string[]
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
  /** Absent for an inventory, whose records have no period. */
  readonly clock?: VendorClock
  /** Called once, before the first window. */
  prepare?(): Promise<readonly string[]>
  collect(window: Window, out: Output): Promise<void>
}

/** The members of an inventory, which is collected in one pass. */
export const presentState = {
  retentionMs: undefined,
  refusesOlder: false,
  windowMs: Number.POSITIVE_INFINITY,
  overlapMs: 0,
} as const

/** A log source that this tenant does not have. This is not a failure, unless the log source answered before. */
export class NotAvailable extends Error {
  override readonly name = 'NotAvailable'
  readonly refusal: VendorRefusal
  /** True if the vendor named the missing license; false if the refusal can also have another cause. */
  readonly isStated: boolean
  constructor(message: string, refusal: VendorRefusal, isStated = false) {
    super(message)
    this.refusal = refusal
    this.isStated = isStated
  }
}

/** Formats a time for the APIs of both vendors: UTC, without milliseconds. */
export const toSecond = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`

/** The windows from `from` to `to`, oldest first; the first and the last may be shorter. */
export function windowsOf({ windowMs }: Pick<LogSource, 'windowMs'>, from: number, to: number): Window[] {
  if (windowMs === Number.POSITIVE_INFINITY) return [{ from, to }]
  const out: Window[] = []
  for (let at = from; at < to; ) {
    const end = Math.min(to, (Math.floor(at / windowMs) + 1) * windowMs)
    out.push({ from: at, to: end })
    at = end
  }
  return out
}

/** Maximum clock difference: the overlap of two runs covers it, and no vendor refuses the time range of a request. */
export const clockToleranceMs = 5 * minuteMs

/** Returns the vendor's time for a local time if the clocks differ: records have the vendor's time, and windows in its future are incomplete. */
export function presentOf({ clock }: LogSource, at: number): number {
  const skew = clock?.skewMs ?? 0
  return Math.abs(skew) < clockToleranceMs ? at : Math.floor((at + skew) / 1000) * 1000
}

/** Returns the earliest start for which the vendor still has records. */
export function clamped({ retentionMs }: LogSource, from: number, now: number): number {
  return retentionMs === undefined ? from : Math.max(from, now - retentionMs)
}

/** Returns the start, with a margin if the vendor refuses older records, because the first request is sent later. */
export function firstStart(source: LogSource, from: number, now: number): number {
  return clamped(source, from, source.refusesOlder ? now + 2 * minuteMs : now)
}
