// A flattened field does not index texts that are too long: no query would find the texts or their absence. Such texts
// are cut to the indexed length, and the document gets a tag.
import { longestIndexed } from '../fields/field.ts'
import { isObject, type Json, type JsonObject } from '../kernel/json.ts'

/** Returns the value with texts that a flattened field cannot index cut to `kept` characters, and whether one was. */
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
