// Spans of time as the fields have them.
const hour = 3_600_000

/** Whole days from one moment to another. */
export function daysBetween(from: number, to: number): number {
  return Math.floor((to - from) / (24 * hour))
}

/** Hours from one moment to another, to the hundredth. */
export function hoursBetween(from: number, to: number): number {
  return Math.round(((to - from) / hour) * 100) / 100
}

/** Epoch milliseconds as documents have them. */
export function isoTime(at: number): string {
  return new Date(at).toISOString()
}
