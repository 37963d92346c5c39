// The mailbox that a command or a rule opens to others, or whose mail it forwards.
import type { EcsDocument } from '../../../fields/document.ts'
import { put } from '../../../lib/put.ts'
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
const rules: ReadonlySet<string> = new Set(['new-inboxrule', 'set-inboxrule', 'updateinboxrules'])
const longestName = 256

/** Commands write an empty value, or `$null`, to remove one. */
const isGiven = (text: string | undefined): boolean => text !== undefined && text.trim() !== '' && text !== '$null'

function changeOf(draft: AuditDraft, operation: string): Mailbox['change'] {
  if (rights.has(operation))
    return noContent.test(parameterOf(draft, 'AccessRights') ?? '') ? undefined : 'access_given'
  if (operation === 'set-mailbox') {
    if (isGiven(parameterOf(draft, 'ForwardingSmtpAddress')) || isGiven(parameterOf(draft, 'ForwardingAddress')))
      return 'forwarding_set'
    return isGiven(parameterOf(draft, 'GrantSendOnBehalfTo')) ? 'access_given' : undefined
  }
  const rule = draft.document.saas?.mail_rule
  return rules.has(operation) && rule?.forward_to !== undefined ? 'forwarding_set' : undefined
}

/** `mara.voss:\Inbox` is a folder of `mara.voss`; an ID in the directory of the service ends with the name. */
function nameIn(text: string | undefined): string | undefined {
  const mailbox = text?.split(':\\', 1)[0]
  return mailbox
    ?.slice(mailbox.lastIndexOf('/') + 1)
    .trim()
    .toLowerCase()
    .slice(0, longestName)
}

const localPart = (name: string): string => name.split('@', 1)[0] ?? name

/** The name of the mailbox; the address of the actor for a mailbox of their own. A regular user may change no other. */
function mailboxOf(draft: AuditDraft, operation: string): Pick<Mailbox, 'name' | 'own'> {
  const { record } = draft
  const user = textOf(record.UserId)?.toLowerCase()
  const written = rules.has(operation)
    ? (parameterOf(draft, 'Mailbox') ?? textOf(record.MailboxOwnerUPN))
    : (parameterOf(draft, 'Identity') ?? textOf(record.ObjectId))
  const name = nameIn(written)
  const own = name === undefined || isRegular(record) || (user !== undefined && localPart(user) === localPart(name))
  const shown = own ? (user ?? name) : name
  return { own, ...(shown !== undefined && { name: shown }) }
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
