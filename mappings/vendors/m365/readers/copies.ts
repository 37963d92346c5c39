// Members that repeat the value of another field. No rule and no dashboard, ours or Elastic's, reads them by their own name.
import type { Json } from '../../../kernel/json.ts'
import type { AuditDraft } from './audit-record.ts'

function drop({ vendor }: AuditDraft, members: readonly string[], value: Json | undefined): void {
  if (value === undefined) return
  for (const member of members) if (vendor[member] === value) vendor[member] = undefined
}

/** Removes them. `decode/shipped.ts` puts back what a step reads. */
export function dropCopies(draft: AuditDraft): void {
  const { document, record } = draft
  drop(draft, ['UserKey', 'LogonUserSid'], record.UserId)
  drop(draft, ['ActorContextId', 'TargetContextId'], document.organization?.id)
  drop(draft, ['ActorIpAddress'], document.client?.address)
  drop(draft, ['IntraSystemId', 'IntraSystemsId'], document.event.id)
  drop(draft, ['InterSystemsId'], document.trace?.id)
}
