// Members that repeat the value of another field. None of our or Elastic's rules and dashboards reads their names.
import type { Json } from '../../../kernel/json.ts'
import type { AuditDraft } from './audit-record.ts'

/** Removes these members from the vendor block. `decode/shipped.ts` restores the members that steps read. */
export function dropCopies({ document, record, vendor }: AuditDraft): void {
  const drop = (member: string, given: Json | undefined, value: Json | undefined): void => {
    if (given !== undefined && given === value) vendor[member] = undefined
  }
  const { event, organization, client, trace } = document
  drop('UserKey', record.UserKey, record.UserId)
  drop('LogonUserSid', record.LogonUserSid, record.UserId)
  drop('ActorContextId', vendor.ActorContextId, organization?.id)
  drop('TargetContextId', vendor.TargetContextId, organization?.id)
  drop('ActorIpAddress', record.ActorIpAddress, client?.address)
  drop('IntraSystemId', record.IntraSystemId, event.id)
  drop('IntraSystemsId', record.IntraSystemsId, event.id)
  drop('InterSystemsId', record.InterSystemsId, trace?.id)
}
