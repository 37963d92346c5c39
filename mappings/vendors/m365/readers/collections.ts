// Parameters, ExtendedProperties and ModifiedProperties: name-value lists in the record, objects in the document.
import { isObject, type JsonObject } from '../../../kernel/json.ts'
import { put } from '../../../lib/put.ts'
import { toChangedValues, toNamedValues } from '../../microsoft/readers/name-values.ts'
import { parseJson, textOf } from '../../microsoft/readers/values.ts'
import type { AuditDraft } from './audit-record.ts'
import { clientInfoAgent, clientInfoApp } from './client-info.ts'
import { recordType } from './record.ts'

function readAdditionalDetails(draft: AuditDraft, properties: JsonObject): void {
  const text = properties.additionalDetails
  if (typeof text !== 'string') return
  const details = parseJson(text)
  if (isObject(details)) properties.additionalDetails = details
  else {
    properties.additionalDetails = undefined
    if (text !== '') draft.problem('ExtendedProperties.additionalDetails is not a JSON object')
  }
}

function readUserAgent({ document, record }: AuditDraft, properties: JsonObject): void {
  const agent = textOf(properties.UserAgent)
  if (agent !== undefined) {
    properties.UserAgent = undefined
    document.user_agent ??= {}
    document.user_agent.original = agent
    return
  }
  if (document.user_agent?.original !== undefined) return
  const details = properties.additionalDetails
  const other =
    (isObject(details) ? textOf(details['User-Agent']) : undefined) ?? clientInfoAgent(record.ClientInfoString)
  if (other === undefined) return
  document.user_agent ??= {}
  document.user_agent.original = other
}

function readClientInfo({ record, vendor }: AuditDraft): void {
  if (typeof record.ClientInfoString !== 'string' || textOf(record.ClientAppId) !== undefined) return
  put(vendor, 'ClientAppId', clientInfoApp(record.ClientInfoString))
}

const messageIdentity = /Identity "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i
const longestParameters = 20_000

/** If Parameters is one text, reads the message ID from it. */
function readMessageId({ record, vendor }: AuditDraft): void {
  if (typeof record.Parameters !== 'string' || textOf(record.NetworkMessageId) !== undefined) return
  const id = messageIdentity.exec(record.Parameters.slice(0, longestParameters))?.[1]
  if (id !== undefined) vendor.NetworkMessageId = id
}

function readDevice({ document }: AuditDraft, properties: JsonObject): void {
  const details = properties.additionalDetails
  const id = isObject(details) ? textOf(details.DeviceId) : undefined
  if (id !== undefined && document.device?.id === undefined) document.device = { ...document.device, id }
}

/** Sets the correlation ID that several records of one user action share. Entra's own log contains the same ID. */
function readTrace({ record, document }: AuditDraft, properties: JsonObject): void {
  if (recordType(record) !== 8 && recordType(record) !== 15) return
  const id = textOf(properties.correlationId) ?? textOf(record.InterSystemsId)
  if (id !== undefined) document.trace = { id: id.toLowerCase() }
}

/** Returns the parameters of a cmdlet by name. `$null` clears a property, and so does an empty text: both become the empty text. */
function toParameters(list: AuditDraft['record']['Parameters']): JsonObject {
  const parameters = toNamedValues(list)
  for (const [name, value] of Object.entries(parameters))
    if (typeof value === 'string' && value.trim().toLowerCase() === '$null') parameters[name] = ''
  return parameters
}

/** Returns the value of a parameter of a cmdlet, after `shapeCollections`; undefined if it is not set. */
export function parameterOf({ vendor }: Pick<AuditDraft, 'vendor'>, name: string): string | undefined {
  return isObject(vendor.Parameters) && Object.hasOwn(vendor.Parameters, name)
    ? textOf(vendor.Parameters[name])
    : undefined
}

const noProperties: JsonObject = {}

/** Stores the three open-ended lists as objects in the vendor block, and the user agent in its ECS field. */
export function shapeCollections(draft: AuditDraft): void {
  const { record, vendor } = draft
  if (record.Parameters !== undefined) vendor.Parameters = toParameters(record.Parameters)
  if (record.ModifiedProperties !== undefined) vendor.ModifiedProperties = toChangedValues(record.ModifiedProperties)
  const properties = record.ExtendedProperties === undefined ? undefined : toNamedValues(record.ExtendedProperties)
  if (properties !== undefined) {
    vendor.ExtendedProperties = properties
    readAdditionalDetails(draft, properties)
  }
  readUserAgent(draft, properties ?? noProperties)
  readDevice(draft, properties ?? noProperties)
  readTrace(draft, properties ?? noProperties)
  readClientInfo(draft)
  readMessageId(draft)
}
