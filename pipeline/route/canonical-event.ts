// The canonical text of a Google event, by which it is known again. An activity has several events and each is written
// once more for its id, so the two forms that nearly all of an event has are written by hand.
import { canonicalJson, isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'

const isSeveral = (value: Json | undefined): value is Json[] => Array.isArray(value) && value.length > 1

const listSlots = ['multiValue', 'multiIntValue', 'multiMessageValue'] as const

/** The order of multi-valued members is not stable between deliveries; in the id they are sorted. */
function withSortedValues(parameter: Json): Json {
  if (!isObject(parameter) || !listSlots.some((slot) => isSeveral(parameter[slot]))) return parameter
  const sorted: JsonObject = { ...parameter }
  for (const slot of listSlots) {
    const values = sorted[slot]
    if (isSeveral(values)) sorted[slot] = [...values].sort(byCanonicalText)
  }
  return sorted
}

function byCanonicalText(a: Json, b: Json): number {
  const left = canonicalJson(a)
  const right = canonicalJson(b)
  return left < right ? -1 : left > right ? 1 : 0
}

/** What JSON escapes in a string: quotes, backslashes, control characters, halves of surrogate pairs. */
const escaped = /["\\\p{Cc}\p{Cs}]/u

function quoted(text: string): string {
  return escaped.test(text) ? JSON.stringify(text) : `"${text}"`
}

/** `{name, <one slot>}` as most parameters are, or undefined. */
function plainParameter(parameter: JsonObject): string | undefined {
  let slot: string | undefined
  for (const member in parameter) {
    if (member === 'name') continue
    if (slot !== undefined) return undefined
    slot = member
  }
  const { name } = parameter
  if (typeof name !== 'string') return undefined
  switch (slot) {
    case 'value': {
      const { value } = parameter
      return typeof value === 'string' ? `{"name":${quoted(name)},"value":${quoted(value)}}` : undefined
    }
    case 'boolValue':
    case 'intValue': {
      const value = parameter[slot]
      if (typeof value === 'string') return `{"${slot}":${quoted(value)},"name":${quoted(name)}}`
      return typeof value === 'boolean' ? `{"${slot}":${value},"name":${quoted(name)}}` : undefined
    }
    default:
      return undefined
  }
}

function parameterText(parameter: Json): string {
  return (isObject(parameter) && plainParameter(parameter)) || canonicalJson(withSortedValues(parameter))
}

/** True for events of a name, a type and parameters. */
function isPlainEvent(event: JsonObject): boolean {
  for (const member in event) if (member !== 'name' && member !== 'type' && member !== 'parameters') return false
  return typeof event.name === 'string' && typeof event.type === 'string' && Array.isArray(event.parameters)
}

function withoutParameters({ parameters: _, ...event }: JsonObject): JsonObject {
  return event
}

/** Canonical JSON of the event, with the members of multi-valued parameters sorted. */
export function canonicalEvent(event: JsonObject): string {
  const { name, type, parameters } = event
  if (!Array.isArray(parameters)) return canonicalJson(event)
  // Some forms have an empty list where the API has nothing.
  if (parameters.length === 0) return canonicalJson(withoutParameters(event))
  if (!isPlainEvent(event)) return canonicalJson({ ...event, parameters: parameters.map(withSortedValues) })
  let list = ''
  for (let i = 0; i < parameters.length; i++) {
    list += i === 0 ? parameterText(parameters[i] as Json) : `,${parameterText(parameters[i] as Json)}`
  }
  return `{"name":${quoted(name as string)},"parameters":[${list}],"type":${quoted(type as string)}}`
}
