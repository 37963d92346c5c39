// `email.*`: subjects, ids and addresses of the messages that a record is about.
import type { EcsDocument } from '../../../fields/document.ts'
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { toIp } from '../../../lib/address.ts'
import { toLong } from '../../../lib/convert.ts'
import { put } from '../../../lib/put.ts'
import { splitUserName } from '../../../lib/user-name.ts'
import { objectsOf, textOf } from '../../microsoft/readers/values.ts'
import type { AuditDraft, AuditRecord } from './audit-record.ts'
import { addressesIn } from './recipients.ts'
import { recordType } from './record.ts'

/** Exchange Online writes at most a few hundred items into one record. A responder needs every message ID. */
const mostMessageIds = 5_000

type Part = 'subject' | 'messageId' | 'localId' | 'sender' | 'from' | 'to'

/** The message parts found in a record. Sets are created on demand, because most records contain no message part. */
class Mail {
  subject: Set<string> | undefined
  messageId: Set<string> | undefined
  localId: Set<string> | undefined
  sender: Set<string> | undefined
  from: Set<string> | undefined
  to: Set<string> | undefined
  isEmpty = true

  set(part: Part): Set<string> {
    this.isEmpty = false
    this[part] ??= new Set()
    return this[part]
  }

  writeTo(document: EcsDocument): void {
    if (this.isEmpty) return
    const email: NonNullable<EcsDocument['email']> = { ...document.email }
    if (this.subject) email.subject = [...this.subject]
    if (this.messageId) email.message_id = [...this.messageId].slice(0, mostMessageIds)
    if (this.localId) email.local_id = [...this.localId]
    if (this.sender) email.sender = { address: [...new Set([...this.sender, ...(email.sender?.address ?? [])])] }
    if (this.from) email.from = { address: [...this.from] }
    if (this.to) email.to = { address: [...new Set([...this.to, ...(email.to?.address ?? [])])] }
    document.email = email
  }
}

function add(mail: Mail, part: Part, value: Json | undefined): void {
  if (value === undefined) return
  if (Array.isArray(value)) {
    for (const member of value) add(mail, part, member)
    return
  }
  const text = textOf(value)
  if (text !== undefined) mail.set(part).add(text)
}

function addAddresses(mail: Mail, value: Json | undefined): void {
  for (const address of addressesIn(value)) mail.set('to').add(address)
}

const entityVerdicts = ['OriginalDeliveryLocation', 'PhishConfidenceLevel', 'ThreatDetectionMethods'] as const

/** Joins the distinct values of both, in order. A lone value stays a single value, unless it came in a list. */
function joined(known: Json | undefined, more: Json | undefined): Json | undefined {
  if (more === undefined || more === null) return known
  if (known === undefined) return more
  return known === more ? known : [...new Set([known, more].flat())]
}

function addEntities(mail: Mail, draft: AuditDraft, entities: readonly JsonObject[]): void {
  const { document, vendor } = draft
  for (const entity of entities) {
    add(mail, 'messageId', entity.InternetMessageId)
    add(mail, 'localId', entity.NetworkMessageId)
    add(mail, 'sender', entity.P1Sender)
    add(mail, 'from', entity.P2Sender)
    add(mail, 'to', entity.Recipient)
    add(mail, 'subject', entity.Subject)
    const recipient = textOf(entity.Recipient)
    if (recipient !== undefined && document.user?.email === undefined) {
      document.user = { ...document.user, email: recipient }
    }
    const ip = toIp(entity.SenderIP)
    const upn = textOf(entity.Upn)
    if (ip !== undefined) document.related = { ...document.related, ip: [...(document.related?.ip ?? []), ip] }
    if (upn !== undefined) document.related = { ...document.related, user: [...(document.related?.user ?? []), upn] }
    for (const member of entityVerdicts) vendor[member] = joined(vendor[member], entity[member])
  }
}

const sizeMarker = / \((\d{1,15})b\)$/

/** `a.png (8192b); b.docx (73728b)`: entries without a size or an extension are left out. */
function parseAttachments(text: string): { file: { name: string; extension: string; size: number } }[] {
  const found: { file: { name: string; extension: string; size: number } }[] = []
  for (const entry of text.split(';')) {
    const trimmed = entry.trim()
    const marker = sizeMarker.exec(trimmed)
    if (marker === null) continue
    const name = trimmed.slice(0, marker.index)
    const dot = name.lastIndexOf('.')
    const size = toLong(marker[1])
    if (dot < 0 || dot === name.length - 1 || size === undefined) continue
    found.push({ file: { name, extension: name.slice(dot + 1), size } })
  }
  return found
}

type Attachment = NonNullable<NonNullable<EcsDocument['email']>['attachments']>[number]

/** Returns an attachment of a threat record, which also contains the verdict on the attachment. */
function toJudged({ FileName: name, SHA256: hash }: JsonObject): Attachment[] {
  const file: Attachment['file'] = {}
  put(file, 'name', textOf(name))
  const sha256 = textOf(hash)
  if (sha256 !== undefined) file.hash = { sha256: [sha256] }
  return Object.keys(file).length > 0 ? [{ file }] : []
}

export function toAttachmentText(attachments: readonly Partial<Attachment>[]): string {
  return attachments.map(({ file }) => `${file?.name} (${file?.size}b)`).join('; ')
}

const mostAttachments = 100

function readAttachments({ record, document, vendor }: AuditDraft): void {
  if ((record.Item ?? record.AffectedItems ?? record.AttachmentData) === undefined) return
  const item = isObject(record.Item) ? record.Item : undefined
  const texts = [item?.Attachments, ...objectsOf(record.AffectedItems).map(({ Attachments: value }) => value)]
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .flatMap((value) => textOf(value) ?? [])
  const attachments: Attachment[] = [
    ...texts.flatMap(parseAttachments),
    ...objectsOf(record.AttachmentData).flatMap(toJudged),
  ]
  if (attachments.length === 0) return
  const kept = attachments.slice(0, mostAttachments)
  document.email = { ...document.email, attachments: kept }
  // The list already contains these attachments completely, so the text is not stored.
  if (item?.Attachments === toAttachmentText(kept)) vendor.Item = { ...item, Attachments: undefined }
}

/** Adds the messages of Exchange records with several messages. */
function addListed(mail: Mail, record: AuditRecord): void {
  for (const item of objectsOf(record.AffectedItems)) {
    add(mail, 'subject', item.Subject)
    add(mail, 'messageId', item.InternetMessageId)
  }
  for (const folder of objectsOf(record.Folders)) {
    for (const item of objectsOf(folder.FolderItems)) {
      if ((mail.messageId?.size ?? 0) >= mostMessageIds) return
      add(mail, 'messageId', item.InternetMessageId)
    }
  }
  for (const folder of objectsOf(record.Messages)) {
    for (const item of objectsOf(folder.MessageItems)) add(mail, 'messageId', item.InternetMessageId)
  }
}

export function readMail(draft: AuditDraft): void {
  const { record, document, vendor } = draft
  const mail = new Mail()
  const item = isObject(record.Item) ? record.Item : undefined
  // The step for alerts has parsed the blob into the vendor block.
  const blob = record.Data === undefined ? undefined : vendor.Data
  const data = isObject(blob) && isObject(blob.flattened) ? blob.flattened : undefined
  add(mail, 'subject', record.Subject)
  add(mail, 'subject', item?.Subject)
  add(mail, 'subject', data?.ms)
  add(mail, 'messageId', record.InternetMessageId)
  add(mail, 'messageId', item?.InternetMessageId)
  add(mail, 'messageId', data?.imsgid)
  add(mail, 'localId', vendor.NetworkMessageId)
  add(mail, 'localId', data?.aii)
  add(mail, 'sender', record.P1Sender)
  add(mail, 'sender', document.source?.user?.email)
  add(mail, 'sender', data?.tsd)
  add(mail, 'from', record.P2Sender)
  const parameters = record.Parameters === undefined ? undefined : vendor.Parameters
  if (isObject(parameters)) {
    if (!Array.isArray(parameters.From)) add(mail, 'from', parameters.From)
    addAddresses(mail, parameters.ForwardingSmtpAddress)
    addAddresses(mail, parameters.ForwardingAddress)
  }
  add(mail, 'to', document.saas?.mail_rule?.forward_to)
  addAddresses(mail, record.Recipients)
  add(mail, 'to', document.destination?.user?.email)
  add(mail, 'to', data?.trc)
  readAttachments(draft)
  addListed(mail, record)
  if (data !== undefined) addEntities(mail, draft, objectsOf(data.Entities))
  mail.writeTo(document)
}

/** Full name and mailbox of Exchange item records, where the record names them. */
export function readMailboxUser({ record, document }: AuditDraft): void {
  if (recordType(record) !== 3) return
  const owner = textOf(record.MailboxOwnerUPN)
  if (owner === undefined || document.user?.email !== undefined || splitUserName(owner) === undefined) return
  document.user = { ...document.user, email: owner }
}
