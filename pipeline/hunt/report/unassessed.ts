// Acts on people and mailboxes that attackers use without an application. A report counts those that no rule assesses.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { fieldValues } from '../../../mappings/kernel/path.ts'

export type UnassessedKind = 'forwarding' | 'roles' | 'mailboxes' | 'factors'

const rules = ['New-InboxRule', 'Set-InboxRule', 'UpdateInboxRules', 'email_forwarding_out_of_domain']

/** The beginning of the operation. Exports of Entra ID write it with and without a period. */
const operations: readonly (readonly [UnassessedKind, RegExp])[] = [
  ['roles', /^(?:Add (?:eligible )?member to role|Add-RoleGroupMember$|New-ManagementRoleAssignment$|ASSIGN_ROLE$)/],
  ['roles', /^GRANT_(?:ADMIN|DELEGATED_ADMIN)_PRIVILEGE/],
  ['mailboxes', /^(?:Add|Set)-(?:Mailbox|Recipient|MailboxFolder)Permission$|^(?:Add|Modify|Update)FolderPermissions$/],
  ['factors', /^Disable Strong Authentication\b|^(?:2sv_disable|TURN_OFF_2_STEP_VERIFICATION)$/],
]

/**
 * Returns the kind of a successful act on people that the rules do not assess. An act on an application has an `oauth.action`.
 * The acts of the vendor's servers (`NT AUTHORITY`) are routine.
 */
export function unassessedKind(document: EcsDocument): UnassessedKind | undefined {
  const { event, oauth, user } = document
  if (oauth?.action === 'app_use' && oauth.app?.first_party !== true) return undefined
  const action = event.action ?? ''
  const isOff = document.saas?.mail_rule?.enabled === false
  const forwards = ['ForwardingSmtpAddress', 'ForwardingAddress'].some((name) =>
    fieldValues(document, ['o365', 'audit', 'Parameters', name]).some((value) => value !== ''),
  )
  if (forwards || (rules.includes(action) && !isOff)) return 'forwarding'
  const isActOnApp = oauth?.action !== undefined && oauth.action !== 'app_use'
  if (isActOnApp || event.outcome === 'failure' || user?.id?.startsWith('NT AUTHORITY') === true) return undefined
  return operations.find(([, pattern]) => pattern.test(action))?.[0]
}
