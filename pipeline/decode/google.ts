// Converts Google Reports activities to the form of the API, whatever form a shipper gave them.
import { isObject, type Json, type JsonObject, jsonText } from '../../mappings/kernel/json.ts'
import { table } from '../../mappings/kernel/table.ts'
import { toIsoInstant } from '../../mappings/lib/convert.ts'
import { isInexact } from './exact-integers.ts'
import type { Place, Walk } from './walk.ts'

/** The letter case of the event names of each application. Other applications have event names in both cases. */
export const lettersOfEvents: Readonly<Record<string, 'toUpperCase' | 'toLowerCase'>> = table({
  access_evaluation: 'toLowerCase',
  access_transparency: 'toUpperCase',
  admin: 'toUpperCase',
  context_aware_access: 'toUpperCase',
  drive: 'toLowerCase',
  gcp: 'toUpperCase',
  groups: 'toLowerCase',
  groups_enterprise: 'toLowerCase',
  login: 'toLowerCase',
  mobile: 'toUpperCase',
  rules: 'toLowerCase',
  saml: 'toLowerCase',
  takeout: 'toUpperCase',
  token: 'toLowerCase',
  user_accounts: 'toLowerCase',
})

/** Changes the names of the application and its events to the letter case of the API. Keeps event names in mixed case. */
function nameInLetters(id: JsonObject, events: readonly JsonObject[]): void {
  const { applicationName } = id
  if (typeof applicationName !== 'string') return
  const application = applicationName.toLowerCase()
  if (application !== applicationName) id.applicationName = application
  const letters = lettersOfEvents[application]
  if (letters === undefined) return
  const others = letters === 'toLowerCase' ? 'toUpperCase' : 'toLowerCase'
  for (const event of events) {
    const { name } = event
    if (typeof name !== 'string' || name === name[letters]()) continue
    if (name === name[others]()) event.name = name[letters]()
  }
}

/** Accepts an activity; the API reports an empty result as an activity without ID and events. */
export function takeActivity(record: JsonObject, place: Place, walk: Walk): void {
  const reshaped = [record, record.events ?? record.event]
    .flat()
    .some((one) => isObject(one) && isObject(one.parameters))
  const list = eventsOf(record)
  if (list === undefined) {
    walk.fail('format_unknown', 'the events are neither objects nor a list', record, place)
    return
  }
  if (list.length === 0) {
    if (record.id !== undefined) walk.fail('format_unknown', 'the activity has no events', record, place)
    return
  }
  const events = list.filter(isObject)
  const id = record.id
  if (isObject(id)) {
    nameInLetters(id, events)
    const { time, uniqueQualifier } = id
    if (typeof time !== 'string' || time[10] !== 'T') id.time = instantOf(time)
    if (typeof uniqueQualifier === 'number') {
      id.uniqueQualifier = digitsOf(uniqueQualifier, place)
      // A writer with a numeric qualifier also writes the API's text integers as numbers.
      for (const event of events) numbersToText(event.parameters, place)
    } else if (events.some(({ parameters }) => hasInexact(parameters))) {
      for (const event of events) numbersToText(event.parameters, place)
    }
  }
  const actor = record.actor
  if (isObject(actor) && typeof actor.profileId === 'number') actor.profileId = digitsOf(actor.profileId, place)
  if (record.events !== list) record.events = list
  // Reshaped lists nest deeper than the original objects. The copy makes `emit` count the size again.
  walk.emit('G', reshaped ? { ...record } : record, place)
}

const deepestMessage = 16

function hasInexact(parameters: Json | undefined, depth = 0): boolean {
  if (!Array.isArray(parameters) || depth > deepestMessage) return false
  return parameters.some((parameter) => {
    if (!isObject(parameter)) return false
    const { value, intValue, messageValue, multiMessageValue } = parameter
    if (isInexact(value) || isInexact(intValue)) return true
    if (messageValue === undefined && multiMessageValue === undefined) return false
    return [messageValue, multiMessageValue]
      .flat()
      .some((message) => isObject(message) && hasInexact(message.parameter, depth + 1))
  })
}

function numbersToText(parameters: Json | undefined, place: Place, depth = 0): void {
  if (!Array.isArray(parameters) || depth > deepestMessage) return
  for (const parameter of parameters) {
    if (!isObject(parameter)) continue
    const { value, intValue, multiIntValue, messageValue, multiMessageValue } = parameter
    if (isInexact(value)) parameter.value = digitsOf(value, place)
    if (typeof intValue === 'number') parameter.intValue = digitsOf(intValue, place)
    if (Array.isArray(multiIntValue)) parameter.multiIntValue = multiIntValue.map(jsonText)
    for (const message of [messageValue, multiMessageValue].flat())
      if (isObject(message)) numbersToText(message.parameter, place, depth + 1)
  }
}

export function digitsOf(value: number, place: Place): string {
  return place.source?.digits(value) ?? String(value)
}

/**
 * Returns the events as a list: the API's list, one split-off event (`events` or `event` is an object), or Panther's
 * flat form. Keeps non-objects, which the mapping refuses. Returns undefined for any other value.
 */
function eventsOf(record: JsonObject): Json[] | undefined {
  const given = record.events ?? record.event
  if (Array.isArray(given)) {
    for (const event of given) if (isObject(event)) toParameterList(event)
    return given
  }
  if (isObject(given)) {
    if (record.event === given) delete record.event
    toParameterList(given)
    return [given]
  }
  if (typeof record.name !== 'string') return given === undefined || given === null ? [] : undefined
  const event: JsonObject = { name: record.name }
  if (record.parameters !== undefined && record.parameters !== null) event.parameters = record.parameters
  if (typeof record.type === 'string') event.type = record.type
  toParameterList(event)
  for (const name of Object.keys(record)) {
    if (name === 'name' || name === 'type' || name === 'parameters' || name.startsWith('p_')) delete record[name]
  }
  return [event]
}

/** Converts parameters that were flattened to an object back to a list of names and value slots. */
function toParameterList(event: JsonObject): void {
  if (isObject(event.parameters)) event.parameters = parametersOf(event.parameters)
}

export function parametersOf(flat: JsonObject): Json[] {
  return Object.entries(flat).map(([name, value]) => ({ name, ...slotOf(value) }))
}

function slotOf(value: Json | undefined): JsonObject {
  if (value === undefined || value === null) return {}
  if (typeof value === 'boolean') return { boolValue: value }
  // Keeps an inexact number, because its lost digits can still be restored from the text of the record.
  if (typeof value === 'number') return { intValue: isInexact(value) ? value : String(value) }
  if (typeof value === 'string') return { value }
  if (!Array.isArray(value)) return { messageValue: { parameter: parametersOf(value) } }
  if (!value.some(isObject)) return { multiValue: value.map(jsonText) }
  return { multiMessageValue: value.filter(isObject).map((v) => ({ parameter: parametersOf(v) })) }
}

/** Converts epoch milliseconds (Defender), and text with a space and nanoseconds (Panther). Keeps any other value. */
function instantOf(time: Json | undefined): Json {
  const value = isObject(time) ? time.value : time
  const milliseconds = typeof value === 'string' && /^\d{11,14}$/.test(value) ? Number(value) : value
  if (typeof milliseconds === 'number') return toIsoInstant(milliseconds) ?? milliseconds
  if (typeof value === 'string') {
    const parts = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,3})?)\d*(Z| ?UTC)?$/.exec(value)
    if (parts !== null) return `${parts[1]}T${parts[2]}Z`
  }
  return value ?? null
}
