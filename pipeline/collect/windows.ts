// Splits a period at multiples of the window length, so that every run uses the same boundaries.
import { hourMs } from '../../mappings/kernel/durations.ts'
import type { LogSource, Window } from './log-source.ts'

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

/** Returns the earliest start for which the vendor still has records. */
export function clamped({ retentionMs }: LogSource, from: number, now: number): number {
  return retentionMs === undefined ? from : Math.max(from, now - retentionMs)
}

/** Returns the start, with a margin if the vendor refuses older records, because requests are sent later. */
export function firstStart(source: LogSource, from: number, now: number): number {
  return clamped(source, from, source.refusesOlder ? now + hourMs : now)
}
