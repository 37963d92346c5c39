// What counts as late, silent, or much: one set of numbers for the service and for a hunt.

const hour = 3_600_000
const day = 24 * hour

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
export const defaultClickMs = hour

export const defaultFindingSettings: FindingSettings = {
  containmentMs: day,
  clickMs: defaultClickMs,
  overlapMs: 14 * day,
  silentMs: day,
  volumeFactor: 5,
  volumeItems: 200,
  volumeBytes: 100_000_000,
}

/** How far the past reaches that a log source or an application is compared with. */
export const pastMs = 28 * day

/** So long after a day comes the same day of the week. */
export const weekMs = 7 * day

/** How much of that past there must be: two weekends, so that a rest at the weekend is known for one. */
export const leastPastMs = 14 * day

/** A log source that may be silent for longer has too few records to be judged. */
export const longestSilenceMs = 14 * day

/** How long after the last event something may still fall due. */
export function lastDueMs({ containmentMs, clickMs, overlapMs, silentMs }: FindingSettings): number {
  // A day is counted when it is over.
  return Math.max(containmentMs, clickMs, overlapMs, silentMs + hour, longestSilenceMs + hour, day)
}

export const dayMs = day
export const hourMs = hour

/** A stretch of due times: from, exclusive, until, inclusive. Epoch milliseconds. */
export interface Span {
  readonly from: number
  readonly until: number
}

export function isIn({ from, until }: Span, time: number): boolean {
  return time > from && time <= until
}

/** The stretch so much earlier. */
export function earlier({ from, until }: Span, by: number): Span {
  return { from: from - by, until: until - by }
}

/** Days (UTC) that end within a span: the begin of each, epoch milliseconds. */
export function daysEndingIn({ from, until }: Span): number[] {
  const days: number[] = []
  for (let end = Math.floor(from / day) * day + day; end <= until; end += day) if (end > from) days.push(end - day)
  return days
}
