// `email.*`: subjects, ids and addresses of the messages that a record is about.

import type { EcsDocument } from '../../../fields/document.ts'
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { toIp, toLong } from '../../convert.ts'
import { splitUserName } from '../../user-name.ts'
import type { Draft } from '../step.ts'
import { objectsOf, recordType, textOf } from './record.ts'

const mostMessageIds = 100

class Mail {
  readonly subject = new Set<string>()
  readonly messageId = new Set<string>()
  readonly localId = new Set<string>()
  readonly sender = new Set<string>()
  readonly from = new Set<string>()
  readonly to = new Set<string>()

  writeTo(document: EcsDocument): void {
    const email: NonNullable<EcsDocument['email']> = { ...document.email }
    if (this.subject.size > 0) email.subject = [...this.subject]
    if (this.messageId.size > 0) email.message_id = [...this.messageId].slice(0, mostMessageIds)
    if (this.localId.size > 0) email.local_id = [...this.localId]
    for (const sender of email.sender?.address ?? []) this.sender.add(sender)
    if (this.sender.size > 0) email.sender = { address: [...this.sender] }
    if (this.from.size > 0) email.from = { address: [...this.from] }
    for (const to of email.to?.address ?? []) this.to.add(to)
    if (this.to.size > 0) email.to = { address: [...this.to] }
    if (Object.keys(email).length > 0) document.email = email
  }
}

function add(set: Set<string>, value: Json | undefined): void {
  if (Array.isArray(value)) {
    for (const member of value) add(set, member)
    return
  }
  const text = textOf(value)
  if (text !== undefined) set.add(text)
}

function addAddresses(set: Set<string>, value: Json | undefined): void {
  for (const address of textOf(value)?.split(';') ?? []) {
    const trimmed = address.trim()
    if (trimmed !== '') set.add(trimmed.replace(/^smtp:/i, ''))
  }
}

const forwarding = [
  'ForwardAsAttachmentTo',
  'ForwardTo',
  'RedirectTo',
  'ForwardingSmtpAddress',
  'ForwardingAddress',
  'RedirectMessageTo',
  'BlindCopyTo',
  'CopyTo',
] as const

function addEntities(mail: Mail, draft: Draft, entities: JsonObject[]): void {
  const { document, vendor } = draft
  for (const entity of entities) {
    add(mail.messageId, entity.InternetMessageId)
    add(mail.localId, entity.NetworkMessageId)
    add(mail.sender, entity.P1Sender)
    add(mail.from, entity.P2Sender)
    add(mail.to, entity.Recipient)
    add(mail.subject, entity.Subject)
    const recipient = textOf(entity.Recipient)
    if (recipient !== undefined && document.user?.email === undefined) {
      document.user = { ...document.user, email: recipient }
    }
    const ip = toIp(entity.SenderIP)
    const upn = textOf(entity.Upn)
    document.related ??= {}
    if (ip !== undefined) document.related.ip = [...(document.related.ip ?? []), ip]
    if (upn !== undefined) document.related.user = [...(document.related.user ?? []), upn]
    for (const member of ['OriginalDeliveryLocation', 'PhishConfidenceLevel', 'ThreatDetectionMethods']) {
      if (entity[member] !== undefined) vendor[member] = entity[member]
    }
  }
}

const sizeMarker = / \((\d{1,15})b\)$/

/** `a.png (8192b); b.docx (73728b)`: entries without a size or an extension are left out. */
export function parseAttachments(text: string): { file: { name: string; extension: string; size: number } }[] {
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

function readAttachments(document: EcsDocument, value: Json | undefined): void {
  const text = textOf(value)
  const attachments = text === undefined ? [] : parseAttachments(text)
  if (attachments.length > 0) document.email = { ...document.email, attachments }
}

/** Messages of Exchange records that list several. */
function addListed(mail: Mail, record: JsonObject): void {
  for (const item of objectsOf(record.AffectedItems)) {
    add(mail.subject, item.Subject)
    add(mail.messageId, item.InternetMessageId)
  }
  for (const folder of objectsOf(record.Folders)) {
    for (const item of objectsOf(folder.FolderItems)) {
      if (mail.messageId.size >= mostMessageIds) return
      add(mail.messageId, item.InternetMessageId)
    }
  }
}

export function readMail(draft: Draft): void {
  const { record, document, vendor } = draft
  const mail = new Mail()
  const item = isObject(record.Item) ? record.Item : {}
  const data = isObject(vendor.Data) && isObject(vendor.Data.flattened) ? vendor.Data.flattened : {}
  for (const subject of [record.Subject, item.Subject, data.ms]) add(mail.subject, subject)
  for (const id of [record.InternetMessageId, item.InternetMessageId, data.imsgid]) add(mail.messageId, id)
  for (const id of [record.NetworkMessageId, data.aii]) add(mail.localId, id)
  for (const sender of [record.P1Sender, document.source?.user?.email, data.tsd]) add(mail.sender, sender)
  if (isObject(vendor.Parameters)) {
    if (!Array.isArray(vendor.Parameters.From)) add(mail.from, vendor.Parameters.From)
    for (const name of forwarding) addAddresses(mail.to, vendor.Parameters[name])
  }
  for (const to of [record.Recipients, document.destination?.user?.email, data.trc]) add(mail.to, to)
  readAttachments(document, item.Attachments)
  addListed(mail, record)
  addEntities(mail, draft, objectsOf(data.Entities))
  mail.writeTo(document)
}

/** Full name and mailbox of Exchange item records, where the record names them. */
export function readMailboxUser({ record, document }: Draft): void {
  if (recordType(record) !== 3) return
  const owner = textOf(record.MailboxOwnerUPN)
  if (owner === undefined || document.user?.email !== undefined || splitUserName(owner) === undefined) return
  document.user = { ...document.user, email: owner }
}
