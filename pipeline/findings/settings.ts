// What counts as late, silent, or much: one set of numbers for the service and for a hunt.

import { dayMs, hourMs } from '../../mappings/kernel/durations.ts'

export interface FindingSettings {
  /** How long a grant may be left after its account has ended. */
  readonly containmentMs: number
  /** How long the records of one click may take. */
  readonly clickMs: number
  /** How long more credentials than before may stay. */
  readonly overlapMs: number
  /** A log source is never called silent sooner. */
  readonly silentMs: number
  /** A day of an application and account is much from so many times its usual day on … */
  readonly volumeFactor: number
  /** … and from so many items or bytes on. */
  readonly volumeItems: number
  readonly volumeBytes: number
}

/** How long the records of one click may take. */
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

/** How far the past reaches that a log source or an application is compared with. */
export const pastMs = 28 * dayMs

/** How far back a busy day makes another busy day usual: one quarter ends in that time. */
export const peaksMs = 100 * dayMs

/** So long after a day comes the same day of the week. */
export const weekMs = 7 * dayMs

/** How much of that past there must be: two weekends, so that a rest at the weekend is known for one. */
export const leastPastMs = 14 * dayMs

/** A log source that may be silent for longer has too few records to be judged. */
export const longestSilenceMs = 14 * dayMs

/** How long after the last event something may still fall due. */
export function lastDueMs({ containmentMs, clickMs, overlapMs, silentMs }: FindingSettings): number {
  // A day is counted when it is over.
  return Math.max(containmentMs, clickMs, overlapMs, silentMs + hourMs, longestSilenceMs + hourMs, dayMs)
}

/** A stretch of due times: from, exclusive, until, inclusive. Epoch milliseconds. */
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

/** Days (UTC) that end within a span: the begin of each, epoch milliseconds. */
export function daysEndingIn({ from, until }: Span): number[] {
  const days: number[] = []
  for (let end = Math.floor(from / dayMs) * dayMs + dayMs; end <= until; end += dayMs)
    if (end > from) days.push(end - dayMs)
  return days
}
