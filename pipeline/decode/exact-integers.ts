// 19-digit identifiers that come as JSON numbers lose digits in JSON.parse. A big-integer parser for every record costs
// three to six times as much. Therefore, the text is searched only if a parsed number is inexact.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'

/** Also matches quotation marks and escaped characters, to skip the digits in strings. */
const longIntegers = /\\.|"|(?<=[:,[\s])(-?\d{16,30})(?=[\s,}\]])/gs

/** Whether a value is an integer that a JavaScript number may not represent exactly. */
export const isInexact = (value: unknown): value is number => Number.isInteger(value) && !Number.isSafeInteger(value)

/** Replaces inexact numbers with their exact digits as text. The caller must limit the depth of the value. */
export function restoreDigits(value: JsonObject | Json[], source: SourceText): void {
  const members = value as JsonObject
  for (const name in members) {
    const member = members[name]
    if (isInexact(member)) members[name] = source.digits(member)
    else if (isObject(member) || Array.isArray(member)) restoreDigits(member, source)
  }
}

/** A text that can return the exact digits of its long numbers, in text order. */
export class SourceText {
  readonly text: string
  #exact: Map<number, { readonly digits: readonly string[]; next: number }> | undefined

  constructor(text: string) {
    this.text = text
  }

  /** The digits behind a parsed number; equal approximations are returned in the order of their occurrence. */
  digits(approximate: number): string {
    if (Number.isSafeInteger(approximate)) return String(approximate)
    this.#exact ??= this.#search()
    const found = this.#exact.get(approximate)
    const digits = found?.digits[found.next++]
    return digits ?? BigInt(Math.trunc(approximate)).toString()
  }

  #search(): Map<number, { digits: string[]; next: number }> {
    const exact = new Map<number, { digits: string[]; next: number }>()
    let isString = false
    for (const [match, digits] of this.text.matchAll(longIntegers)) {
      if (match === '"') isString = !isString
      if (digits === undefined || isString) continue
      lookedUp(exact, Number(digits), () => ({ digits: [], next: 0 })).digits.push(digits)
    }
    return exact
  }
}
