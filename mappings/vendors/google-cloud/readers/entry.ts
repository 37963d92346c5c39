// Parts of an entry of Google Cloud's audit logs that several steps read.
import { isObject, type JsonObject } from '../../../kernel/json.ts'
import { getPath } from '../../../kernel/path.ts'
import type { Draft } from '../../../lib/step.ts'

export const objectAt = (value: unknown): JsonObject => (isObject(value) ? value : {})

/** The audit record inside the entry. */
export function payloadOf({ record }: Draft): JsonObject {
  return objectAt(record.protoPayload)
}

/** Returns a policy's changes, one per binding: in the service data for older services, else in the metadata. */
export function bindingDeltas(payload: JsonObject): JsonObject[] {
  for (const member of ['serviceData', 'metadata']) {
    const deltas = getPath(payload, [member, 'policyDelta', 'bindingDeltas'])
    if (Array.isArray(deltas)) return deltas.filter(isObject)
  }
  return []
}

/** The last part of a method name: some services write it alone, others with their own name and version before it. */
export function shortMethod(method: string | undefined): string {
  return method?.slice(method.lastIndexOf('.') + 1) ?? ''
}

/** The operation: its service and the last part of the method name. */
export function operationOf({ document: { event } }: Draft): string {
  return `${event.provider ?? ''} ${shortMethod(event.action)}`
}
