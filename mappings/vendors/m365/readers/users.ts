// Actor and target: `user`, `user.target`, and the users at both ends of a message.
import { isObject } from '../../../kernel/json.ts'
import { toLong } from '../../../lib/convert.ts'
import { put } from '../../../lib/put.ts'
import { isPlaceholder, splitUserName } from '../../../lib/user-name.ts'
import { readEntity } from '../../microsoft/readers/entity.ts'
import { objectsOf, textOf } from '../../microsoft/readers/values.ts'
import type { AuditDraft } from './audit-record.ts'
import { isOutsider } from './files.ts'
import { recordType } from './record.ts'

interface Named {
  id?: string
  name?: string
  domain?: string
  email?: string
}

/** Splits an ID of the form `name@domain` into the user fields. */
function splitId(user: Named | undefined): void {
  if (user?.id === undefined) return
  const split = splitUserName(user.id)
  if (split === undefined) return
  user.email = user.id
  user.name = split.name
  user.domain = split.domain
}

/** Removes the sender from a metadata block, because another field contains it completely. Returns the sender. */
function takeFrom(
  { record, vendor }: AuditDraft,
  member: 'SharePointMetaData' | 'ExchangeMetaData',
): string | undefined {
  const metaData = record[member]
  const from = isObject(metaData) ? textOf(metaData.From) : undefined
  if (from === undefined) return undefined
  const block = vendor[member]
  if (isObject(block)) vendor[member] = { ...block, From: undefined }
  return from
}

/** Agents that decode JSON through floats deliver `1.5E3` for 1500. */
function wholeNumber(value: unknown): string | undefined {
  const number = toLong(value)
  return number === undefined ? textOf(value) : String(number)
}

function fallbackId(draft: AuditDraft, type: number | undefined): string | undefined {
  switch (type) {
    case 2:
      return textOf(draft.record.LogonUserSid)
    case 11:
    case 13:
      return takeFrom(draft, 'SharePointMetaData')
    case 22:
      return wholeNumber(draft.record.ActorYammerUserId)
    default:
      return undefined
  }
}

function readFallbackId(draft: AuditDraft, type: number | undefined): void {
  const { document } = draft
  if (document.user?.id !== undefined) return
  const id = fallbackId(draft, type)
  if (id === undefined) return
  document.user ??= {}
  document.user.id = id
}

/** Sets the target user from the directory's Target list, if ObjectId contains no user. */
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

function readMailEnds(draft: AuditDraft): void {
  const { record, document } = draft
  const mail = isObject(record.ExchangeMetaData) ? record.ExchangeMetaData : undefined
  const from = takeFrom(draft, 'ExchangeMetaData')
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

/** For sharing, sets the recipient as the target if the recipient is a person. */
function readSharedWith({ record, document }: AuditDraft): void {
  const name = textOf(record.TargetUserOrGroupName)
  const kind = textOf(record.TargetUserOrGroupType)
  if (name === undefined || isOutsider[kind ?? ''] === undefined || splitUserName(name) === undefined) return
  document.user ??= {}
  document.user.target = { ...document.user.target, email: name }
}

function readSharedFlow({ record, document }: AuditDraft): void {
  const recipient = textOf(record.RecipientUPN)
  if (recipient === undefined) return
  document.user ??= {}
  document.user.target = { ...document.user.target, email: recipient }
}

export function readUsers(draft: AuditDraft): void {
  const { document } = draft
  const type = recordType(draft.record)
  readFallbackId(draft, type)
  if (type === 11 || type === 13) readMailEnds(draft)
  if (type === 6 || type === 14) readSharedWith(draft)
  if (type === 30) readSharedFlow(draft)
  const receiver = document.destination?.user
  if (type === 22 && receiver?.id !== undefined) put(receiver, 'id', wholeNumber(receiver.id))
  splitId(document.user)
  splitId(document.user?.target)
  splitId(document.source?.user)
  splitId(document.destination?.user as Named | undefined)
  if (type === 8) readDirectoryTarget(draft)
}

export function teamMembers({ record }: AuditDraft): string[] {
  const members = objectsOf(record.Members).flatMap((member) => textOf(member.UPN) ?? [])
  const named = Array.isArray(record.Members) ? record.Members.filter((member) => typeof member === 'string') : []
  return [...members, ...named]
}
