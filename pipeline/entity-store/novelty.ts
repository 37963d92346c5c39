// How much history a new value requires, how long it counts as new, and whether it is unusual. If new values appeared on
// several days of a month, another new value is not unusual.
import type { StoredMember } from '../../mappings/entities/members.ts'
import { dayMs } from '../../mappings/kernel/durations.ts'

/** A new value is only evidence after its log source has run for this long. */
export const learningMs = 14 * dayMs
/** How long a network, a use or a method counts as new. A later age would only enlarge the index. */
export const newMs = 7 * dayMs
/** New values on this many days of a month make further new values usual. */
const usualDays = 3
const usualMs = 30 * dayMs

/**
 * Checks whether the application often had new members of a kind before the one first seen at `first`. Its first day
 * does not count, nor the last day before `first`: a thief who takes one account after another must not seem usual.
 */
export function isUsual(members: readonly StoredMember[], beginning: number, first: number): boolean {
  const until = first - dayMs
  const days = new Set<number>()
  for (const member of members)
    if (member.first >= Math.max(beginning + dayMs, until - usualMs) && member.first < until)
      days.add(Math.floor(member.first / dayMs))
  return days.size >= usualDays
}
