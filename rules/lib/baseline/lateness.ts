// The delay of a record in the rendered month: most arrive within minutes, some after hours, a few after a day, as in
// real audit logs.
import { fraction } from './chance.ts'

const minute = 60_000
const hour = 60 * minute

/** Cumulative shares of the records, and the longest delay of each share. */
const delays: readonly { readonly below: number; readonly longest: number }[] = [
  { below: 0.8, longest: 10 * minute },
  { below: 0.97, longest: 3 * hour },
  { below: 1, longest: 30 * hour },
]

/** Returns the milliseconds between an event and its document's visibility. The same ID gives the same result. */
export function latenessOf(id: string): number {
  const share = fraction(id, 'share')
  const longest = delays.find(({ below }) => share < below)?.longest ?? 0
  return Math.floor(longest * fraction(id, 'delay'))
}
