// Documents that a shipper has already parsed and no longer has the original of. Best effort: what its pipeline lost stays
// lost (order, repeated names, dots in names), what it moved is put back where the native record has it.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { parametersOf } from './google.ts'
import type { Place, Walk } from './walk.ts'

/** The member at a dotted path, nested or with dots in its name. */
function at(document: JsonObject, path: string): Json | undefined {
  const direct = document[path]
  if (direct !== undefined) return direct
  const dot = path.indexOf('.')
  if (dot === -1) return undefined
  const inner = document[path.slice(0, dot)]
  return isObject(inner) ? at(inner, path.slice(dot + 1)) : undefined
}

function textAt(document: JsonObject, path: string): string | undefined {
  const value = at(document, path)
  return typeof value === 'string' && value !== '' ? value : undefined
}

type Take = (document: JsonObject, part: JsonObject, place: Place, walk: Walk) => void

/** Where the record is in the document, and what to do with it. */
const forms: Readonly<Record<string, Take>> = {
  'o365.audit': takeElasticAudit,
  // Raw before the ingest pipeline, or wrapped untouched: native names.
  o365audit: (_, part, place, walk) => walk.value(part, place),
  office365: (_, part, place, walk) => walk.value(part, place),
  'data.office365': (_, part, place, walk) => walk.value(part, place),
  'azure.auditlogs': (document, part, place, walk) => takeElasticEntra('A', 'AuditLogs', document, part, place, walk),
  'azure.signinlogs': (document, part, place, walk) => takeElasticEntra('S', 'SignInLogs', document, part, place, walk),
  google_workspace: takeElasticActivity,
  gsuite: takeElasticActivity,
}

function formOf(document: JsonObject): [string, JsonObject] | undefined {
  for (const path of Object.keys(forms)) {
    const part = at(document, path)
    if (isObject(part)) return [path, part]
  }
  return undefined
}

export function isShipped(document: JsonObject): boolean {
  return formOf(document) !== undefined
}

export function takeShipped(document: JsonObject, place: Place, walk: Walk): void {
  const [path, part] = formOf(document) ?? ['', document]
  forms[path]?.(document, part, walk.inside(place, `.${path}`), walk)
}

/** Set where the record lacks them: the pipeline moved them out of it. */
const movedByElastic: Readonly<Record<string, readonly string[]>> = {
  CreationTime: ['@timestamp'],
  Id: ['event.id'],
  Operation: ['event.action'],
  Workload: ['event.provider'],
  OrganizationId: ['organization.id'],
  ClientIP: ['client.ip', 'source.ip'],
  UserId: ['user.id'],
  UserAgent: ['user_agent.original'],
}

/** Actions that the pipeline wrote instead of the operation. */
const operations: Readonly<Record<string, string>> = {
  'added-user-account': 'Add user.',
  'modified-user-account': 'Update user.',
  'deleted-user-account': 'Delete user.',
}

function takeElasticAudit(document: JsonObject, part: JsonObject, place: Place, walk: Walk): void {
  const record: JsonObject = { ...part }
  for (const [name, paths] of Object.entries(movedByElastic)) {
    const moved = paths.map((path) => textAt(document, path)).find((text) => text !== undefined)
    if (record[name] === undefined && moved !== undefined) record[name] = moved
  }
  const operation = record.Operation
  if (typeof operation === 'string' && Object.hasOwn(operations, operation)) record.Operation = operations[operation]
  for (const name of ['ModifiedProperties', 'ExtendedProperties', 'Parameters']) {
    const object = record[name]
    if (isObject(object)) record[name] = Object.entries(object).map(([key, value]) => namedValue(name, key, value))
  }
  if (record.Operation === undefined) walk.fail(place.otherwise, 'no operation in the document', document, place)
  else walk.emit('U', record, place)
}

function namedValue(list: string, key: string, value: Json | undefined): JsonObject {
  if (list === 'ModifiedProperties') {
    const sides = isObject(value) ? value : { NewValue: value }
    return { Name: key.replaceAll('_', '.'), NewValue: sides.NewValue ?? '', OldValue: sides.OldValue ?? '' }
  }
  return { Name: key, Value: isObject(value) ? JSON.stringify(value) : (value ?? '') }
}

const graphNames: Readonly<Record<string, string>> = { created_at: 'createdDateTime', status_code: 'errorCode' }

/** Names in snake case become camel case; objects with the keys 0, 1, … become arrays again. */
function toGraph(value: Json | undefined, depth = 0): Json {
  if (value === undefined || depth > 64) return null
  if (Array.isArray(value)) return value.map((element) => toGraph(element, depth + 1))
  if (!isObject(value)) return value
  const names = Object.keys(value)
  if (names.length > 0 && names.every((name, index) => name === String(index))) {
    return Object.values(value).map((element) => toGraph(element, depth + 1))
  }
  const out: JsonObject = {}
  for (const name of names) {
    if (name === '__proto__') continue
    const camel = graphNames[name] ?? name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    out[camel] = toGraph(value[name], depth + 1)
  }
  return out
}

function takeElasticEntra(
  kind: 'A' | 'S',
  category: string,
  document: JsonObject,
  part: JsonObject,
  place: Place,
  walk: Walk,
): void {
  const record = toGraph(part.properties ?? part)
  if (!isObject(record)) {
    walk.fail(place.otherwise, 'no properties in the document', document, place)
    return
  }
  const time = textAt(document, '@timestamp')
  const action = textAt(document, 'event.action') ?? (part.operation_name as Json | undefined)
  if (kind === 'A') {
    record.activityDateTime ??= time
    record.activityDisplayName ??= action
  } else record.createdDateTime ??= time
  const context: JsonObject = { category: typeof part.category === 'string' ? part.category : category }
  const tenant = part.tenant_id ?? at(document, 'azure.tenant_id')
  if (tenant !== undefined) context.tenantId = tenant
  walk.emit(kind, record, { ...place, context: place.context ?? context })
}

/** Members of `google_workspace` that are the envelope of the activity, not parameters of its application. */
function takeElasticActivity(document: JsonObject, part: JsonObject, place: Place, walk: Walk): void {
  // An agent that has not parsed yet keeps the activity itself here.
  if (isObject(part.id) && part.events !== undefined) {
    walk.value(part, place)
    return
  }
  const dataset = textAt(document, 'event.dataset') ?? textAt(document, 'data_stream.dataset')
  const application = textAt(document, 'event.provider') ?? dataset?.split('.')[1]
  const name = at(part, 'event.name') ?? at(document, 'event.action')
  if (application === undefined || name === undefined) {
    walk.fail(place.otherwise, 'no application or event name in the document', document, place)
    return
  }
  const parameters = isObject(part[application]) ? flattened(part[application]) : {}
  const event: JsonObject = { name, parameters: parametersOf(parameters) }
  const type = at(part, 'event.type')
  if (type !== undefined) event.type = type
  const record: JsonObject = {
    kind: 'admin#reports#activity',
    id: compact({
      time: at(document, '@timestamp'),
      uniqueQualifier: at(document, 'event.id'),
      applicationName: application,
      customerId: at(document, 'organization.id'),
    }),
    actor: compact({
      email: at(document, 'source.user.email') ?? at(document, 'user.email'),
      profileId: at(document, 'source.user.id') ?? at(document, 'user.id'),
      callerType: at(part, 'actor.type'),
    }),
    ...compact({ ipAddress: at(document, 'source.ip'), ownerDomain: at(part, 'organization.domain') }),
    events: [event],
  }
  walk.emit('G', record, place)
}

function compact(members: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== null))
}

/** `client.id` becomes `client_id`, as the parameter was named. */
function flattened(value: JsonObject, prefix = '', out: JsonObject = {}, depth = 0): JsonObject {
  for (const [name, member] of Object.entries(value)) {
    const full = prefix === '' ? name : `${prefix}_${name}`
    if (isObject(member) && depth < 16) flattened(member, full, out, depth + 1)
    else if (full !== '__proto__') out[full] = member
  }
  return out
}
