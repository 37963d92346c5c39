// Members and fields that repeat the value of another field. None of our or Elastic's rules and dashboards reads their names.
import { isDeepStrictEqual } from 'node:util'
import { isObject, type Json } from '../../../kernel/json.ts'
import { textOf } from '../../microsoft/readers/values.ts'
import type { AuditDraft } from './audit-record.ts'
import { recordType } from './record.ts'

/** Removes them from the document. `decode/shipped.ts` restores the members that steps read. */
export function dropCopies(draft: AuditDraft): void {
  const { document, record, vendor } = draft
  const drop = (member: string, given: Json | undefined, value: Json | undefined): void => {
    if (given !== undefined && given === value) vendor[member] = undefined
  }
  const { event, organization, source, trace, oauth } = document
  drop('CreationTime', `${textOf(record.CreationTime)?.replace(/Z$/, '')}.000Z`, document['@timestamp'])
  drop('Version', textOf(vendor.Version), '1')
  drop('UserKey', record.UserKey, record.UserId)
  drop('UserKey', record.UserKey, oauth?.account?.id)
  drop('LogonUserSid', record.LogonUserSid, record.UserId)
  drop('ActorContextId', vendor.ActorContextId, organization?.id)
  drop('TargetContextId', vendor.TargetContextId, organization?.id)
  drop('ActorIpAddress', record.ActorIpAddress, source?.ip)
  drop('IntraSystemId', record.IntraSystemId, event.id)
  drop('IntraSystemsId', record.IntraSystemsId, event.id)
  drop('InterSystemsId', record.InterSystemsId, trace?.id)
  const changes = vendor.ModifiedProperties
  if (isObject(changes) && isDeepStrictEqual(changes.SPN, changes.ActorId_ServicePrincipalNames)) delete changes.SPN
  if (recordType(record) === 15 && trace?.id === oauth?.act?.bundle) delete document.trace
  dropActorIds(draft)
}

/** The actor of a sign-in or of a change of the directory has the IDs of UserKey and UserId. Elastic's rules read the types. */
function dropActorIds({ document, record: { Actor, UserId, UserKey }, vendor }: AuditDraft): void {
  if (!Array.isArray(Actor)) return
  vendor.Actor = Actor.map((entry) => {
    if (!isObject(entry)) return entry
    const { ID, ...others } = entry
    if (others.Type === 3 && UserKey === `${ID}@${document.user?.domain}`) vendor.UserKey = undefined
    return ID === (others.Type === 5 ? UserId : UserKey) ? others : entry
  })
}
