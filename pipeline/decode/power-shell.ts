// Objects that PowerShell's ConvertTo-Json found too deep and wrote as text: `@{Name=a; Value=b}`. Values are not quoted, so
// they end where the next name that the object is known to have begins.

import type { Json, JsonObject } from '../../mappings/kernel/json.ts'
import { table } from '../../mappings/kernel/table.ts'

/** What Export-Csv and ConvertTo-Json write for a nested array: its content is lost. */
export const lostArray = 'System.Object[]'

const nameValue = ['Name', 'Value']
const identity = ['ID', 'Type']

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

/** The record with its objects back; as it is where none was written as text. */
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
