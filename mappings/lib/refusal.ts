// A value of the wrong type is omitted from the field, stays in its vendor member, and is reported.
import { type CommonFieldName, commonFields } from '../fields/document.ts'
import type { Json } from '../kernel/json.ts'

const longestExcerpt = 80

/** The text of `error.message` about a value that a row could not put into its field. */
export function refusalText(field: CommonFieldName, value: Json): string {
  return `${field}: ${excerptOf(value)} is no ${commonFields[field].type}`
}

export function excerptOf(value: Json): string {
  const text = JSON.stringify(value)
  return text.length > longestExcerpt ? `${text.slice(0, longestExcerpt)}…` : text
}
