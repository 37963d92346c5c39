// The values of a batch through the synchronous stages. The stages do not throw; if one does, the value becomes a dead
// letter, because a value that ends the service would end it again at the next start.

import { isUtf8 } from 'node:buffer'
import { setImmediate } from 'node:timers/promises'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { rawText } from '../decode/text.ts'
import type { Event, Failure, Outcome } from '../outcome.ts'
import type { RawKafkaValue, SourceBatch } from '../source/source.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'

/** Heartbeats, probes and requests of the same process wait for at most one turn of this length. */
const turnMs = 25

/** A failure of a whole value keeps its bytes, also where decoding them to text lost some. */
function withBytes(failure: Failure, buffer: Buffer): Failure {
  return failure.element === '' && !isUtf8(buffer) ? { ...failure, raw: rawText(buffer) } : failure
}

export async function transformBatch(
  { values, signal }: Pick<SourceBatch, 'values' | 'signal'>,
  transform: (value: RawKafkaValue) => Iterable<Outcome | undefined>,
  { log, metrics }: Telemetry,
): Promise<{ events: Event[]; failures: Failure[] }> {
  const events: Event[] = []
  const failures: Failure[] = []
  let turnBegan = performance.now()
  for (const value of values) {
    try {
      for (const outcome of transform(value)) {
        if (outcome?.ok) events.push(outcome)
        else if (outcome !== undefined) failures.push(withBytes(outcome, value.buffer))
        if (performance.now() - turnBegan < turnMs) continue
        await setImmediate()
        signal.throwIfAborted()
        turnBegan = performance.now()
      }
    } catch (error) {
      signal.throwIfAborted()
      const { delivery, buffer } = value
      // The message may quote the record: it goes with the dead letter, and into no log.
      const detail = messageOf(error)
      failures.push({ ok: false, code: 'mapping_failed', detail, element: '', delivery, raw: rawText(buffer) })
      log.error({ ...delivery, error: error instanceof Error ? error.name : 'unknown' }, 'internal error in a stage')
    }
  }
  const perDataset = new Map<string, number>()
  for (const { dataset } of events) perDataset.set(dataset, (perDataset.get(dataset) ?? 0) + 1)
  for (const [dataset, count] of perDataset) metrics.events.inc({ dataset }, count)
  return { events, failures }
}
