// Google documents messages of parameters. They also arrive as separate parameters, each under its whole path
// (`message_info.source.address`), or as a message with members that have the whole path. This module converts all of
// them to messages.
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'

/** A name with more dots is not a Google path and stays unchanged. */
const deepestPath = 8

function isDotted(parameter: Json): boolean {
  if (!isObject(parameter)) return false
  if (typeof parameter.name === 'string' && parameter.name.includes('.')) return true
  return [parameter.messageValue, parameter.multiMessageValue]
    .flat()
    .some((message) => isObject(message) && Array.isArray(message.parameter) && message.parameter.some(isDotted))
}

const listIn = (message: Json): Json[] =>
  isObject(message) && Array.isArray(message.parameter) ? message.parameter : []

/** Returns the parameters in the message at `path` (empty for the event itself), with names relative to the message. */
function gather(parameters: readonly Json[], path: string, depth: number): Json[] {
  const whole = path === '' ? '' : `${path}.`
  const gathered: Json[] = []
  const messages = new Map<string, Json[]>()
  const into = (name: string, inside: readonly Json[]) => messages.set(name, [...(messages.get(name) ?? []), ...inside])
  for (const parameter of parameters) {
    if (!isObject(parameter) || typeof parameter.name !== 'string') {
      gathered.push(parameter)
      continue
    }
    const name = parameter.name.startsWith(whole) ? parameter.name.slice(whole.length) : parameter.name
    const dot = name.indexOf('.')
    if (dot > 0 && depth < deepestPath) into(name.slice(0, dot), [{ ...parameter, name: name.slice(dot + 1) }])
    else if (isObject(parameter.messageValue)) into(name, listIn(parameter.messageValue))
    else if (Array.isArray(parameter.multiMessageValue)) {
      const each = parameter.multiMessageValue.map((message) => ({
        parameter: gather(listIn(message), whole + name, depth + 1),
      }))
      gathered.push({ ...parameter, name, multiMessageValue: each })
    } else gathered.push({ ...parameter, name })
  }
  for (const [name, inside] of messages) {
    const message: JsonObject = { parameter: gather(inside, whole + name, depth + 1) }
    gathered.push({ name, messageValue: message })
  }
  return gathered
}

/** Returns the parameters with messages in place of dotted names, or unchanged if no name has a dot. */
export function dottedAsMessages(parameters: readonly Json[]): readonly Json[] {
  return parameters.some(isDotted) ? gather(parameters, '', 0) : parameters
}
