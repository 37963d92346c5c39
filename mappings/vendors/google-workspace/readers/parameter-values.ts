// The value of an event parameter: `{name, <one value slot>}`, where a slot may be a message of further parameters.
import { words } from '../../../fields/field.ts'
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { toBoolean } from '../../../lib/convert.ts'

/** Deeper messages are omitted: `flattened` fields refuse objects deeper than 20. */
const deepestMessage = 8

const int64 = /^-?\d{1,19}$/

/** A number when JSON holds it exactly, else its digits as received. */
function toInt64(value: unknown): number | string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined
  if (typeof value !== 'string' || !int64.test(value)) return undefined
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

/** Returns a member name without dots (which would be paths), different from the members of every JavaScript object. */
export function memberName(name: string): string {
  if (name in Object.prototype) return `${name}_`
  return name.includes('.') ? name.replaceAll('.', '_') : name
}

function slotList(value: Json | undefined, member: (value: Json) => Json | undefined): Json | undefined {
  if (value === undefined || value === null) return undefined
  const list: Json[] = []
  for (const raw of Array.isArray(value) ? value : [value]) {
    const read = member(raw)
    if (read !== undefined && read !== null && read !== '') list.push(read)
  }
  return list.length === 0 ? undefined : list
}

const scalar = (value: Json): Json | undefined => (typeof value === 'object' ? undefined : value)
const integer = (value: Json): Json | undefined => toInt64(value) ?? scalar(value)
const boolean = (value: Json): Json | undefined => toBoolean(value) ?? scalar(value)

/** True for `{name, value}` with a text and no other slot, as most parameters are. */
function isPlainText(parameter: JsonObject): boolean {
  for (const member in parameter) {
    if (member === 'value') {
      if (typeof parameter.value !== 'string' || parameter.value === '') return false
    } else if (member !== 'name') return false
  }
  return true
}

/** The slot that counts if several have a value. Elastic's streams differ in this. */
export type SlotOrder = 'last' | 'first'

const ranked = (slots: string): ReadonlyMap<string, number> => new Map(words(slots).map((slot, i) => [slot, i]))

/** The slots by their rank: the highest that holds something counts. `multiStrValue` is Cloud Logging's `multiValue`. */
const ranks: Readonly<Record<SlotOrder, ReadonlyMap<string, number>>> = {
  last: ranked(`
    value multiStrValue multiValue intValue boolValue multiIntValue multiBoolValue messageValue multiMessageValue`),
  first: ranked(`
    multiMessageValue messageValue multiBoolValue multiIntValue multiStrValue multiValue intValue boolValue value`),
}

function slotValue(slot: string, raw: Json, order: SlotOrder, depth: number): Json | undefined {
  const message = (each: Json) => (depth < deepestMessage ? messageObject(each, order, depth + 1) : undefined)
  switch (slot) {
    case 'multiMessageValue':
      return slotList(raw, message)
    case 'messageValue':
      return message(raw)
    case 'multiBoolValue':
      return slotList(raw, boolean)
    case 'multiIntValue':
      return slotList(raw, integer)
    case 'boolValue':
      return boolean(raw)
    case 'intValue':
      return integer(raw)
    case 'multiValue':
    case 'multiStrValue':
      return slotList(raw, scalar)
    default:
      return raw
  }
}

/** The value of one parameter; undefined when no slot holds anything. */
export function parameterValue(parameter: JsonObject, order: SlotOrder = 'last', depth = 0): Json | undefined {
  if (isPlainText(parameter)) return parameter.value
  const rankOf = ranks[order]
  let value: Json | undefined
  let best = -1
  for (const slot in parameter) {
    const rank = rankOf.get(slot)
    const raw = parameter[slot]
    if (rank === undefined || rank < best || raw === undefined || raw === null || raw === '') continue
    const read = slotValue(slot, raw, order, depth)
    if (read === undefined) continue
    value = read
    best = rank
  }
  return value
}

/** `{parameter: [...]}` as an object of its parameters; undefined when nothing is in it. */
function messageObject(message: Json, order: SlotOrder, depth: number): Json | undefined {
  const parameters = isObject(message) ? message.parameter : undefined
  if (!Array.isArray(parameters)) return undefined
  const object: JsonObject = {}
  let filled = false
  for (const parameter of parameters) {
    if (!isObject(parameter) || typeof parameter.name !== 'string') continue
    const name = memberName(parameter.name)
    const value = parameterValue(parameter, order, depth)
    if (value === undefined || object[name] !== undefined) continue
    object[name] = value
    filled = true
  }
  return filled ? object : undefined
}
