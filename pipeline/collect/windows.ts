// How a period is cut: at multiples of the window, so that every run cuts at the same places.
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

/** The start that the vendor still has records for. */
export function clamped({ retentionMs }: LogSource, from: number, now: number): number {
  return retentionMs === undefined ? from : Math.max(from, now - retentionMs)
}

/** The start of a collection: a vendor that refuses older records is asked some time later. */
export function firstStart(source: LogSource, from: number, now: number): number {
  return clamped(source, from, source.refusesOlder ? now + hourMs : now)
}
