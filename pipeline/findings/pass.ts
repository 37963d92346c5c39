// One pass over the past: all findings due within a span. The searches are pure except for queries to the history.
import { findIncompleteBundles } from './bundle-incomplete.ts'
import { findContainmentGaps } from './containment-gap.ts'
import { findCredentialOverlaps } from './credential-overlap.ts'
import { findAbsentFields } from './field-absent.ts'
import type { Finding } from './finding.ts'
import type { PassOptions } from './history.ts'
import { findSilentLogSources } from './log-source-silent.ts'
import type { Span } from './settings.ts'
import { findUsesAfterEnd } from './use-after-end.ts'
import { findVolumes } from './volume.ts'

type Find = (pass: PassOptions, span: Span) => Promise<Finding[]>

/** Finds acts that did not happen in time: due times within the span. */
export const findDue = inOrder(findContainmentGaps, findIncompleteBundles, findCredentialOverlaps)

/** Finds differences from the past, by counts of stored documents: due times within the span. */
export const findUnusual = inOrder(findSilentLogSources, findAbsentFields, findVolumes)

/** Finds facts that arrived too late: accounts that ended within the span, and were used after it. */
export const findLate = inOrder(findUsesAfterEnd)

/** Runs these searches in sequence, and sorts their findings by due time. */
function inOrder(...finds: readonly Find[]): Find {
  return async (pass, span) => {
    const found: Finding[] = []
    for (const find of finds) found.push(...(await find(pass, span)))
    return found.sort((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1))
  }
}
