// The values of a batch through the synchronous stages. They do not throw; if one does all the same, the value becomes
// a dead letter, because a value that ends the service would end it again at the next start.
import { isUtf8 } from 'node:buffer'
import type { Event, Failure } from '../outcome.ts'
import type { RawKafkaValue } from '../source/source.ts'
import type { Telemetry } from '../telemetry.ts'

/** The bytes of a value as a dead letter keeps them: text, or base64 where they are not UTF-8. */
export function rawText(buffer: Buffer): string {
  return isUtf8(buffer) ? buffer.toString('utf8') : `base64:${buffer.toString('base64')}`
}

/** A failure of a whole value keeps its bytes, also where decoding them to text lost some. */
function withBytes(failure: Failure, buffer: Buffer): Failure {
  return failure.element === '' && !isUtf8(buffer) ? { ...failure, raw: rawText(buffer) } : failure
}

export function transformBatch(
  values: readonly RawKafkaValue[],
  transform: (value: RawKafkaValue) => { readonly events: readonly Event[]; readonly failures: readonly Failure[] },
  { log, metrics }: Telemetry,
): { events: Event[]; failures: Failure[] } {
  const events: Event[] = []
  const failures: Failure[] = []
  for (const value of values) {
    try {
      const outcome = transform(value)
      for (const event of outcome.events) events.push(event)
      for (const failure of outcome.failures) failures.push(withBytes(failure, value.buffer))
    } catch (error) {
      const { delivery, buffer } = value
      // The message may quote the record: it goes with the dead letter, and into no log.
      const detail = error instanceof Error ? error.message : String(error)
      failures.push({ ok: false, code: 'mapping_failed', detail, element: '', delivery, raw: rawText(buffer) })
      log.error({ ...delivery, error: error instanceof Error ? error.name : 'unknown' }, 'a stage threw: a defect')
    }
  }
  const perDataset = new Map<string, number>()
  for (const { dataset } of events) perDataset.set(dataset, (perDataset.get(dataset) ?? 0) + 1)
  for (const [dataset, count] of perDataset) metrics.events.inc({ dataset }, count)
  return { events, failures }
}
