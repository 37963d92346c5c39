// Objects below the depth limit of PowerShell's ConvertTo-Json, which writes them as text: `@{Name=a; Value=b}`. Values
// are not quoted, so a value ends at the next known name of the object.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { table } from '../../mappings/kernel/table.ts'
import type { NativeKind } from '../outcome.ts'

const lostArray = 'System.Object[]'
const nameValue = ['Name', 'Value']
const identity = ['ID', 'Type']

/** Text that Export-Csv and ConvertTo-Json write for an object or list below their depth limit. Its content is lost. */
const lostText = /^(?:@\{|System\.(?:Object|Collections)\b|Microsoft\.Graph\.)/

export function isLost(value: Json | undefined): boolean {
  if (typeof value === 'string') return lostText.test(value)
  return Array.isArray(value) && value.some((each) => typeof each === 'string' && lostText.test(each))
}

/** Returns the member of a record that an export converted to text, if any. `isRow`: the record is a CSV row. */
export function lostMember(kind: NativeKind, record: JsonObject, isRow: boolean): string | undefined {
  if (kind === 'A') return lostEntraMember(record)
  if (kind !== 'U') return undefined
  // Members that are regular text can contain anything. A CSV row has columns that the member list does not include.
  for (const name in record) {
    if (isRow ? record[name] === lostArray : nestedMembers.has(name) && isLost(record[name])) return name
  }
  return undefined
}

function lostEntraMember(record: JsonObject): string | undefined {
  const { initiatedBy, targetResources } = record
  const lost = ['initiatedBy', 'targetResources', 'additionalDetails'].find((name) => isLost(record[name]))
  if (lost !== undefined) return lost
  if (isObject(initiatedBy) && Object.values(initiatedBy).some(isLost)) return 'initiatedBy'
  const targets = Array.isArray(targetResources) ? targetResources.filter(isObject) : []
  return targets.some(({ modifiedProperties }) => isLost(modifiedProperties)) ? 'modifiedProperties' : undefined
}

/** The members of a record that contain such objects, with the names in these objects. */
const namesIn: Readonly<Record<string, readonly string[]>> = table({
  Actor: identity,
  DeviceProperties: nameValue,
  ExtendedProperties: nameValue,
  Folders: ['Id', 'Path', 'FolderItems'],
  Members: ['UPN', 'DisplayName', 'Role'],
  ModifiedProperties: ['Name', 'NewValue', 'OldValue'],
  OperationProperties: nameValue,
  Parameters: nameValue,
  Target: identity,
})
const members = Object.keys(namesIn)

/** Lists and objects that some collectors write as JSON text. None of these members is regular text. */
export const nestedMembers: ReadonlySet<string> = new Set([
  ...members,
  ...`AffectedItems AlertLinks AppAccessContext AttachmentData DestFolder ExchangeMetaData Folder Item Messages
  ParticipantInfo PolicyDetails PropertyCollection SharePointMetaData`.split(/\s+/),
])

const isObjectText = (value: Json | undefined): value is string =>
  typeof value === 'string' && value.startsWith('@{') && value.endsWith('}')

function objectOf(text: string, names: readonly string[]): JsonObject {
  const inner = text.slice(2, -1)
  const starts = names
    .map((name) => ({ name, at: inner.startsWith(`${name}=`) ? 0 : inner.indexOf(`; ${name}=`) + '; '.length }))
    // A missing name has the index -1.
    .filter(({ name, at }) => inner.startsWith(`${name}=`, at))
    .sort((a, b) => a.at - b.at)
  const object: JsonObject = {}
  starts.forEach(({ name, at }, i) => {
    const end = starts[i + 1]?.at
    const value = inner.slice(at + name.length + '='.length, end === undefined ? undefined : end - '; '.length)
    if (value !== lostArray) object[name] = value
  })
  return object
}

export function withObjects(record: JsonObject): JsonObject {
  let whole: JsonObject | undefined
  for (const name of members) {
    const value = record[name]
    const list = isObjectText(value) ? [value] : value
    if (!Array.isArray(list) || !list.some(isObjectText)) continue
    whole ??= { ...record }
    whole[name] = list.map((each) => (isObjectText(each) ? objectOf(each, namesIn[name] ?? []) : each))
  }
  return whole ?? record
}

const slashDate = /^\s*\d{1,2}\/\d{1,2}\/\d{4}\b/

/** The members with the event time, the first one with a value; `time` is in the envelope. Other kinds have no local formats. */
const timeMembers: { readonly [kind in NativeKind]?: readonly string[] } = table({
  U: ['CreationTime'],
  A: ['activityDateTime', 'time'],
  S: ['createdDateTime', 'time'],
  R: ['time', 'lastUpdatedDateTime', 'riskLastUpdatedDateTime', 'detectedDateTime', 'activityDateTime'],
  M: ['timeGenerated', 'time'],
  N: ['timeGenerated', 'time'],
})

/** Returns an event time in a local format: 5/3/2026 is in March or May, depending on the computer that saved the table. */
export function localTime(kind: NativeKind, record: JsonObject, context: JsonObject | undefined): string | undefined {
  const times = (timeMembers[kind] ?? []).map((name) => (name === 'time' ? context?.time : record[name]))
  const time = times.find((each) => (each ?? '') !== '')
  return typeof time === 'string' && slashDate.test(time) ? time : undefined
}
