// The canonical text of a Google event, which identifies the event: canonical JSON, except for the order of several
// values. Each event of an activity is serialized again for its ID, so this module assembles the text by hand. Google
// uses few names: the text around them is cached. Unusual values use the slow path.
import { boundedCache } from '../../mappings/kernel/bounded-cache.ts'
import { canonicalJson, isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'

/** Characters that JSON escapes in a string: quotes, backslashes, control characters, halves of surrogate pairs. */
const escaped = /["\\\p{Cc}\p{Cs}]/u

/** Returns the text of a JSON string without its quotes. */
function quotable(text: string): string {
  return escaped.test(text) ? JSON.stringify(text).slice(1, -1) : text
}

const endOfEvent = (type: string) => `"type":"${quotable(type)}"}`
const endsOfEvents = boundedCache<string>({ limit: 500, keyLength: 100 })

/** The start of an event by name, and of each parameter by the last name at its position: nearly always the same. */
interface Beginnings {
  readonly event: string
  readonly names: string[]
  readonly parameters: string[]
}

const beginningsOf = (name: string): Beginnings => ({
  event: `{"name":"${quotable(name)}","parameters":[`,
  names: [],
  parameters: [],
})
const beginnings = boundedCache<Beginnings>({ limit: 500, keyLength: 100 })
const mostKept = 50

/** Returns the text between the preceding value and the value of the parameter with this name at this position. */
function beginParameter(name: string, { names, parameters }: Beginnings, place: number): string {
  if (names[place] === name) return parameters[place] as string
  const begin = `${place === 0 ? '' : '"},'}{"name":"${quotable(name)}","value":"`
  if (place <= names.length && place < mostKept && name.length <= 100) {
    names[place] = name
    parameters[place] = begin
  }
  return begin
}

/** True for `{name, value}` with two texts, the form of most parameters. */
function isPlainText(parameter: Json): parameter is { name: string; value: string } {
  if (!isObject(parameter) || typeof parameter.value !== 'string' || typeof parameter.name !== 'string') return false
  for (const member in parameter) if (member !== 'value' && member !== 'name') return false
  return true
}

/** The slots with names that sort before `name`, each with the start of its parameter. */
const beginWithSlot: ReadonlyMap<string, string> = new Map(
  ['boolValue', 'intValue', 'messageValue', 'multiBoolValue', 'multiIntValue', 'multiMessageValue', 'multiValue'].map(
    (slot) => [slot, `{"${slot}":`],
  ),
)

/** Returns the text of a parameter of the form `{name, <one slot>}`; undefined for any other form. */
function slotText(parameter: JsonObject, textOf: (value: Json, slot: string) => string): string | undefined {
  let slot: string | undefined
  for (const member in parameter) {
    if (member === 'name') continue
    if (slot !== undefined) return undefined
    slot = member
  }
  const { name } = parameter
  if (slot === undefined || typeof name !== 'string') return undefined
  const value = parameter[slot]
  if (value === undefined) return undefined
  if (slot === 'value') return `{"name":"${quotable(name)}","value":${textOf(value, slot)}}`
  const begin = beginWithSlot.get(slot)
  return begin && `${begin}${textOf(value, slot)},"name":"${quotable(name)}"}`
}

/** Returns the text of an object whose members are sorted; undefined for any other object. */
function orderedText(object: JsonObject): string | undefined {
  let text = ''
  let last = ''
  for (const name in object) {
    const value = object[name]
    if (value === undefined || name < last || name === '__proto__') return undefined
    last = name
    text += `${text === '' ? '{' : ','}"${quotable(name)}":${valueText(value)}`
  }
  return text === '' ? '{}' : `${text}}`
}

function listText(list: readonly Json[]): string {
  let text = '['
  for (let i = 0; i < list.length; i++) text += i === 0 ? valueText(list[i]) : `,${valueText(list[i])}`
  return `${text}]`
}

function valueText(value: Json | undefined): string {
  if (typeof value === 'string') return `"${quotable(value)}"`
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (Array.isArray(value)) return listText(value)
  if (!isObject(value)) return JSON.stringify(value ?? null)
  return slotText(value, valueText) ?? orderedText(value) ?? canonicalJson(value)
}

const listSlots = ['multiValue', 'multiIntValue', 'multiMessageValue'] as const
const sortedSlots: ReadonlySet<string> = new Set(listSlots)

const isSeveral = (value: Json | undefined): value is Json[] => Array.isArray(value) && value.length > 1

/** The order of multi-valued members differs between deliveries, so they are sorted for the ID. */
function sortedText(value: Json, slot: string): string {
  if (!isSeveral(value) || !sortedSlots.has(slot)) return valueText(value)
  return `[${value.map(valueText).sort().join(',')}]`
}

function withSortedValues(parameter: Json): Json {
  if (!isObject(parameter) || !listSlots.some((slot) => isSeveral(parameter[slot]))) return parameter
  const sorted: JsonObject = { ...parameter }
  for (const slot of listSlots) {
    const values = sorted[slot]
    if (isSeveral(values)) sorted[slot] = JSON.parse(sortedText(values, slot)) as Json
  }
  return sorted
}

function parameterText(parameter: Json): string {
  return (isObject(parameter) && slotText(parameter, sortedText)) || canonicalJson(withSortedValues(parameter))
}

function isPlainEvent(event: JsonObject): boolean {
  for (const member in event)
    if (member !== 'name' && member !== 'type' && member !== 'parameters' && member !== 'resourceIds') return false
  return typeof event.name === 'string' && typeof event.type === 'string' && Array.isArray(event.parameters)
}

function withoutParameters({ parameters: _, ...event }: JsonObject): JsonObject {
  return event
}

/** Canonical JSON of the event, with the members of multi-valued parameters sorted. */
export function canonicalEvent(event: JsonObject): string {
  const { name, type, parameters, resourceIds } = event
  if (!Array.isArray(parameters)) return canonicalJson(event)
  // Some formats contain an empty list where the API omits the member.
  if (parameters.length === 0) return canonicalJson(withoutParameters(event))
  if (!isPlainEvent(event)) return canonicalJson({ ...event, parameters: parameters.map(withSortedValues) })
  const known = beginnings(name as string, beginningsOf)
  let text = known.event
  let inText = false
  for (let i = 0; i < parameters.length; i++) {
    const parameter = parameters[i] as Json
    if (isPlainText(parameter)) {
      const begin = beginParameter(parameter.name, known, i)
      text += inText || i === 0 ? begin : begin.slice(2)
      text += quotable(parameter.value)
      inText = true
    } else {
      if (i > 0) text += inText ? '"},' : ','
      text += parameterText(parameter)
      inText = false
    }
  }
  if (inText) text += '"}'
  text += resourceIds === undefined ? '],' : `],"resourceIds":${valueText(resourceIds)},`
  return text + endsOfEvents(type as string, endOfEvent)
}
