// The envelope of every Azure Monitor record: tenant, correlation, resource, level, duration. A record polled from
// Graph has no envelope; the available values come from the record itself.
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { parseAddress } from '../../../lib/address.ts'
import { toDouble, toInstant } from '../../../lib/convert.ts'
import { put } from '../../../lib/put.ts'
import { snakeMembers } from '../../../lib/snake-case.ts'
import type { Draft } from '../../../lib/step.ts'
import { isPlaceholder } from '../../../lib/user-name.ts'
import { idOf, textOf } from '../../microsoft/readers/values.ts'
import { asValue } from './shapes.ts'

const localTime = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d\d):(\d\d)(?: (AM|PM))?(?: (Z|[+-]\d\d:?\d\d))?$/i

/** An instant, also in the month-first form that some routes write (UTC unless it names a zone). */
export function toAzureInstant(value: Json | undefined): string | undefined {
  const instant = toInstant(value)
  if (instant !== undefined || typeof value !== 'string' || value.length > 40) return instant
  const match = localTime.exec(value.trim())
  if (match === null) return undefined
  const [, month = '', day = '', year, hourText, minute, second, half, zone = 'Z'] = match
  const hour = half === undefined ? Number(hourText) : (Number(hourText) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0)
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return toInstant(`${date}T${String(hour).padStart(2, '0')}:${minute}:${second}${zone}`)
}

/**
 * Sets the event time: the time of the record, or of the envelope if the record has none. An unreadable time stays
 * unreadable, so that the record becomes a dead letter: a substitute would hide the error.
 */
export function putTime({ document, context }: Draft, own: Json | undefined): void {
  const time = toAzureInstant((own ?? '') === '' ? context?.time : own)
  if (time !== undefined) document['@timestamp'] = time
}

/** Returns the tenant from the envelope, otherwise from the record. */
export function tenantOf({ context, record }: Draft): string | undefined {
  return idOf(context?.tenantId) ?? idOf(record.tenantId)
}

/** Returns the distinct texts in order of appearance, without placeholders for a missing name. */
export function distinct(values: readonly unknown[]): string[] {
  const texts = values.filter((value): value is string => typeof value === 'string' && !isPlaceholder(value))
  return [...new Set(texts)]
}

function splitResource(resource: JsonObject, azure: JsonObject, id: string): void {
  const at = id.toLowerCase().indexOf('/providers/')
  const [before, provider] = at < 0 ? [id, undefined] : [id.slice(0, at), id.slice(at + '/providers/'.length)]
  const parts = before.split('/')
  const follows = (list: readonly string[], name: string): string | undefined => {
    const i = list.findIndex((part) => part.toLowerCase() === name)
    return i < 0 ? undefined : list[i + 1]
  }
  put(azure, 'subscription_id', follows(parts, 'subscriptions'))
  put(resource, 'group', follows(parts, 'resourcegroups'))
  if (provider === undefined) return
  const below = provider.split('/')
  if (azure.subscription_id === undefined) {
    resource.provider = provider
    return
  }
  resource.provider = below.slice(0, 2).join('/')
  put(resource, 'namespace', follows(below, 'namespaces'))
  put(resource, 'authorization_rule', follows(below, 'authorizationrules'))
  if (resource.namespace === undefined) put(resource, 'name', below[2])
}

/** Copies the envelope members that all categories share to `azure` and ECS. */
export function readEnvelope(draft: Draft): void {
  const { context = {}, record, document, vendor } = draft
  const tenant = tenantOf(draft)
  const correlation = textOf(context.correlationId) ?? textOf(record.correlationId)
  if (tenant !== undefined) {
    vendor.tenant_id = textOf(context.tenantId) ?? textOf(record.tenantId) ?? tenant
    document.organization = { ...document.organization, id: tenant }
  }
  if (correlation !== undefined) {
    vendor.correlation_id = correlation
    // The unified audit log and Entra's own log contain the same correlation ID.
    document.trace = { id: correlation }
  }
  const resourceId =
    textOf(context.resourceId) ?? (tenant === undefined ? undefined : `/tenants/${tenant}/providers/Microsoft.aadiam`)
  if (resourceId !== undefined) {
    const resource: JsonObject = { id: resourceId }
    splitResource(resource, vendor, resourceId)
    vendor.resource = resource
  }
  const level = textOf(context.level) ?? textOf(context.Level)
  if (level !== undefined) document.log = { level }
  document.cloud = { provider: 'azure' }
}

/** Copies unknown envelope members to the block unchanged. */
export function putOthers(block: JsonObject, context: JsonObject | undefined): void {
  for (const [name, value] of Object.entries(snakeMembers(membersOf(context?.others))))
    if (value !== undefined) block[name] ??= asValue(value)
}

/** Returns the named envelope members as a block, together with the unknown members. */
export function blockOf(context: JsonObject, names: readonly string[]): JsonObject {
  const known: JsonObject = {}
  for (const name of names) {
    const value = context[name]
    if (value !== undefined) known[name] = asValue(value)
  }
  const block = snakeMembers(known)
  putOthers(block, context)
  return block
}

/** Sets `event.duration` in nanoseconds from milliseconds (number or text). */
export function readDuration({ context, document }: Draft): void {
  const duration = toDouble(context?.durationMs)
  if (duration !== undefined && duration >= 0 && duration < 1e9) document.event.duration = Math.round(duration * 1e6)
}

export function readSource({ document }: Draft, text: string | undefined): void {
  if (text === undefined) return
  const address = parseAddress(text)
  if (address?.ip === undefined) {
    document.source = { ...document.source, address: text }
    return
  }
  document.source = { ...document.source, address: text, ip: address.ip }
  put(document.source, 'port', address.port)
  document.client = { ...document.client, ip: address.ip }
  document.related = { ...document.related, ip: [address.ip] }
}

export function readRelated({ document }: Draft, entities: readonly unknown[]): void {
  const { user, oauth } = document
  const users = distinct([
    user?.name,
    user?.id,
    user?.full_name,
    user?.target?.name,
    user?.target?.id,
    oauth?.account?.name,
    oauth?.grant?.principal?.name,
    oauth?.owner?.name,
  ])
  const entity = distinct(entities)
  if (users.length > 0) document.related = { ...document.related, user: users }
  if (entity.length > 0) document.related = { ...document.related, entity }
}

export function membersOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}
