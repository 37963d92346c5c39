// A row of the table `activity` that Google Workspace exports to BigQuery: one event, its parameters in a record that is
// named after the application.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { objects } from './form.ts'

/** Returns a parameter's value of any type. Whole numbers are texts: BigQuery writes INTEGER as a JSON string. */
function valueIn(parameter: JsonObject): Json {
  const { value, boolValue, intValue, multiValue, multiIntValue, messageValue, multiMessageValue } = parameter
  const scalar = value ?? boolValue ?? intValue ?? multiValue ?? multiIntValue
  if (scalar !== undefined) return scalar
  if (isObject(messageValue)) return recordOf(messageValue.parameter)
  if (Array.isArray(multiMessageValue)) return objects(multiMessageValue).map((one) => recordOf(one.parameter))
  return null
}

function recordOf(parameters: Json | undefined): JsonObject {
  const out: JsonObject = {}
  for (const parameter of objects(parameters)) out[String(parameter.name).toLowerCase()] = valueIn(parameter)
  return out
}

export function bigQueryRow(activity: JsonObject, event: JsonObject): JsonObject {
  const { time, uniqueQualifier, applicationName } = activity.id as JsonObject
  const actor = isObject(activity.actor) ? activity.actor : {}
  return {
    time_usec: `${Date.parse(String(time))}000`,
    email: actor.email ?? null,
    event_type: event.type ?? null,
    event_name: event.name ?? null,
    record_type: applicationName ?? null,
    ip_address: activity.ipAddress ?? null,
    unique_identifier: uniqueQualifier ?? null,
    [String(applicationName)]: recordOf(event.parameters),
  }
}
