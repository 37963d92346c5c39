// 19-digit identifiers that come as JSON numbers lose digits in JSON.parse. A big-integer parser for every record costs
// three to six times as much; only Google records need it, so their text is searched for long numbers when one turns up.

const longIntegers = /"\s*:\s*(-?\d{16,30})(?=[\s,}\]])/g

/** A text and, when asked for, the exact digits of its long numbers, in the order of the text. */
export class SourceText {
  readonly text: string
  #exact: Map<number, string[]> | undefined

  constructor(text: string) {
    this.text = text
  }

  /** The digits behind a parsed number; equal approximations are handed out in the order in which they stand. */
  digits(approximate: number): string {
    if (Number.isSafeInteger(approximate)) return String(approximate)
    this.#exact ??= this.#search()
    const found = this.#exact.get(approximate)
    const digits = found?.shift()
    return digits ?? BigInt(Math.trunc(approximate)).toString()
  }

  #search(): Map<number, string[]> {
    const exact = new Map<number, string[]>()
    for (const [, digits] of this.text.matchAll(longIntegers)) {
      if (digits === undefined) continue
      const list = exact.get(Number(digits))
      if (list === undefined) exact.set(Number(digits), [digits])
      else list.push(digits)
    }
    return exact
  }
}
