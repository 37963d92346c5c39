// Alerts and data loss prevention: record types 11, 13 and 40, and the JSON blob of alerts of several types.
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { table } from '../../../kernel/table.ts'
import { toIp } from '../../../lib/address.ts'
import { toInstant, toLong } from '../../../lib/convert.ts'
import { put } from '../../../lib/put.ts'
import { splitUserName } from '../../../lib/user-name.ts'
import { objectsOf, parseJson, textOf } from '../../microsoft/readers/values.ts'
import type { AuditDraft } from './audit-record.ts'
import { recordType, withoutLocalQueryTime } from './record.ts'

/** Values of event.severity by severity name. */
export const severities: Readonly<Record<string, number>> = table({ informational: 1, low: 2, medium: 3, high: 4 })

const movedMetaData = ['FileName', 'FilePathUrl', 'UniqueId', 'UniqueID', 'FileOwner'] as const

function readSharePointMetaData({ record, vendor, document }: AuditDraft): void {
  const data = record.SharePointMetaData
  if (!isObject(data)) return
  const kept: JsonObject = isObject(vendor.SharePointMetaData) ? { ...vendor.SharePointMetaData } : {}
  for (const member of movedMetaData) if (kept[member] !== undefined) kept[member] = undefined
  vendor.SharePointMetaData = kept
  const file: NonNullable<typeof document.file> = { ...document.file }
  put(file, 'name', textOf(data.FileName))
  put(file, 'inode', textOf(data.UniqueId) ?? textOf(data.UniqueID))
  put(file, 'owner', textOf(data.FileOwner))
  put(file, 'mtime', toInstant(data.LastModifiedTime))
  if (Object.keys(file).length > 0) document.file = file
  const url = textOf(data.FilePathUrl)
  if (url !== undefined) document.url = { ...document.url, original: url }
}

function readRules({ record, document }: AuditDraft): void {
  const rules = objectsOf(record.PolicyDetails).flatMap((policy) => objectsOf(policy.Rules))
  let severity = 0
  const ids: string[] = []
  const names: string[] = []
  const types = new Set<string>()
  const counts: number[] = []
  const confidences: number[] = []
  for (const rule of rules) {
    severity = Math.max(severity, severities[textOf(rule.Severity)?.toLowerCase() ?? ''] ?? 0)
    const id = textOf(rule.RuleId)
    const name = textOf(rule.RuleName)
    if (id !== undefined && name !== undefined) {
      ids.push(id)
      names.push(name)
    }
    const conditions = isObject(rule.ConditionsMatched) ? rule.ConditionsMatched.SensitiveInformation : undefined
    for (const found of objectsOf(conditions)) {
      const type = textOf(found.SensitiveInformationTypeName) ?? textOf(found.SensitiveType)
      if (type !== undefined) types.add(type)
      counts.push(toLong(found.Count) ?? 0)
      confidences.push(toLong(found.Confidence) ?? 0)
    }
  }
  document.event.severity = severity
  if (ids.length > 0) document.rule = { ...document.rule, id: ids, name: names }
  const policies = objectsOf(record.PolicyDetails)
    .map((policy) => textOf(policy.PolicyName))
    .filter((name) => name !== undefined)
  const dlp: NonNullable<NonNullable<typeof document.saas>['dlp']> = {
    ...(policies.length > 0 && { policy: policies }),
    ...(names.length > 0 && { rule: names }),
    ...(types.size > 0 && { info_types: [...types] }),
    ...(counts.length > 0 && { count: counts.reduce((sum, count) => sum + count, 0) }),
    ...(confidences.length > 0 && { confidence: confidences.reduce((most, one) => Math.max(most, one), 0) }),
  }
  if (Object.keys(dlp).length > 0) document.saas = { ...document.saas, dlp }
}

function readMessage({ record, document }: AuditDraft): void {
  const mail = isObject(record.ExchangeMetaData) ? record.ExchangeMetaData : {}
  const action = document.event.action
  const user = document.user?.id
  const subject = textOf(mail.Subject)
  document.message =
    action === undefined && user === undefined && subject === undefined
      ? 'Office365 Alert'
      : `Office365 Alert: ${action ?? ''} detected in email sent by ${user ?? ''} with subject '${subject ?? ''}'`
}

/** Record types 11 and 13. */
export function readDlp(draft: AuditDraft): void {
  const type = recordType(draft.record)
  if (type !== 11 && type !== 13) return
  readSharePointMetaData(draft)
  readRules(draft)
  const exception = textOf(draft.record.ExceptionInfo)
  if (exception !== undefined) draft.vendor.ExceptionInfo = { Reason: exception }
  if (type === 13) readMessage(draft)
}

/** Members of the alert blob (with abbreviated names) that also have separate fields. */
const blobMembers =
  'ad af aii ail alk als an cid cpid dm dpn eid etps etype f3u fvs imsgid lon mat ms od op ot plk pud reid rid sev sict sid sitmi srt ssic suid tdc thn tht tid tpid tpt trc tsd ttr upfc upfv ut von wl zfh zfn zmfh zmfn zu'.split(
    ' ',
  )
const blobDates = ['at', 'md', 'te', 'ts', 'ttdt'] as const
const blobUsers = ['f3u', 'suid', 'tsd', 'trc'] as const

function toBlobInstant(value: unknown): string | undefined {
  return toInstant(value) ?? (typeof value === 'string' ? toInstant(value.replace(' ', 'T')) : undefined)
}

function parseBlob({ record, problem }: AuditDraft): JsonObject | undefined {
  if (isObject(record.Data)) return record.Data
  const text = textOf(record.Data)
  if (text === undefined) return undefined
  const blob = parseJson(withoutLocalQueryTime(text))
  if (isObject(blob)) return blob
  problem('Data is not a JSON object')
  return undefined
}

function addRelatedUser(document: AuditDraft['document'], text: string | undefined): void {
  if (text === undefined || splitUserName(text) === undefined) return
  document.related ??= {}
  document.related.user = [...(document.related.user ?? []), text]
}

function readBlob(draft: AuditDraft): void {
  const { vendor, document } = draft
  const blob = parseBlob(draft)
  if (blob === undefined) return
  const data: JsonObject = { flattened: blob }
  for (const member of blobMembers) {
    const value = textOf(blob[member])
    if (value !== undefined) data[member] = value
  }
  for (const member of blobDates) {
    const instant = toBlobInstant(blob[member])
    if (instant !== undefined) data[member] = instant
  }
  const address = toIp(blob.sip)
  if (address !== undefined) data.sip = address
  vendor.Data = data
  const user = textOf(blob.f3u)
  if (user !== undefined && document.user?.email === undefined) document.user = { ...document.user, email: user }
  for (const member of blobUsers) addRelatedUser(document, textOf(blob[member]))
}

/** Parses the alert blob into `o365.audit.Data.flattened`, where later steps read it. */
export function readAlertData(draft: AuditDraft): void {
  if (draft.record.Data !== undefined) readBlob(draft)
}

const recipientBorder = /[;,]/

/** The links of an alert. A shipper may have taken them out of their objects already. */
export function alertLinks(list: readonly Json[]): string[] {
  return list.flatMap((link) => textOf(isObject(link) ? link.AlertLinkHref : link) ?? [])
}

export function readAlert(draft: AuditDraft): void {
  const { record, document } = draft
  if (recordType(record) !== 40) return
  const links = Array.isArray(record.AlertLinks) ? alertLinks(record.AlertLinks) : []
  if (links.length > 0) document.rule = { ...document.rule, reference: links }
  const entity = textOf(record.AlertEntityId)
  if (entity === undefined) return
  switch (textOf(record.EntityType)?.toLowerCase()) {
    case 'user': {
      const split = splitUserName(entity)
      const named = split === undefined ? {} : { email: entity, ...split }
      document.user = { ...document.user, target: { ...document.user?.target, id: entity, ...named } }
      break
    }
    case 'recipients': {
      const address = entity.split(recipientBorder).map((one) => one.trim())
      document.email = { ...document.email, to: { address: address.filter((one) => one !== '') } }
      break
    }
    case 'sender':
      document.email = { ...document.email, sender: { address: [entity] } }
      break
    case 'malwarefamily':
      document.threat = { ...document.threat, software: { name: entity } }
      break
    default:
  }
}
