// Members whose shape in the vendor block differs from the record: JSON texts, numbers as text, and names that can be a
// text or an object.
import { isObject, type Json } from '../../../kernel/json.ts'
import { withoutEmpty } from '../../../lib/clean.ts'
import { toBoolean, toInstant, toLong } from '../../../lib/convert.ts'
import { idOf, parseJson, textOf } from '../../microsoft/readers/values.ts'
import { alertLinks } from './alerts.ts'
import type { AuditDraft } from './audit-record.ts'
import { recordType, statedType, withoutLocalQueryTime } from './record.ts'
import { recordTypeNames } from './record-types.ts'

const integerMembers = [
  'RecordType',
  'ActorYammerUserId',
  'TargetYammerUserId',
  'YammerNetworkId',
  'Version',
  'InternalLogonType',
  'LogonType',
  'RunningTime',
  'FileSize',
] as const

const dateMembers = ['EndTimeUtc', 'LastUpdateTimeUtc', 'StartTimeUtc', 'StartTime', 'FilteringDate'] as const

const platforms: readonly string[] = ['Unknown', 'Windows', 'MacOS', 'iOS', 'Android', 'Web Browser']

/** `host.os.type` values by a word in the platform name. The first match counts. */
const osTypes = [
  ['windows', 'windows'],
  ['linux', 'linux'],
  ['mac', 'macos'],
  ['unix', 'unix'],
  ['ios', 'ios'],
  ['android', 'android'],
] as const

function shapeIntegers({ record, vendor }: AuditDraft): void {
  for (const member of integerMembers) {
    const value = record[member]
    if (value === undefined || vendor[member] === undefined) continue
    const number = toLong(value)
    if (number !== undefined) vendor[member] = String(number)
  }
}

function shapeDates({ record, vendor }: AuditDraft): void {
  for (const member of dateMembers) {
    const value = record[member]
    const instant = value === undefined ? undefined : toInstant(value)
    if (instant !== undefined && vendor[member] !== undefined) vendor[member] = instant
  }
  const rescan = record.RescanResult
  if (isObject(rescan)) {
    const instant = toInstant(rescan.Timestamp)
    if (instant !== undefined) vendor.RescanResult = { ...rescan, Timestamp: instant }
  }
}

const booleanMembers = ['CustomUniqueId', 'ExternalAccess', 'IsManagedDevice', 'IsSoftDelete'] as const
const participantMembers = ['HasForeignTenantUsers', 'HasGuestUsers', 'HasOtherGuestUsers'] as const

const longMembers = ['OperationCount', 'FileSizeBytes'] as const

function shapeLongs({ record, vendor }: AuditDraft): void {
  for (const member of longMembers) {
    const value = record[member]
    const number = typeof value === 'string' && vendor[member] !== undefined ? toLong(value) : undefined
    if (number !== undefined) vendor[member] = number
  }
}

/** The index takes `true` and `"true"`, but not `"True"`, which cmdlets and exports write. */
function shapeBooleans({ record, vendor }: AuditDraft): void {
  for (const member of booleanMembers) {
    const value = record[member]
    const boolean = typeof value === 'string' ? toBoolean(value) : undefined
    if (boolean !== undefined) vendor[member] = boolean
  }
  const info = record.ParticipantInfo
  if (!isObject(info)) return
  const shaped = participantMembers.flatMap((member) => {
    const boolean = typeof info[member] === 'string' ? toBoolean(info[member]) : undefined
    return boolean === undefined ? [] : [[member, boolean] as const]
  })
  if (shaped.length > 0) vendor.ParticipantInfo = { ...info, ...Object.fromEntries(shaped) }
}

function shapePlatform({ record, vendor, document }: AuditDraft): void {
  if (record.Platform === undefined) return
  const number = toLong(record.Platform)
  const name = number === undefined ? textOf(record.Platform) : platforms[number]
  if (name === undefined) return
  vendor.Platform = name
  const folded = name.toLowerCase()
  document.host ??= {}
  document.host.os ??= {}
  document.host.os.platform = name
  const type = osTypes.find(([word]) => folded.includes(word))?.[1]
  if (type !== undefined) (document.host.os as { type?: string }).type = type
}

function rename({ record, vendor }: AuditDraft, from: 'Sender' | 'Message', to: string): void {
  if (record[from] === undefined) return
  const value = vendor[from]
  if (!isObject(value)) return
  vendor[from] = undefined
  vendor[to] = value
}

function shapeJsonText(draft: AuditDraft, member: 'AdditionalInfo' | 'OperationProperties'): void {
  const text = draft.record[member]
  if (typeof text !== 'string' || text === '') return
  const parsed = parseJson(text)
  if (isObject(parsed) || Array.isArray(parsed)) {
    draft.vendor[member] = parsed
    return
  }
  draft.vendor[member] = undefined
  draft.vendor[`${member}Raw`] = text
  draft.problem(`${member} is not JSON`)
}

function shapeAction(action: Json): Json {
  if (typeof action !== 'string') return action
  return parseJson(withoutLocalQueryTime(action)) ?? action
}

function shapeActions({ record, vendor }: AuditDraft): void {
  if (record.Actions === undefined) return
  const actions = vendor.Actions
  if (actions === undefined) return
  vendor.Actions = (Array.isArray(actions) ? actions : [actions]).map(shapeAction)
}

/** Stores the folders and messages of aggregated records under Elastic's names. */
function shapeAggregated({ record, vendor }: AuditDraft): void {
  // Literal names: if a computed name adds the 13th or a later member, V8 converts the object to a hash table.
  const folders = withoutEmpty(record.Folders)
  if (folders !== undefined) vendor.ExchangeAggregatedFolders = folders
  const messages = withoutEmpty(record.Messages)
  if (messages !== undefined) vendor.ExchangeAggregatedMessages = messages
}

function shapeAlertLinks({ record, vendor }: AuditDraft): void {
  if (!Array.isArray(record.AlertLinks) || !Array.isArray(vendor.AlertLinks)) return
  vendor.AlertLinks = alertLinks(vendor.AlertLinks)
}

/** Time of the event from a wrapper, if the record has none. */
function readWrapperTime({ record, context, document }: AuditDraft): void {
  if ((record.CreationTime ?? '') !== '' || context === undefined) return
  const time = toInstant(context.createdDateTime)
  if (time !== undefined) document['@timestamp'] = time
}

export function shapeMembers(draft: AuditDraft): void {
  const { record, vendor, document } = draft
  const number = recordType(record)
  const stated = statedType(record)
  if (stated !== undefined) vendor.RecordType = String(stated)
  if (document.event.code === undefined && number !== undefined) {
    const name = recordTypeNames[number]
    if (name !== undefined) document.event.code = name
  }
  readWrapperTime(draft)
  const tenant = idOf(document.organization?.id)
  if (tenant !== undefined) document.organization = { ...document.organization, id: tenant }
  shapeIntegers(draft)
  shapeDates(draft)
  shapeBooleans(draft)
  shapeLongs(draft)
  shapePlatform(draft)
  rename(draft, 'Sender', 'SenderEntity')
  rename(draft, 'Message', 'MessageObject')
  shapeJsonText(draft, 'AdditionalInfo')
  shapeJsonText(draft, 'OperationProperties')
  shapeActions(draft)
  shapeAlertLinks(draft)
  if (number === 50) shapeAggregated(draft)
}
