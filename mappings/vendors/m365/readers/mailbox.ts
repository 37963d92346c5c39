// The mailbox that a command or a rule opens to others, or whose mail it forwards.
import type { EcsDocument } from '../../../fields/document.ts'
import { put } from '../../../lib/put.ts'
import { isGuid } from '../../microsoft/readers/entity.ts'
import { textOf } from '../../microsoft/readers/values.ts'
import type { AuditDraft, AuditRecord } from './audit-record.ts'
import { parameterOf } from './collections.ts'
import { operationOf } from './record.ts'

type Mailbox = NonNullable<NonNullable<EcsDocument['saas']>['mailbox']>

const rights: ReadonlySet<string> = new Set([
  'add-mailboxpermission',
  'add-recipientpermission',
  'add-mailboxfolderpermission',
  'set-mailboxfolderpermission',
])
/** Rights that show no content: none, and the times of appointments. */
const noContent = /^(?:none|availabilityonly|limiteddetails|foldervisible)$/i
/** The operations that make or change a rule in a mailbox. */
export const mailRuleOperations = ['New-InboxRule', 'Set-InboxRule', 'UpdateInboxRules'] as const
const rules: ReadonlySet<string> = new Set(mailRuleOperations.map((name) => name.toLowerCase()))
const longestName = 256

function changeOf(draft: AuditDraft, operation: string): Mailbox['change'] {
  if (rights.has(operation))
    return noContent.test(parameterOf(draft, 'AccessRights') ?? '') ? undefined : 'access_given'
  if (operation === 'set-mailbox') {
    if ((parameterOf(draft, 'ForwardingSmtpAddress') ?? parameterOf(draft, 'ForwardingAddress')) !== undefined)
      return 'forwarding_set'
    return parameterOf(draft, 'GrantSendOnBehalfTo') === undefined ? undefined : 'access_given'
  }
  const rule = draft.document.saas?.mail_rule
  return rules.has(operation) && rule?.forward_to !== undefined ? 'forwarding_set' : undefined
}

/**
 * Returns the local part of a name, because commands name a mailbox by its address or its alias. `mara.voss:\Inbox` is a
 * folder of `mara.voss`; an ID in the directory of the service ends with the name, or with the name and a rule.
 */
function nameIn(text: string | undefined): string | undefined {
  const mailbox = text?.slice(text.lastIndexOf('/') + 1).split(/[@\\]|:\\/, 1)[0]
  return mailbox?.trim().toLowerCase().slice(0, longestName) || undefined
}

/**
 * Returns whose mailbox it is. Prefers the ID from the service: a command may name one mailbox by its alias, its address or
 * a GUID. A command for rules without a mailbox changes that of the account, and a regular user may change no other.
 */
function mailboxOf(draft: AuditDraft, operation: string): { name: string | undefined; own: boolean } {
  const { record } = draft
  const user = nameIn(textOf(record.UserId))
  if (operation === 'updateinboxrules') return ownerOf(record, user)
  const typed = nameIn(parameterOf(draft, rules.has(operation) ? 'Mailbox' : 'Identity'))
  const listed = nameIn(textOf(record.ObjectId))
  const isUnnamed = typed === undefined && (rules.has(operation) || listed === undefined)
  const own = isUnnamed || isRegular(record) || (user !== undefined && (user === typed || user === listed))
  // A typed GUID may be a second name of a mailbox.
  const name = listed ?? (typed !== undefined && isGuid(typed) ? undefined : typed)
  return { own, name: own ? (user ?? name) : name }
}

/** Outlook also changes the rules of a mailbox to which another person has access. */
function ownerOf(record: AuditRecord, user: string | undefined): ReturnType<typeof mailboxOf> {
  const address = textOf(record.MailboxOwnerUPN)?.toLowerCase()
  const isOwner = ['0', 'Owner'].includes(textOf(record.LogonType) ?? '')
  const own = isOwner || address === undefined || address === textOf(record.UserId)?.toLowerCase()
  return { own, name: nameIn(address) ?? user }
}

const isRegular = ({ UserType }: AuditRecord): boolean => ['0', 'Regular'].includes(textOf(UserType) ?? '')

/** Fills `saas.mailbox`. The step for rules has filled `saas.mail_rule`. */
export function readMailbox(draft: AuditDraft): void {
  const operation = operationOf(draft.record)
  const change = changeOf(draft, operation)
  if (change === undefined) return
  const mailbox: Mailbox = { change }
  const { name, own } = mailboxOf(draft, operation)
  put(mailbox, 'name', name)
  put(mailbox, 'own', own)
  draft.document.saas = { ...draft.document.saas, mailbox }
}
