// Workspace logs shared with Google Cloud: the same activities as in the Reports API, in a LogEntry.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { digitsOf, isoOf } from './google.ts'
import { parseColumn, pick } from './members.ts'
import type { Place, Walk } from './walk.ts'

/** Services that share Workspace activities, by the application of the Reports API that has them too. */
const applications: Readonly<Record<string, string>> = {
  'admin.googleapis.com': 'admin',
  'login.googleapis.com': 'login',
  'oauth2.googleapis.com': 'token',
  'cloudidentity.googleapis.com': 'groups_enterprise',
}

export function takeCloudLogEntry(entry: JsonObject, place: Place, walk: Walk): void {
  // The BigQuery sink names the payload after its type and writes its metadata as text.
  const payload = (entry.protoPayload ?? entry.protopayload_auditlog) as JsonObject
  const metadata = parseColumn(payload.metadata ?? payload.metadataJson)
  const application = applicationOf(entry, payload)
  const events = isObject(metadata) ? (metadata.event ?? metadata.events) : undefined
  if (application === undefined || !isObject(metadata) || !(Array.isArray(events) || isObject(events))) {
    walk.emit('L', entry, place)
    return
  }
  const record = activityOf(entry, payload, metadata, application, place)
  record.events = [events].flat().filter(isObject).map(eventOf)
  if (record.events.length > 0) walk.emit('G', record, { ...place, context: place.context ?? contextOf(entry) })
}

function applicationOf(entry: JsonObject, payload: JsonObject): string | undefined {
  const resource =
    isObject(entry.resource) && isObject(entry.resource.labels) ? entry.resource.labels.service : undefined
  for (const service of [payload.serviceName, resource]) {
    if (typeof service === 'string' && Object.hasOwn(applications, service)) return applications[service]
  }
  return undefined
}

/** The customer id is nowhere in the entry; the Cloud organisation stands in for it. */
function contextOf(entry: JsonObject): JsonObject {
  const context = pick(entry, ['insertId', 'logName', 'timestamp', 'receiveTimestamp'])
  const organization =
    typeof entry.logName === 'string' ? /^organizations\/(\d+)\//.exec(entry.logName)?.[1] : undefined
  if (organization !== undefined) context.organization = organization
  return context
}

function activityOf(
  entry: JsonObject,
  payload: JsonObject,
  metadata: JsonObject,
  application: string,
  place: Place,
): JsonObject {
  const activity = isObject(metadata.activityId) ? metadata.activityId : {}
  const { uniqQualifier } = activity
  const microseconds = Number(activity.timeUsec)
  const id: JsonObject = {
    time: (microseconds > 0 ? isoOf(Math.floor(microseconds / 1000)) : undefined) ?? entry.timestamp ?? null,
    uniqueQualifier:
      typeof uniqQualifier === 'number' ? digitsOf(uniqQualifier, place) : (uniqQualifier ?? entry.insertId ?? null),
    applicationName: application,
  }
  const record: JsonObject = { kind: 'admin#reports#activity', id }
  const email = isObject(payload.authenticationInfo) ? payload.authenticationInfo.principalEmail : undefined
  const request = isObject(payload.requestMetadata) ? payload.requestMetadata : {}
  if (email !== undefined) record.actor = { email }
  if (request.callerIp !== undefined) record.ipAddress = request.callerIp
  return record
}

function eventOf(event: JsonObject): JsonObject {
  const { eventName, eventType, parameter } = event
  const out: JsonObject = { name: eventName ?? event.name ?? null }
  const type = eventType ?? event.type
  if (type !== undefined) out.type = type
  const parameters = parameter ?? event.parameters
  if (parameters !== undefined) out.parameters = slotsOf(parameters, 0)
  return out
}

/** Parameters with the slots of the Reports API: repeated strings have another name here, messages nest. */
function slotsOf(parameters: Json, depth: number): Json {
  if (!Array.isArray(parameters) || depth > 8) return []
  return parameters.filter(isObject).map((parameter) => {
    const out: JsonObject = {}
    for (const [name, value] of Object.entries(parameter)) {
      if (name === 'label' || name === 'type' || name === '__proto__' || value === undefined) continue
      if (name === 'multiStrValue') out.multiValue = value
      else if (name === 'messageValue') out.messageValue = messageOf(value, depth)
      else if (name === 'multiMessageValue' && Array.isArray(value)) {
        out.multiMessageValue = value.map((message) => messageOf(message, depth))
      } else out[name] = value
    }
    return out
  })
}

function messageOf(message: Json, depth: number): Json {
  return isObject(message) ? { parameter: slotsOf(message.parameter ?? [], depth + 1) } : message
}
