// Parts of an entry of Google Cloud's audit logs that several steps read.
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { getPath } from '../../../kernel/path.ts'
import { toText } from '../../../lib/convert.ts'
import type { Draft } from '../../../lib/step.ts'
import { objectAt } from '../../google-workspace/readers/values.ts'

/** The audit record inside the entry. */
export function payloadOf({ record }: Draft): JsonObject {
  return objectAt(record.protoPayload)
}

/** The members with the changes to a policy or role: the service data for older services, else the metadata. */
const changeMembers = ['serviceData', 'metadata'] as const

function changesAt(payload: JsonObject, kind: string, list: string): readonly unknown[] {
  for (const member of changeMembers) {
    const changes = getPath(payload, [member, kind, list])
    if (Array.isArray(changes)) return changes
  }
  return []
}

/** The changes to a policy, one per binding. */
export const bindingDeltas = (payload: JsonObject): JsonObject[] =>
  changesAt(payload, 'policyDelta', 'bindingDeltas').filter(isObject)

/** Returns the payload with other changes to a policy, in the member that contains them. */
export function withBindingDeltas(payload: JsonObject, bindingDeltas: readonly Json[]): JsonObject {
  const found = changeMembers.find((each) => Array.isArray(getPath(payload, [each, 'policyDelta', 'bindingDeltas'])))
  if (found === undefined) return payload
  const data = objectAt(payload[found])
  const policyDelta = { ...objectAt(data.policyDelta), bindingDeltas: [...bindingDeltas] }
  return { ...payload, [found]: { ...data, policyDelta } }
}

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

/** The part of a resource name that follows a collection: `projects/-/serviceAccounts/<this>/keys/…`. */
export function partAfter(name: string | undefined, collection: string): string | undefined {
  const parts = name?.split('/') ?? []
  const at = parts.indexOf(collection)
  return at === -1 ? undefined : parts[at + 1]
}

export const isDigits = (text: string): boolean => /^\d{1,30}$/.test(text)
