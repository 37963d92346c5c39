// Repairs values that JSON can contain but strict readers and JSON.stringify cannot: lone surrogates, at which jq
// stops, and numbers such as 1e400. U+FFFD keeps the length and hash, so no limit is exceeded, and no ID changes.
import type { Json, JsonObject } from '../kernel/json.ts'
import { excerptOf } from './refusal.ts'

type OnProblem = (text: string) => void

/** Returns the value as strict readers accept it. Copies only changed objects, because documents share parts. */
export function toStrictJson<T>(value: T, onProblem: OnProblem = () => undefined): T {
  return strict(value as Json, '', onProblem) as T
}

function strictText(text: string, member: string, onProblem: OnProblem): string {
  if (text.isWellFormed()) return text
  const whole = text.toWellFormed()
  onProblem(`${member.toWellFormed()}: half of a surrogate pair, replaced by U+FFFD: ${excerptOf(whole)}`)
  return whole
}

function strict(value: Json, member: string, onProblem: OnProblem): Json {
  if (typeof value === 'string') return strictText(value, member, onProblem)
  if (typeof value === 'number' && !Number.isFinite(value)) {
    onProblem(`${member.toWellFormed()}: the number is too large and was left out`)
    return null
  }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    let list: Json[] | undefined
    for (let i = 0; i < value.length; i++) {
      const kept = strict(value[i] as Json, member, onProblem)
      if (kept === value[i]) continue
      list ??= value.slice()
      list[i] = kept
    }
    return list ?? value
  }
  let changed: Map<string, readonly [string, Json]> | undefined
  for (const name in value) {
    const given = value[name] as Json
    // Nearly all of them: the calls cost more than these tests.
    if ((typeof given === 'string' ? given.isWellFormed() : given === undefined) && name.isWellFormed()) continue
    const safe = strictText(name, member, onProblem)
    const kept = strict(given, name, onProblem)
    if (kept === given && safe === name) continue
    changed ??= new Map()
    changed.set(name, [safe, kept])
  }
  return changed === undefined ? value : rewritten(value, changed)
}

function rewritten(object: JsonObject, changed: ReadonlyMap<string, readonly [string, Json]>): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => changed.get(name) ?? [name, value]))
}
