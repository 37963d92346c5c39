// Workspace logs shared with Google Cloud: the same activities as in the Reports API, in a LogEntry.
import { isObject, type Json, type JsonObject, jsonText } from '../../mappings/kernel/json.ts'
import { table } from '../../mappings/kernel/table.ts'
import { toDouble, toIsoInstant } from '../../mappings/lib/convert.ts'
import { entryParts } from '../../mappings/vendors/google-cloud/readers/entry-parts.ts'
import { refuseEvents } from './budget.ts'
import { digitsOf } from './google.ts'
import { parseColumn, pick } from './members.ts'
import type { Place, Walk } from './walk.ts'

/** Services that share Workspace activities, with the corresponding application of the Reports API. */
const applications: Readonly<Record<string, string>> = table({
  'admin.googleapis.com': 'admin',
  'login.googleapis.com': 'login',
  'oauth2.googleapis.com': 'token',
  'cloudidentity.googleapis.com': 'groups_enterprise',
})

const activityType = 'ccc_hosted_reporting.ActivityProto'
const apiDomain = '.googleapis.com'

export function takeCloudLogEntry(given: JsonObject, place: Place, walk: Walk): void {
  const entry = isObject(given.protoPayload) ? given : entryOfRow(given)
  const payload = entry.protoPayload as JsonObject
  const { metadata } = payload
  const application = applicationOf(entry, payload)
  const stated = isObject(metadata) ? (metadata.event ?? metadata.events) : undefined
  const events = Array.isArray(stated) ? stated : isObject(stated) ? [stated] : []
  if (application === undefined || !isObject(metadata) || events.length === 0) {
    // If the parts would repeat too much data, the entry is one document.
    const isTooMany = (parts: number) => refuseEvents(entry, '', parts) !== undefined
    for (const part of entryParts(entry, isTooMany)) walk.emit('L', part, place)
    return
  }
  const record = activityOf(entry, payload, metadata, application, place)
  // The mapping refuses an event that is not an object.
  record.events = events.map((event) => (isObject(event) ? eventOf(event) : event))
  walk.emit('G', record, { ...place, context: place.context ?? contextOf(entry) })
}

/** The BigQuery sink names the payload after its type, and writes members without a fixed schema as text. */
function entryOfRow({ protopayload_auditlog, ...entry }: JsonObject): JsonObject {
  const { metadataJson, requestJson, responseJson, servicedata_v1_iam, servicedata_v1_iam_admin, ...payload } =
    protopayload_auditlog as JsonObject
  const texts = { metadata: metadataJson, request: requestJson, response: responseJson }
  for (const [name, text] of Object.entries(texts)) {
    const value = payload[name] ?? parseColumn(text)
    if (value !== undefined && value !== null) payload[name] = value
  }
  const serviceData = [servicedata_v1_iam, servicedata_v1_iam_admin].find(isObject)
  if (serviceData !== undefined) payload.serviceData ??= serviceData
  return { ...entry, protoPayload: payload }
}

function applicationOf(entry: JsonObject, payload: JsonObject): string | undefined {
  const { resource } = entry
  const label = isObject(resource) && isObject(resource.labels) ? resource.labels.service : undefined
  const services = [payload.serviceName, label].filter((service) => typeof service === 'string')
  const known = services.find((service) => Object.hasOwn(applications, service))
  if (known !== undefined) return applications[known]
  // Other shared activities have the same shape. The service name contains the application's name in the Reports API.
  const { metadata } = payload
  if (!isObject(metadata) || !jsonText(metadata['@type']).endsWith(activityType)) return undefined
  return services.find((service) => service.endsWith(apiDomain))?.slice(0, -apiDomain.length)
}

/** The entry does not contain the customer ID; the Cloud organization replaces it. */
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
  const microseconds = toDouble(activity.timeUsec) ?? 0
  const id: JsonObject = {
    time: (microseconds > 0 ? toIsoInstant(Math.floor(microseconds / 1000)) : undefined) ?? entry.timestamp ?? null,
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

/** Converts parameters to Reports API slots: repeated strings have another name here, and messages are nested. */
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
