// Alerts of the Alert Center: the vendor block with Elastic's names, and ECS fields from the many kinds of alert data.
import type { EcsDocument } from '../../../fields/document.ts'
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { splitPath } from '../../../kernel/path.ts'
import { present } from '../../../kernel/present.ts'
import { toIp } from '../../../lib/address.ts'
import { toBoolean, toText } from '../../../lib/convert.ts'
import { snakeCase, toSnakeCase } from '../../../lib/snake-case.ts'
import type { DeriveStep } from '../../../lib/step.ts'
import { splitUserName } from '../../../lib/user-name.ts'
import { objectAt, objectsAt, toGoogleInstant } from './values.ts'

/** Members whose names differ from their snake case names. A list element's member has the list as a prefix. */
const names: ReadonlyMap<string, string> = new Map([
  ['@type', 'type'],
  ['actorEmail', 'actor.email'],
  ['affectedUserEmails', 'affected.user_emails'],
  ['description', 'rule_description'],
  ['displayName', 'display.name'],
  ['events.deviceCompromisedState', 'device.compromised_state'],
  ['events.deviceId', 'device.id'],
  ['events.deviceModel', 'device.model'],
  ['events.deviceProperty', 'device.property'],
  ['events.deviceType', 'device.type'],
  ['events.resourceId', 'resource.id'],
  ['events.serialNumber', 'serial.number'],
  ['messages.attachmentsSha256Hash', 'attachments_sha256_hash'],
  ['messages.md5HashMessageBody', 'md5.hash.message_body'],
  ['messages.md5HashSubject', 'md5.hash.subject'],
  ['messages.messageId', 'id'],
  ['messages.recipient', 'recipient_email'],
  ['primaryAdminChangedEvent', 'primary.admin.changed_event'],
  ['ruleViolationInfo', 'rule.violation_info'],
  ['sourceIp', 'source.ip'],
  ['ssoProfileCreatedEvent', 'sso_profile.created_event'],
  ['ssoProfileDeletedEvent', 'sso_profile.deleted_event'],
  ['ssoProfileUpdatedEvent', 'sso_profile.updated_event'],
  ['superAdminPasswordResetEvent.userEmail', 'user.email'],
])

/** Deeper data is omitted: `flattened` fields refuse objects deeper than 20. */
const deepestData = 16

function setMember(target: JsonObject, name: string, value: Json): void {
  const segments = splitPath(name)
  let here = target
  for (const segment of segments.slice(0, -1)) {
    const next = here[segment]
    if (isObject(next)) here = next
    else here = here[segment] = {}
  }
  const last = segments.at(-1) as string
  if (here[last] === undefined) here[last] = value
}

function renameData(value: Json, path: string, depth: number): Json {
  if (depth > deepestData) return null
  if (Array.isArray(value)) return value.map((member) => renameData(member, path, depth + 1))
  if (!isObject(value)) return value
  const renamed: JsonObject = {}
  for (const member of Object.keys(value)) {
    const here = path === '' ? member : `${path}.${member}`
    // The sender chooses these names. A name with a dot must stay one name, and `__proto__` must not be set.
    const name = names.get(here) ?? snakeCase(member).replaceAll('.', '_')
    if (name !== '__proto__') setMember(renamed, name, renameData(value[member] as Json, here, depth + 1))
  }
  return renamed
}

function textsAt(value: Json | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((member) => toText(member) ?? [])
}

function unique(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.filter((text) => text !== undefined))]
}

/** Writes the subjects of the alert. The first is the user, and all of them are related users. */
function writeUsers(document: EcsDocument, data: JsonObject, assignee: string | undefined): void {
  const malicious = objectAt(data.maliciousEntity)
  const affected = unique([
    toText(data.email),
    ...textsAt(data.affectedUserEmails),
    toText(objectAt(data.superAdminPasswordResetEvent).userEmail),
    toText(objectAt(data.ruleViolationInfo).triggeringUserEmail),
  ])
  const [email] = affected
  const parts = splitUserName(email)
  const name = parts?.name ?? toText(malicious.displayName) ?? toText(objectAt(malicious.entity).displayName)
  const domain = parts?.domain ?? toText(objectAt(data.domainId).customerPrimaryDomain) ?? toText(data.domain)
  const user = present({ email, name, domain })
  if (Object.keys(user).length > 0) document.user = user
  const actor = toText(data.actorEmail)
  const actorParts = splitUserName(actor)
  if (actor !== undefined) document.source = { ...document.source, user: { email: actor, ...actorParts } }
  const recipients = objectsAt(data.messages).map((message) => toText(message.recipient))
  const sender = toText(objectAt(malicious.entity).emailAddress)
  const users = unique([name, ...affected, actor, assignee, ...recipients, sender])
  if (users.length > 0) document.related = { ...document.related, user: users }
}

function writeMail(document: EcsDocument, data: JsonObject): void {
  const messages = objectsAt(data.messages)
  const malicious = objectAt(data.maliciousEntity)
  const from = unique([toText(objectAt(malicious.entity).emailAddress), toText(malicious.fromHeader)])
  if (messages.length === 0 && from.length === 0) return
  const email: NonNullable<EcsDocument['email']> = {}
  const ids = unique(messages.map((message) => toText(message.messageId)))
  const subjects = unique(messages.map((message) => toText(message.subjectText)))
  const recipients = unique(messages.map((message) => toText(message.recipient)))
  const hashes = unique(messages.flatMap((message) => textsAt(message.attachmentsSha256Hash)))
  const [date] = messages.flatMap((message) => toGoogleInstant(message.date) ?? [])
  if (ids.length > 0) email.message_id = ids
  if (subjects.length > 0) email.subject = subjects
  if (recipients.length > 0) email.to = { address: recipients }
  if (from.length > 0) email.from = { address: from }
  if (date !== undefined) email.delivery_timestamp = date
  if (hashes.length > 0) {
    email.attachments = [{ file: { hash: { sha256: hashes } } }]
    document.related = { ...document.related, hash: hashes }
  }
  document.email = email
}

function writeRule(document: EcsDocument, data: JsonObject): void {
  const info = objectAt(objectAt(data.ruleViolationInfo).ruleInfo)
  const rules = unique([toText(data.displayName), toText(data.name), toText(info.displayName)])
  const id = toText(info.resourceName)
  const description = toText(data.description)
  if (rules.length === 0 && id === undefined) return
  document.rule = present({
    name: rules.length > 0 ? rules : undefined,
    id: id === undefined ? undefined : [id],
    description,
  })
}

function writeNetwork(document: EcsDocument, data: JsonObject): void {
  const ip = toIp(data.sourceIp) ?? toIp(objectAt(data.loginDetails).ipAddress)
  if (ip === undefined) return
  document.source = { ...document.source, ip }
  document.related = { ...document.related, ip: [ip] }
}

/** The ID of a Google customer without its first letter, as the Alert Center writes it. */
const bareCustomer = /^0[0-9a-z]{7,8}$/

export const alertDetail: DeriveStep = ({ record, document, vendor }) => {
  const data = objectAt(record.data)
  const metadata = objectAt(record.metadata)
  const { source, type, alertId, customerId, etag, securityInvestigationToolLink } = record
  const customer = toText(customerId)
  if (customer !== undefined && bareCustomer.test(customer)) document.organization = { id: `C${customer}` }
  vendor.alert = present({
    id: toText(alertId),
    source: toText(source),
    type: toText(type),
    etag: toText(etag),
    security_investigation_tool_link: toText(securityInvestigationToolLink),
    customer: customer && { id: customer },
    deleted: toBoolean(record.deleted),
    create_time: toGoogleInstant(record.createTime),
    start_time: toGoogleInstant(record.startTime),
    end_time: toGoogleInstant(record.endTime),
    update_time: toGoogleInstant(record.updateTime),
    metadata: toSnakeCase(metadata),
    data: renameData(data, '', 0),
  })

  if (toText(source) === 'Gmail phishing' && !document.event.category?.includes('email')) {
    document.event.category = [...(document.event.category ?? []), 'email']
  }
  writeNetwork(document, data)
  writeUsers(document, data, toText(metadata.assignee))
  writeMail(document, data)
  writeRule(document, data)
  const [device] = objectsAt(data.events).flatMap(({ deviceId }) => toText(deviceId) ?? [])
  if (device !== undefined) document.device = { id: device }
}
