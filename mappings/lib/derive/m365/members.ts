// Members that the vendor block holds in another shape than the record: texts that are JSON, numbers as text, names that
// would be now a text and now an object.
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { withoutEmpty } from '../../clean.ts'
import { toInstant, toLong } from '../../convert.ts'
import type { Draft } from '../step.ts'
import { objectsOf, parseJson, recordType, textOf, withoutLocalQueryTime } from './record.ts'
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

const userTypes: readonly string[] = [
  'Regular',
  'Reserved',
  'Admin',
  'DcAdmin',
  'System',
  'Application',
  'ServicePrincipal',
  'CustomPolicy',
  'SystemPolicy',
  'PartnerTechnician',
  'Guest',
]

const platforms: readonly string[] = ['Unknown', 'Windows', 'MacOS', 'iOS', 'Android', 'Web Browser']

/** Operating systems as `host.os.type` names them, by a word in the platform's name; the first that fits. */
const osTypes = [
  ['windows', 'windows'],
  ['linux', 'linux'],
  ['mac', 'macos'],
  ['unix', 'unix'],
  ['ios', 'ios'],
  ['android', 'android'],
] as const

function shapeIntegers(vendor: JsonObject): void {
  for (const member of integerMembers) {
    const value = vendor[member]
    if (typeof value !== 'string') continue
    const number = toLong(value)
    if (number !== undefined) vendor[member] = String(number)
  }
}

function shapeDates(vendor: JsonObject): void {
  for (const member of dateMembers) {
    const instant = toInstant(vendor[member])
    if (instant !== undefined) vendor[member] = instant
  }
  const rescan = vendor.RescanResult
  if (isObject(rescan)) {
    const instant = toInstant(rescan.Timestamp)
    if (instant !== undefined) vendor.RescanResult = { ...rescan, Timestamp: instant }
  }
}

function shapePlatform({ vendor, document }: Draft): void {
  const number = toLong(vendor.Platform)
  const name = number === undefined ? textOf(vendor.Platform) : platforms[number]
  if (name === undefined) return
  vendor.Platform = name
  const folded = name.toLowerCase()
  document.host ??= {}
  document.host.os ??= {}
  document.host.os.platform = name
  const type = osTypes.find(([word]) => folded.includes(word))?.[1]
  if (type !== undefined) (document.host.os as { type?: string }).type = type
}

function rename(vendor: JsonObject, from: string, to: string): void {
  const value = vendor[from]
  if (!isObject(value)) return
  delete vendor[from]
  vendor[to] = value
}

function shapeJsonText(draft: Draft, member: 'AdditionalInfo' | 'OperationProperties'): void {
  const text = draft.vendor[member]
  if (typeof text !== 'string') return
  const parsed = parseJson(text)
  if (isObject(parsed) || Array.isArray(parsed)) {
    draft.vendor[member] = parsed
    return
  }
  delete draft.vendor[member]
  draft.vendor[`${member}Raw`] = text
  draft.problem(`${member} is not JSON`)
}

function shapeAction(action: Json): Json {
  if (typeof action !== 'string') return action
  return parseJson(withoutLocalQueryTime(action)) ?? action
}

function shapeActions(vendor: JsonObject): void {
  const actions = vendor.Actions
  if (actions === undefined) return
  vendor.Actions = (Array.isArray(actions) ? actions : [actions]).map(shapeAction)
}

/** Elastic's names for the folders and messages of aggregated records. */
function shapeAggregated({ record, vendor }: Draft): void {
  for (const member of ['Folders', 'Messages']) {
    const list = withoutEmpty(record[member])
    if (list !== undefined) vendor[`ExchangeAggregated${member}`] = list
  }
}

function shapeAlertLinks(vendor: JsonObject): void {
  if (!Array.isArray(vendor.AlertLinks)) return
  vendor.AlertLinks = objectsOf(vendor.AlertLinks)
    .map((link) => textOf(link.AlertLinkHref))
    .filter((link) => link !== undefined)
}

/** Time of the event as a wrapper around the record says it, where the record does not. */
function readWrapperTime({ context, document }: Draft): void {
  if (document['@timestamp'] !== undefined || context === undefined) return
  const time = toInstant(context.createdDateTime)
  if (time !== undefined) document['@timestamp'] = time
}

/** Brings the vendor block into the shape that the index maps. */
export function shapeMembers(draft: Draft): void {
  const { record, vendor, document } = draft
  const number = recordType(record)
  if (typeof record.RecordType === 'string' && number !== undefined) vendor.RecordType = String(number)
  if (document.event.code === undefined && number !== undefined) {
    const name = recordTypeNames[number]
    if (name !== undefined) document.event.code = name
  }
  readWrapperTime(draft)
  if (document.organization?.id !== undefined) document.organization.id = document.organization.id.toLowerCase()
  const userType = userTypes[toLong(record.UserType) ?? -1]
  if (userType !== undefined) vendor.UserTypeName = userType
  shapeIntegers(vendor)
  shapeDates(vendor)
  shapePlatform(draft)
  rename(vendor, 'Sender', 'SenderEntity')
  rename(vendor, 'Message', 'MessageObject')
  shapeJsonText(draft, 'AdditionalInfo')
  shapeJsonText(draft, 'OperationProperties')
  shapeActions(vendor)
  shapeAlertLinks(vendor)
  if (number === 50) shapeAggregated(draft)
}
