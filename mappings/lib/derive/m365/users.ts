// Who acted and who was acted on: `user`, `user.target`, the users at both ends of a message.
import { isPlaceholder, splitUserName } from '../../user-name.ts'
import type { AuditDraft } from './audit-record.ts'
import { readEntity } from './entity.ts'
import { objectsOf, recordType, textOf } from './record.ts'

interface Named {
  id?: string
  name?: string
  domain?: string
  email?: string
}

/** An id of the form `name@domain` names the user in full. */
function splitId(user: Named | undefined): void {
  if (user?.id === undefined) return
  const split = splitUserName(user.id)
  if (split === undefined) return
  user.email = user.id
  user.name = split.name
  user.domain = split.domain
}

function readFallbackId({ record, document }: AuditDraft, type: number | undefined): void {
  if (document.user?.id !== undefined) return
  const metaData = record.SharePointMetaData as { From?: unknown } | undefined
  const id =
    type === 2
      ? textOf(record.LogonUserSid)
      : type === 11 || type === 13
        ? textOf(metaData?.From)
        : type === 22
          ? textOf(record.ActorYammerUserId)
          : undefined
  if (id === undefined) return
  document.user ??= {}
  document.user.id = id
}

/** The directory's own word on the target, where ObjectId holds no user. */
function readDirectoryTarget({ record, document }: AuditDraft): void {
  const target = readEntity(record.Target)
  if (target.kind !== 'User' || target.upn === undefined) return
  document.user ??= {}
  const user = document.user
  user.target ??= {}
  const id = user.target.id
  if (id !== undefined && splitUserName(id) !== undefined) return
  if (id === undefined || isPlaceholder(id)) user.target.id = target.upn
  user.target.email = target.upn
  const split = splitUserName(target.upn)
  if (split !== undefined) {
    user.target.name = split.name
    user.target.domain = split.domain
  }
}

function readMailEnds({ record, document }: AuditDraft): void {
  const mail = record.ExchangeMetaData as Record<string, unknown> | undefined
  const from = textOf(mail?.From)
  if (from !== undefined) {
    document.source ??= {}
    document.source.user = { ...document.source.user, email: from }
  }
  const to = [mail?.To, mail?.CC, mail?.BCC]
    .flatMap((list) => (Array.isArray(list) ? list : [list]))
    .map(textOf)
    .filter((address) => address !== undefined)
  if (to.length > 0) {
    document.destination ??= {}
    document.destination.user = { ...document.destination.user, email: [...new Set(to)] }
  }
}

/** For sharing: with whom, when that is a person. */
function readSharedWith({ record, document }: AuditDraft): void {
  const name = textOf(record.TargetUserOrGroupName)
  const kind = textOf(record.TargetUserOrGroupType)
  if (name === undefined || (kind !== 'Guest' && kind !== 'Member') || splitUserName(name) === undefined) return
  document.user ??= {}
  document.user.target = { ...document.user.target, email: name }
}

export function readUsers(draft: AuditDraft): void {
  const { document } = draft
  const type = recordType(draft.record)
  readFallbackId(draft, type)
  if (type === 11 || type === 13) readMailEnds(draft)
  if (type === 6 || type === 14) readSharedWith(draft)
  splitId(document.user)
  splitId(document.user?.target)
  splitId(document.source?.user)
  splitId(document.destination?.user as Named | undefined)
  if (type === 8) readDirectoryTarget(draft)
}

/** Addresses of the team members that a record lists. */
export function teamMembers(draft: AuditDraft): string[] {
  return objectsOf(draft.record.Members)
    .map((member) => textOf(member.UPN))
    .filter((upn) => upn !== undefined)
}
