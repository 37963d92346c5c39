import { setTimeout as sleep } from 'node:timers/promises'
import type { Telemetry } from '../telemetry/telemetry.ts'
import type { Correct } from './correction.ts'

/** Runs the pass repeatedly in parallel to the service, and never stops the service. Resolves soon after the signal. */
export async function keepCorrecting(
  correct: Correct,
  everyMs: number,
  { log, metrics }: Telemetry,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    // Random variation, so that the instances do not all process the same entities at the same moment.
    await sleep(everyMs * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
    const { entities, documents, waiting, refused, failure } = await correct(signal)
    metrics.corrected.inc({ outcome: 'stored' }, documents)
    metrics.corrected.inc({ outcome: 'refused' }, refused)
    metrics.lateEntities.set(waiting)
    metrics.lateDocuments.set(refused)
    if (documents > 0) log.info({ entities, documents }, 'late-data correction updated stored documents')
    if (failure !== undefined) {
      const { code, message } = failure
      metrics.retries.inc({ stage: 'late data', code })
      log.warn(
        { stage: 'late data', code, waiting, refused, error: message },
        'late-data correction failed; the next pass tries again',
      )
    }
  }
}
