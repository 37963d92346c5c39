import { setTimeout as sleep } from 'node:timers/promises'
import { describeError, type Telemetry } from '../telemetry.ts'
import type { Mended } from './mend.ts'

/** Runs the pass again and again beside the service, which it never stops. Resolves when told to end, after the pass in hand. */
export async function keepMending(
  mend: () => Promise<Mended>,
  everyMs: number,
  { log, metrics }: Telemetry,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    // Jitter, so that the instances do not all look at the same entities in the same moment.
    await sleep(everyMs * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
    try {
      const { entities, documents, refused } = await mend()
      metrics.mended.inc({ outcome: 'stored' }, documents)
      metrics.mended.inc({ outcome: 'refused' }, refused)
      if (documents + refused > 0) log.info({ entities, documents, refused }, 'stamped documents anew')
    } catch (error) {
      const { code, message } = describeError(error)
      metrics.retries.inc({ stage: 'mend', code })
      log.warn({ stage: 'mend', code, error: message }, 'what was told late is looked at later')
    }
  }
}
