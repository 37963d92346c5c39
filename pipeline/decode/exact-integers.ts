// 19-digit identifiers that come as JSON numbers lose digits in JSON.parse. A big-integer parser for every record costs
// three to six times as much; only Google records need it, so their text is searched for long numbers when one turns up.

const longIntegers = /"\s*:\s*(-?\d{16,30})(?=[\s,}\]])/g

/** A text and, when asked for, the exact digits of its long numbers, in the order of the text. */
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
    for (const [, digits] of this.text.matchAll(longIntegers)) {
      if (digits === undefined) continue
      const found = exact.get(Number(digits))
      if (found === undefined) exact.set(Number(digits), { digits: [digits], next: 0 })
      else found.digits.push(digits)
    }
    return exact
  }
}
