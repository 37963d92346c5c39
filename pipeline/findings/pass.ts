// One pass over the past: all findings due within a span. The searches are pure except for queries to the history.
import { findIncompleteBundles } from './bundle-incomplete.ts'
import { findContainmentGaps } from './containment-gap.ts'
import { findCredentialOverlaps } from './credential-overlap.ts'
import { findAbsentFields } from './field-absent.ts'
import type { Finding } from './finding.ts'
import type { PassOptions } from './history.ts'
import { findSilentLogSources } from './log-source-silent.ts'
import { daysEndingIn, type Span } from './settings.ts'
import { findUsesAfterEnd } from './use-after-end.ts'
import { findVolumes } from './volume.ts'

type Find = (pass: PassOptions, span: Span) => Promise<Finding[]>

/** Finds acts that did not happen in time: due times within the span. */
export const findDue = inOrder(findContainmentGaps, findIncompleteBundles, findCredentialOverlaps)

const findUnusualDays = inOrder(findAbsentFields, findVolumes)

/**
 * Finds differences from the past, by counts of stored documents: due times within the span. Counts earlier days again
 * when a day ends: records may arrive days late, and counting is too expensive for every pass. A silence is judged once,
 * because late records can only end it.
 */
export async function findUnusual(pass: PassOptions, span: Span, lookBackMs: number): Promise<Finding[]> {
  const isDayOver = daysEndingIn(span).length > 0
  const days = { ...span, from: isDayOver ? Math.min(span.from, span.until - lookBackMs) : span.until }
  const found = [...(await findSilentLogSources(pass, span)), ...(await findUnusualDays(pass, days))]
  return found.sort(byDueTime)
}

/** Finds facts that arrived too late: accounts that ended within the span, and were used after it. */
export const findLate = inOrder(findUsesAfterEnd)

const byDueTime = (a: Finding, b: Finding) => a.due - b.due || (a.id < b.id ? -1 : 1)

/** Runs these searches in sequence, and sorts their findings by due time. */
function inOrder(...finds: readonly Find[]): Find {
  return async (pass, span) => {
    const found: Finding[] = []
    for (const find of finds) found.push(...(await find(pass, span)))
    return found.sort(byDueTime)
  }
}
