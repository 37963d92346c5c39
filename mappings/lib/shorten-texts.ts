// A flattened field leaves longer texts out of its index: no query would find them, nor that they were left out. They are
// cut to what it takes, and the document is tagged.
import { longestIndexed } from '../fields/field.ts'
import { isObject, type Json, type JsonObject } from '../kernel/json.ts'

/** Cuts texts, and knows whether it had to. */
export class Cutter {
  cut = false
  readonly #kept: number

  /** `kept` is the length to which it cuts a text that is too long. */
  constructor(kept: number = longestIndexed.flattened) {
    this.#kept = kept
  }

  shorten(value: Json): Json {
    if (typeof value === 'string') {
      if (value.length <= longestIndexed.flattened) return value
      this.cut = true
      return value.slice(0, this.#kept)
    }
    if (Array.isArray(value)) return value.map((member) => this.shorten(member))
    if (!isObject(value)) return value
    const shortened: JsonObject = {}
    for (const key in value) shortened[key] = this.shorten(value[key] as Json)
    return shortened
  }
}

/** The value with its texts cut to what a flattened field indexes, and whether one was. */
export function shortenTexts(value: Json): { value: Json; cut: boolean } {
  const cutter = new Cutter()
  return { value: cutter.shorten(value), cut: cutter.cut }
}
