// Whether something new is a surprise: what came on several days of a month will come again.

import type { StoredMember } from '../../mappings/entities/members.ts'
import { dayMs } from '../../mappings/kernel/durations.ts'

/** So many days of a month with something new make more of it usual. */
const usualDays = 3
const usualMs = 30 * dayMs

/**
 * Whether the application often had new members of a kind before the one that it had first at `first`. Its own first day
 * does not count, and neither does the last day before: a thief who takes one after the other makes nothing usual.
 */
export function isUsual(members: readonly StoredMember[], beginning: number, first: number): boolean {
  const until = first - dayMs
  const days = new Set<number>()
  for (const member of members)
    if (member.first >= Math.max(beginning + dayMs, until - usualMs) && member.first < until)
      days.add(Math.floor(member.first / dayMs))
  return days.size >= usualDays
}
