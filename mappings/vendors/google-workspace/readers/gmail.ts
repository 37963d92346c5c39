// Messages and their processing: the gmail activity. Its parameters are trees, kept with their own names.
import type { EcsDocument, OauthGroup } from '../../../fields/document.ts'
import { groupByWord, words } from '../../../fields/field.ts'
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { present } from '../../../kernel/present.ts'
import { toIp } from '../../../lib/address.ts'
import { toBoolean, toList, toLong, toText } from '../../../lib/convert.ts'
import type { Draft } from '../../../lib/step.ts'
import type { MappingStep } from '../../mapping-step.ts'
import { streamBlock } from './acts.ts'
import { objectAt } from './values.ts'

type Access = NonNullable<NonNullable<OauthGroup['activity']>['access']>

function objectsAt(value: Json | undefined): JsonObject[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject)
}

const addressMembers = ['client_ip', 'smtp_in_connect_ip', 'smtp_out_connect_ip', 'smtp_user_agent_ip'] as const

/** Whole numbers of Google's schema; BigQuery writes them as text. */
const numbers: ReadonlySet<string> = new Set(
  words(`
    elapsed_time_usec mail_event_type timestamp_usec classification_timestamp_usec action_type num_message_attachments
    payload_size file_size malware_family smtp_relay_error smtp_reply_code smtp_response_reason smtp_tls_state
    smime_content_type classification_reason disposition`),
)

const isFlag = (member: string): boolean =>
  member === 'success' ||
  member === 'tls_required_but_unavailable' ||
  /^is_|_pass$|^smime_.*(?:message|success)$/.test(member)

/** Converts flags and numbers to their types, whatever slot or column they came from. */
function convertTypes(tree: Json | undefined): void {
  if (Array.isArray(tree)) tree.forEach(convertTypes)
  if (!isObject(tree)) return
  for (const member in tree) {
    const value = tree[member] as Json
    if (typeof value === 'object') convertTypes(value)
    else if (isFlag(member)) tree[member] = toBoolean(value) ?? value
    else if (numbers.has(member)) tree[member] = toLong(value) ?? value
  }
}

/** Converts the IP addresses. Removes texts that are not addresses. */
function convertConnection(message: JsonObject): void {
  const connection = objectAt(message.connection_info)
  for (const member of addressMembers) {
    if (connection[member] !== undefined) connection[member] = toIp(connection[member]) ?? null
  }
  const failed = connection.failed_smtp_out_connect_ip
  if (failed !== undefined) connection.failed_smtp_out_connect_ip = toList(failed, toIp) ?? null
}

function attachmentsOf(message: JsonObject): NonNullable<NonNullable<EcsDocument['email']>['attachments']> {
  return objectsAt(message.attachment).flatMap((attachment) => {
    const sha256 = toText(attachment.sha256)
    const file = present({
      name: toText(attachment.file_name),
      extension: toText(attachment.file_extension_type),
      size: toLong(attachment.file_size),
      hash: sha256 === undefined ? undefined : { sha256: [sha256] },
    })
    return Object.keys(file).length > 0 ? [{ file }] : []
  })
}

/** Returns the direction of the message, if its connection addresses show it. */
function directionOf(connection: JsonObject): 'inbound' | 'outbound' | 'internal' | undefined {
  if (toBoolean(connection.is_intra_domain) === true) return 'internal'
  if (toText(connection.smtp_out_connect_ip) !== undefined) return 'outbound'
  return toText(connection.smtp_in_connect_ip) === undefined ? undefined : 'inbound'
}

/** Returns the recipients from the list, or from the comma-separated text of `service:selector:address`. */
function recipientsOf({ destination, flattened_destinations }: JsonObject): string[] | undefined {
  const listed = objectsAt(destination).flatMap(({ address }) => address ?? [])
  if (listed.length > 0) return toList(listed, toText)
  const joined = toList(flattened_destinations ?? null, toText) ?? []
  const addresses = joined.flatMap((text) => text.split(',')).map((one) => one.slice(one.lastIndexOf(':') + 1).trim())
  return toList(addresses, toText)
}

function writeMail(document: EcsDocument, message: JsonObject): void {
  const email: NonNullable<EcsDocument['email']> = {}
  const source = objectAt(message.source)
  const subject = toText(message.subject)
  const id = toText(message.rfc2822_message_id)
  const from = toText(source.from_header_address) ?? toText(source.address)
  const sender = toText(source.address)
  const to = recipientsOf(message)
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

function writeGmail({ document, vendor }: Draft, stream: string): void {
  const block = streamBlock(vendor, stream)
  // The parameters step has created these trees, so they may be changed.
  const message = objectAt(block.message_info)
  const event = objectAt(block.event_info)
  convertTypes(event)
  convertTypes(message)
  convertConnection(message)
  const success = toBoolean(event.success)
  if (success !== undefined) document.event.outcome = success ? 'success' : 'failure'
  const client = toIp(objectAt(message.connection_info).client_ip)
  if (client !== undefined && document.source?.ip === undefined) document.source = { ...document.source, ip: client }
  writeMail(document, message)
}

export const gmailStep: MappingStep = {
  madeFor:
    ({ activity, dataset }) =>
    (draft) =>
      writeGmail(draft, activity?.stream ?? dataset),
}

/** Access by number of the mail event. Google's automatic actions (delivery, classification, bounce) are absent. */
const mailAccess = groupByWord<Access>({
  send: '1 9 10 11 35',
  read: '7 15 16 28 31 33',
  write: '8 12 14 26 29',
  delete: '13 27',
  export: '17 18 19 32',
})

/** The action on the message, if Google records an actor: a delivery is not an access. */
export function mailEventAccess(block: JsonObject): Access | undefined {
  const type = toText(objectAt(block.event_info).mail_event_type)
  return type === undefined ? undefined : mailAccess.get(type)
}
