// Objects that PowerShell's ConvertTo-Json found too deep and wrote as text: `@{Name=a; Value=b}`. Values are not quoted, so
// they end where the next name that the object is known to have begins.

import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { table } from '../../mappings/kernel/table.ts'
import type { NativeKind } from '../outcome.ts'

const lostArray = 'System.Object[]'
const nameValue = ['Name', 'Value']
const identity = ['ID', 'Type']

/** What Export-Csv and ConvertTo-Json write for an object or list below their depth: its content is lost. */
const lostText = /^(?:@\{|System\.(?:Object|Collections)\b|Microsoft\.Graph\.)/

export function isLost(value: Json | undefined): boolean {
  if (typeof value === 'string') return lostText.test(value)
  return Array.isArray(value) && value.some((each) => typeof each === 'string' && lostText.test(each))
}

/** The member of a record that an export has turned into text, where there is one. `isRow`: the record was a row of CSV. */
export function lostMember(kind: NativeKind, record: JsonObject, isRow: boolean): string | undefined {
  if (kind === 'A') return lostEntraMember(record)
  if (kind !== 'U') return undefined
  // Members that are text by themselves can hold anything. A row has columns that no list of members knows.
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

/** The members of a record that hold such objects, with the names of these. */
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

/** Lists and objects that some collectors hand on as JSON text: none of them is text by itself. */
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
    // What is not there was found at -1.
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

/** A time of a row in the form of a country: 5/3/2026 is a day in March or in May, as the computer that saved the table was set. */
export function localTime(record: JsonObject, context: JsonObject | undefined): string | undefined {
  for (const part of [record, context])
    for (const [name, value] of Object.entries(part ?? {}))
      if (typeof value === 'string' && slashDate.test(value) && /time|generated/i.test(name)) return value
  return undefined
}
