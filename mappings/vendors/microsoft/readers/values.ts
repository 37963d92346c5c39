// Values of Microsoft's records: texts, ids, lists of objects, JSON inside a text.
import { bareGuid } from '../../../kernel/guid.ts'
import { isObject, type Json, type JsonObject, parsedJson } from '../../../kernel/json.ts'
import { toText } from '../../../lib/convert.ts'
import { entriesOf } from './name-values.ts'

/** A text member that is not blank. */
export function textOf(value: unknown): string | undefined {
  if (value === undefined) return undefined
  const text = toText(value)
  if (text === undefined) return undefined
  const first = text.charCodeAt(0)
  // A text that begins with a printable ASCII character is not blank. Nearly every text does.
  return (first > 0x20 && first < 0x7f) || text.trim() !== '' ? text : undefined
}

/** The texts of a list; none for any other value. */
export const textsOf = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.flatMap((member) => textOf(member) ?? []) : []

/** The texts of a list, or the parts of one text with commas. */
export const listedTexts = (value: Json | undefined): string[] =>
  Array.isArray(value) ? textsOf(value) : (textOf(value) ?? '').split(',').filter((text) => text !== '')

const none: readonly JsonObject[] = []

/** Returns the objects of a list, without its other members. An object in place of a list counts as a list of one. */
export function objectsOf(value: Json | undefined): readonly JsonObject[] {
  if (value === undefined) return none
  const entries = entriesOf(value)
  if (entries !== undefined) return entries.filter(isObject)
  return isObject(value) && Object.keys(value).length > 0 ? [value] : none
}

const deepestText = 2_000_000

/** The JSON in a text; undefined when it is not JSON or longer than any service writes. */
export function parseJson(text: string): Json | undefined {
  return text.length > deepestText ? undefined : (parsedJson(text) as Json | undefined)
}

const zeroGuid = /^[0-]+$/

/** An id in lower case; undefined for an absent one and for the GUID of zeros. */
export function idOf(value: unknown): string | undefined {
  const given = textOf(value)?.trim().toLowerCase()
  const text = given === undefined ? undefined : bareGuid(given)
  return text === undefined || (text.startsWith('0') || text.startsWith('-') ? zeroGuid.test(text) : false)
    ? undefined
    : text
}
