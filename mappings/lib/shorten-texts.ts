// A flattened field leaves longer texts out of its index: no query would find them, nor that they were left out. They are
// cut to what it takes, and the document is tagged.
import { longestIndexed } from '../fields/field.ts'
import { isObject, type Json, type JsonObject } from '../kernel/json.ts'

/** The value with its texts cut to `kept` characters where a flattened field does not index them whole, and whether one was. */
export function shortenTexts(value: Json, kept: number = longestIndexed.flattened): { value: Json; cut: boolean } {
  let cut = false
  const shorten = (part: Json): Json => {
    if (typeof part === 'string') {
      if (part.length <= longestIndexed.flattened) return part
      cut = true
      return part.slice(0, kept)
    }
    if (Array.isArray(part)) return part.map(shorten)
    if (!isObject(part)) return part
    const shortened: JsonObject = {}
    for (const key in part) shortened[key] = shorten(part[key] as Json)
    return shortened
  }
  return { value: shorten(value), cut }
}
