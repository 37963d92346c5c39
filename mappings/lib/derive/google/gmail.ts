// Messages and what became of them: the gmail activity. Its parameters are trees, kept in their own names.
import type { EcsDocument } from '../../../fields/document.ts'
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { toBoolean, toIp, toList, toLong, toText } from '../../convert.ts'
import type { DeriveStep } from '../step.ts'
import { streamBlock } from './acts.ts'

const objectAt = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})

function objectsAt(value: Json | undefined): JsonObject[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject)
}

const addressMembers = ['client_ip', 'smtp_in_connect_ip', 'smtp_out_connect_ip', 'smtp_user_agent_ip'] as const

/** Addresses that are none are dropped, and flags are booleans whatever slot they came in. */
function mendConnection(message: JsonObject): void {
  const connection = objectAt(message.connection_info)
  for (const member of addressMembers) {
    if (connection[member] !== undefined && toIp(connection[member]) === undefined) connection[member] = null
  }
  const failed = connection.failed_smtp_out_connect_ip
  if (failed !== undefined) connection.failed_smtp_out_connect_ip = toList(failed, toIp) ?? null
  for (const flags of [connection, objectAt(message.confidential_mode_info)]) {
    for (const member in flags) {
      if (!member.startsWith('is_') && !member.endsWith('_pass')) continue
      flags[member] = toBoolean(flags[member]) ?? flags[member] ?? null
    }
  }
}

function attachmentsOf(message: JsonObject): NonNullable<NonNullable<EcsDocument['email']>['attachments']> {
  return objectsAt(message.attachment).flatMap((attachment) => {
    const name = toText(attachment.file_name)
    const extension = toText(attachment.file_extension_type)
    const sha256 = toText(attachment.sha256)
    const size = toLong(attachment.file_size)
    const file = {
      ...(name !== undefined && { name }),
      ...(extension !== undefined && { extension }),
      ...(size !== undefined && { size }),
      ...(sha256 !== undefined && { hash: { sha256: [sha256] } }),
    }
    return Object.keys(file).length > 0 ? [{ file }] : []
  })
}

/** Which way the message went, where the addresses of the exchange tell. */
function directionOf(connection: JsonObject): 'inbound' | 'outbound' | 'internal' | undefined {
  if (toBoolean(connection.is_intra_domain) === true) return 'internal'
  if (toText(connection.smtp_out_connect_ip) !== undefined) return 'outbound'
  return toText(connection.smtp_in_connect_ip) === undefined ? undefined : 'inbound'
}

function writeMail(document: EcsDocument, message: JsonObject): void {
  const email: NonNullable<EcsDocument['email']> = {}
  const source = objectAt(message.source)
  const subject = toText(message.subject)
  const id = toText(message.rfc2822_message_id)
  const from = toText(source.from_header_address) ?? toText(source.address)
  const sender = toText(source.address)
  const to = toList(
    objectsAt(message.destination).map(({ address }) => address ?? null),
    toText,
  )
  const direction = directionOf(objectAt(message.connection_info))
  const attachments = attachmentsOf(message)
  if (subject !== undefined) email.subject = [subject]
  if (id !== undefined) email.message_id = [id]
  if (from !== undefined) email.from = { address: [from] }
  if (sender !== undefined && sender !== from) email.sender = { address: [sender] }
  if (to !== undefined) email.to = { address: to }
  if (direction !== undefined) email.direction = direction
  if (attachments.length > 0) email.attachments = attachments
  if (Object.keys(email).length > 0) document.email = email
  const hashes = attachments.flatMap(({ file }) => file.hash?.sha256 ?? [])
  if (hashes.length > 0) document.related = { ...document.related, hash: [...new Set(hashes)] }
  const users = [...new Set([...(from === undefined ? [] : [from]), ...(to ?? [])])]
  if (users.length > 0) document.related = { ...document.related, user: users }
  const domains = toList(message.link_domain, toText)
  if (domains?.[0] !== undefined) {
    document.url = { ...document.url, domain: domains[0] }
    document.related = { ...document.related, hosts: domains }
  }
}

/** The message in ECS, from `google_workspace.gmail_reports`. */
export const gmailDetail: DeriveStep = ({ document, vendor }) => {
  const block = streamBlock(vendor, 'gmail_reports')
  // The tree is the parameters step's own, so it may be changed.
  const message = objectAt(block.message_info)
  mendConnection(message)
  const success = toBoolean(objectAt(block.event_info).success)
  if (success !== undefined) document.event.outcome = success ? 'success' : 'failure'
  const client = toIp(objectAt(message.connection_info).client_ip)
  if (client !== undefined && document.source?.ip === undefined) document.source = { ...document.source, ip: client }
  writeMail(document, message)
}
