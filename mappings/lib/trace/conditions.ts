import type { JsonObject } from '../../kernel/json.ts'
import { getPath, splitPath } from '../../kernel/path.ts'
import { toLong, toText } from '../convert.ts'

/** Returns true if every listed member has one of its values, compared as text. `15.0` equals 15. */
export function holds(when: Readonly<Record<string, readonly string[]>>, record: JsonObject): boolean {
  return Object.entries(when).every(([path, values]) => {
    const value = getPath(record, splitPath(path))
    const text = toText(value)
    if (text === undefined) return false
    const number = typeof value === 'string' ? toLong(value) : undefined
    return values.includes(text) || (number !== undefined && values.includes(String(number)))
  })
}

/** A condition in words: `RecordType is 8 or AzureActiveDirectory`. */
export function conditionText(when: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(when)
    .map(([path, values]) => `${path} is ${values.join(' or ')}`)
    .join(', ')
}
