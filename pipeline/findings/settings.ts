// The numbers that define late, silent and unusual. The service and a hunt use the same numbers.
import { dayMs, hourMs } from '../../mappings/kernel/durations.ts'

export interface FindingSettings {
  /** Maximum time that a grant may remain after its account has ended. */
  readonly containmentMs: number
  /** Maximum time between the records of one click. */
  readonly clickMs: number
  /** Maximum time that an application may have more credentials than before. */
  readonly overlapMs: number
  /** Minimum silence before a log source counts as silent. */
  readonly silentMs: number
  /** The volume of an application and account on a day is unusual above this multiple of its usual daily volume … */
  readonly volumeFactor: number
  /** … and above this number of items or bytes. */
  readonly volumeItems: number
  readonly volumeBytes: number
}

export const defaultClickMs = hourMs

export const defaultFindingSettings: FindingSettings = {
  containmentMs: dayMs,
  clickMs: defaultClickMs,
  overlapMs: 14 * dayMs,
  silentMs: dayMs,
  volumeFactor: 5,
  volumeItems: 200,
  volumeBytes: 100_000_000,
}

/** Length of the past with which a log source or an application is compared. */
export const pastMs = 28 * dayMs

/** A busy day makes another busy day usual for this long: the end of a quarter falls within this time. */
export const peaksMs = 100 * dayMs

export const weekMs = 7 * dayMs

/** Minimum length of the past: two weekends, so that a quiet weekend is known to be usual. */
export const leastPastMs = 14 * dayMs

/** A log source whose allowed silence is longer than this has too few records to be judged. */
export const longestSilenceMs = 14 * dayMs

/** Returns the maximum time after the last event at which a finding may fall due. */
export function lastDueMs({ containmentMs, clickMs, overlapMs, silentMs }: FindingSettings): number {
  // A day is counted when it is over.
  return Math.max(containmentMs, clickMs, overlapMs, silentMs + hourMs, longestSilenceMs + hourMs, dayMs)
}

/** A range of due times: `from` is exclusive, `until` inclusive. Epoch milliseconds. */
export interface Span {
  readonly from: number
  readonly until: number
}

export function isIn({ from, until }: Span, time: number): boolean {
  return time > from && time <= until
}

export function earlier({ from, until }: Span, by: number): Span {
  return { from: from - by, until: until - by }
}

/** Returns the days (UTC) that end within a span, by their start in epoch milliseconds. */
export function daysEndingIn({ from, until }: Span): number[] {
  const days: number[] = []
  for (let end = Math.floor(from / dayMs) * dayMs + dayMs; end <= until; end += dayMs)
    if (end > from) days.push(end - dayMs)
  return days
}
