// Parts of an entry of Google Cloud's audit logs that several steps read.
import { isObject, type JsonObject } from '../../../kernel/json.ts'
import { getPath } from '../../../kernel/path.ts'
import { toText } from '../../../lib/convert.ts'
import type { Draft } from '../../../lib/step.ts'
import { objectAt } from '../../google-workspace/readers/values.ts'

/** The audit record inside the entry. */
export function payloadOf({ record }: Draft): JsonObject {
  return objectAt(record.protoPayload)
}

/** Returns the changes to a policy or role: from the service data for older services, else from the metadata. */
function changesAt(payload: JsonObject, kind: string, list: string): readonly unknown[] {
  for (const member of ['serviceData', 'metadata']) {
    const changes = getPath(payload, [member, kind, list])
    if (Array.isArray(changes)) return changes
  }
  return []
}

/** The changes to a policy, one per binding. */
export const bindingDeltas = (payload: JsonObject): JsonObject[] =>
  changesAt(payload, 'policyDelta', 'bindingDeltas').filter(isObject)

/** The permissions that a custom role gained. */
export const addedPermissions = (payload: JsonObject): string[] =>
  changesAt(payload, 'permissionDelta', 'addedPermissions').flatMap((name) => toText(name) ?? [])

/** The last part of a method name: some services write it alone, others with their own name and version before it. */
export function shortMethod(method: string | undefined): string {
  return method?.slice(method.lastIndexOf('.') + 1) ?? ''
}

/** The operation: its service and the last part of the method name. */
export function operationOf({ document: { event } }: Draft): string {
  return `${event.provider ?? ''} ${shortMethod(event.action)}`
}
