// One pass over the past: everything that fell due within a span of time. Pure but for what it asks of the history.
import type { Environment } from '../../mappings/environment/environment.ts'
import { findIncompleteBundles } from './bundle-incomplete.ts'
import { findContainmentGaps } from './containment-gap.ts'
import { findCredentialOverlaps } from './credential-overlap.ts'
import { findAbsentFields } from './field-absent.ts'
import type { Finding } from './finding.ts'
import type { History } from './history.ts'
import { findSilentLogSources } from './log-source-silent.ts'
import type { FindingSettings, Span } from './settings.ts'
import { findUsesAfterEnd } from './use-after-end.ts'
import { findVolumes } from './volume.ts'

export interface PassOptions {
  readonly history: History
  readonly settings: FindingSettings
  readonly environment: Environment
}

/** What is wrong because something did not happen in time: due times within the span. */
export async function findDue({ history, settings, environment }: PassOptions, span: Span): Promise<Finding[]> {
  const found = [
    ...(await findContainmentGaps(history, span, settings, environment)),
    ...(await findIncompleteBundles(history, span, settings, environment)),
    ...(await findCredentialOverlaps(history, span, settings, environment)),
  ]
  return inOrder(found)
}

/** What is not as it was in the past, by counts of stored documents: due times within the span. */
export async function findUnusual({ history, settings, environment }: PassOptions, span: Span): Promise<Finding[]> {
  const found = [
    ...(await findSilentLogSources(history, span, settings)),
    ...(await findAbsentFields(history, span)),
    ...(await findVolumes(history, span, settings, environment)),
  ]
  return inOrder(found)
}

/** What was learned of too late: accounts that ended within the span, and were used after it. */
export async function findLate({ history, environment }: PassOptions, span: Span): Promise<Finding[]> {
  return inOrder(await findUsesAfterEnd(history, span, environment))
}

function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1))
}
