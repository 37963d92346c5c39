import type { JsonObject } from '../../mappings/kernel/json.ts'
import type { DeadLetterCode, Failure, Storable } from '../outcome.ts'

/** Returns the failure of an event that could not be annotated or stored. */
export function toFailure(event: Storable, code: DeadLetterCode, detail: string): Failure {
  const { element, delivery, record, kind, context } = event.decoded
  const failure = { ok: false, code, detail, element, delivery, dataset: event.dataset } as const
  // A document without a record, such as a finding, has no kind.
  if (record === undefined || kind === undefined) {
    return { ...failure, raw: record ?? (event.document as unknown as JsonObject) }
  }
  return { ...failure, raw: record, decoded: { kind, ...(context !== undefined && { context }) } }
}
