// The failure of an event that is mapped.
import type { JsonObject } from '../../mappings/kernel/json.ts'
import type { DeadLetterCode, Failure, Storable } from '../outcome.ts'

/** An event that could not be annotated or stored. */
export function toFailure(event: Storable, code: DeadLetterCode, detail: string): Failure {
  const { element, delivery, record } = event.decoded
  return { ok: false, code, detail, element, delivery, raw: record ?? (event.document as unknown as JsonObject) }
}
