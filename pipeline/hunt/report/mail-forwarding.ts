// Mail forwarding and mailbox rules set by people. Attackers with a password or a session also use them, without an application.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { fieldValues } from '../../../mappings/kernel/path.ts'

const operations: ReadonlySet<string> = new Set([
  'New-InboxRule',
  'Set-InboxRule',
  'UpdateInboxRules',
  'email_forwarding_out_of_domain',
])

/** Checks whether a person or a client of the vendor changed a mailbox rule, or forwarded the mail of a mailbox. */
export function isForwardingByPerson(document: EcsDocument): boolean {
  const { event, oauth } = document
  if (oauth?.action === 'app_use' && oauth.app?.first_party !== true) return false
  return (
    operations.has(event.action ?? '') ||
    ['ForwardingSmtpAddress', 'ForwardingAddress'].some((name) =>
      fieldValues(document, ['o365', 'audit', 'Parameters', name]).some((value) => value !== ''),
    )
  )
}
