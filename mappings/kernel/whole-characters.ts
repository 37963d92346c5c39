// Half of a surrogate pair is valid in JSON as an escape, but many readers stop at it. U+FFFD replaces it, which has the
// same length and the same hash: no limit is exceeded, and no ID changes.
import type { Json, JsonObject } from './json.ts'

type OnChange = (text: string) => void

/** The text with U+FFFD for each half. */
function wholeText(text: string, onChange: OnChange | undefined): string {
  if (text.isWellFormed()) return text
  const whole = text.toWellFormed()
  onChange?.(whole)
  return whole
}

/** The value with whole texts and names. Only changed objects are copied: documents share parts. */
export function wholeCharacters<T>(value: T, onChange?: OnChange): T {
  return whole(value as Json, onChange) as T
}

function whole(value: Json, onChange: OnChange | undefined): Json {
  if (typeof value === 'string') return wholeText(value, onChange)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    let list: Json[] | undefined
    for (let i = 0; i < value.length; i++) {
      const kept = whole(value[i] as Json, onChange)
      if (kept === value[i]) continue
      list ??= value.slice()
      list[i] = kept
    }
    return list ?? value
  }
  let changed: Map<string, readonly [string, Json]> | undefined
  for (const name in value) {
    const member = value[name] as Json
    const safe = wholeText(name, onChange)
    const kept = whole(member, onChange)
    if (kept === member && safe === name) continue
    changed ??= new Map()
    changed.set(name, [safe, kept])
  }
  return changed === undefined ? value : rewritten(value, changed)
}

function rewritten(object: JsonObject, changed: ReadonlyMap<string, readonly [string, Json]>): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => changed.get(name) ?? [name, value]))
}
