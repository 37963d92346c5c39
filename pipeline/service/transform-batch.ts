// Runs the values of a batch through the synchronous stages. The stages do not throw. If one does, the value becomes a
// dead letter, because a value that ends the service would end it again at the next start.
import { isUtf8 } from 'node:buffer'
import { setImmediate } from 'node:timers/promises'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { rawText } from '../decode/text.ts'
import type { Event, Failure, Outcome } from '../outcome.ts'
import type { RawKafkaValue, SourceBatch } from '../source/source.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'

/** The maximum length of a turn: heartbeats, probes and requests of the same process wait for at most one turn. */
const turnMs = 25

/** A failure of a whole value keeps its bytes, even if decoding them to text loses some. */
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
      // The message may quote the record, so it is only written to the dead letter and not to a log.
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
