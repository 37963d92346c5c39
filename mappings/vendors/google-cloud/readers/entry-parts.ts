// One call writes a whole policy (Terraform does so), and a deployment can attach several service accounts. A document describes
// one act: one account with one role, or one attached account. An entry with several acts is divided into parts.
// Each change of one member of a binding is a delta of its own: https://cloud.google.com/java/docs/reference/proto-google-iam-v1/latest/com.google.iam.v1

import { groupBy } from '../../../kernel/group-by.ts'
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { table } from '../../../kernel/table.ts'
import { toText } from '../../../lib/convert.ts'
import { objectAt } from '../../google-workspace/readers/values.ts'
import { attachedAccount, attachesAccounts } from './attachment.ts'
import { isAccountRole, isResourceRole } from './cloud-acts.ts'
import { bindingDeltas, shortMethod, withBindingDeltas } from './entry.ts'

/** Whether a change of a policy is an act, by operation. */
const deltaActs: Readonly<Record<string, (delta: JsonObject) => boolean>> = table({
  'iam.googleapis.com SetIAMPolicy': isAccountRole,
  'cloudresourcemanager.googleapis.com SetIamPolicy': isResourceRole,
})

/** A list of an entry that can contain several acts. */
interface Acts {
  readonly elements: readonly Json[]
  /** Distinguishes the acts; undefined for an element that is no act. */
  readonly keyOf: (element: Json) => string | undefined
  readonly withElements: (elements: readonly Json[]) => JsonObject
}

/** Requests contain addresses in either case. The name of a federated identity is a path, in which the case matters. */
const memberKey = (member: string): string => (member.includes('//') ? member : member.toLowerCase())

function actsIn(entry: JsonObject): Acts | undefined {
  const payload = objectAt(entry.protoPayload)
  const isAct = deltaActs[`${toText(payload.serviceName) ?? ''} ${shortMethod(toText(payload.methodName))}`]
  if (isAct !== undefined)
    return {
      elements: bindingDeltas(payload),
      keyOf: (delta) => {
        const { action, role, member } = objectAt(delta)
        return isAct(objectAt(delta))
          ? [action, role, memberKey(toText(member) ?? '')].map(toText).join(' ')
          : undefined
      },
      withElements: (deltas) => withBindingDeltas(payload, deltas),
    }
  const checks = payload.authorizationInfo
  if (!Array.isArray(checks) || !attachesAccounts(entry, payload)) return undefined
  return {
    elements: checks,
    keyOf: (check) => (isObject(check) ? attachedAccount(check)?.toLowerCase() : undefined),
    withElements: (authorizationInfo) => ({ ...payload, authorizationInfo: [...authorizationInfo] }),
  }
}

/** The act of a part of an entry: all parts have the same `insertId`. Other entries have no such member. */
export const actOfPart = ({ consentryAct }: JsonObject): string | undefined => toText(consentryAct)

/** Returns an entry for each act; the first also contains the elements that are no acts. Most entries are their only part. */
export function entryParts(entry: JsonObject, isTooMany: (parts: number) => boolean): readonly JsonObject[] {
  const acts = actsIn(entry)
  if (acts === undefined) return [entry]
  const keys = new Set(acts.elements.flatMap((each) => acts.keyOf(each) ?? []))
  if (keys.size < 2 || isTooMany(keys.size)) return [entry]
  const [first] = keys
  const groups = groupBy(acts.elements, (each) => acts.keyOf(each) ?? first)
  return [...groups].map(([key, elements]) => ({
    ...entry,
    consentryAct: key as string,
    protoPayload: acts.withElements(elements),
  }))
}
