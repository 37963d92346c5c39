// Azure Monitor envelopes, from Event Hubs or a storage account. Each contains one record of a diagnostic category.
import { words } from '../../mappings/fields/field.ts'
import { isObject, type Json, type JsonObject, jsonText } from '../../mappings/kernel/json.ts'
import { table } from '../../mappings/kernel/table.ts'
import type { NativeKind } from '../outcome.ts'
import { takeDefenderRow } from './defender.ts'
import { parseColumn, pick, tenantOf } from './members.ts'
import type { Place, Walk } from './walk.ts'

const envelopeMembers: ReadonlySet<string> = new Set([
  ...['time', 'tenantId', 'category', 'operationName', 'operationVersion', 'resourceId', 'correlationId', 'identity'],
  ...['resultType', 'resultSignature', 'resultDescription', 'durationMs', 'callerIpAddress', 'location', 'level'],
  // The numeric level, which occurs with the text level or instead of it.
  'Level',
])

function contextOf({ properties: _, ...envelope }: JsonObject): JsonObject {
  const context = pick(envelope, Object.keys(envelope))
  const others = Object.keys(context).filter((name) => !envelopeMembers.has(name))
  if (others.length > 0) {
    context.others = pick(context, others)
    for (const name of others) delete context[name]
  }
  const tenant = tenantOf(context.tenantId, envelope.resourceId)
  if (tenant !== undefined) context.tenantId = tenant
  return context
}

/** Categories of Entra ID Protection: its detections, and the resulting risk state of a user or service principal. */
const riskCategories = {
  userriskevents: 'UserRiskEvents',
  riskyusers: 'RiskyUsers',
  serviceprincipalriskevents: 'ServicePrincipalRiskEvents',
  riskyserviceprincipals: 'RiskyServicePrincipals',
} as const

function kindOf(category: string): NativeKind | undefined {
  const name = category.toLowerCase()
  if (name === 'auditlogs') return 'A'
  if (name.endsWith('signinlogs')) return 'S'
  if (Object.hasOwn(riskCategories, name)) return 'R'
  if (name === 'microsoftgraphactivitylogs') return 'M'
  if (name === 'azureadgraphactivitylogs') return 'N'
  return undefined
}

/** A record of the kind must have at least one of these members. */
const essential: Readonly<Partial<Record<NativeKind, readonly string[]>>> = {
  A: ['activityDisplayName', 'activityDateTime', 'operationType'],
  S: ['createdDateTime', 'appId', 'status'],
  R: ['riskState', 'riskLevel'],
  M: ['requestUri', 'requestMethod', 'responseStatusCode'],
  N: ['requestUri', 'httpMethod', 'httpStatusCode'],
}

export function takeDiagnosticRecord(envelope: JsonObject, place: Place, walk: Walk): void {
  const category = envelope.category as string
  const context = contextOf(envelope)
  const inner = walk.inside(place, '.properties', context)
  if (category.startsWith('AdvancedHunting-')) {
    const row = category === 'AdvancedHunting-CloudAppEvents' ? parseColumn(envelope.properties) : undefined
    if (isObject(row)) takeDefenderRow(row, inner, walk)
    else walk.fail('not_ours', `the table ${category} is not mapped`, envelope, place)
    return
  }
  const kind = kindOf(category)
  if (kind === undefined) {
    walk.fail('not_ours', `the category ${category} is not mapped`, envelope, place)
    return
  }
  const properties = parseColumn(envelope.properties)
  if (!isObject(properties)) {
    walk.fail('not_json', 'properties is text that holds no JSON object', envelope, inner)
  } else if (!essential[kind]?.some((name) => properties[name] !== undefined)) {
    walk.fail('format_unknown', 'properties is no record of its category', envelope, inner)
  } else walk.emit(kind, withParsedMembers(properties, kind), inner)
}

/** The category of a sign-in in the diagnostic log, for each kind of sign-in. */
const categories: Readonly<Record<string, string>> = table({
  interactiveuser: 'SignInLogs',
  noninteractiveuser: 'NonInteractiveUserSignInLogs',
  serviceprincipal: 'ServicePrincipalSignInLogs',
  managedidentity: 'ManagedIdentitySignInLogs',
})

/** A sign-in without an envelope, polled from Graph. */
export function takeSignIn(record: JsonObject, place: Place, walk: Walk): void {
  const types = record.signInEventTypes
  const type = Array.isArray(types) ? types.find((one) => typeof one === 'string') : undefined
  const category = typeof type === 'string' ? categories[type.toLowerCase()] : undefined
  walk.emit('S', record, { ...place, context: place.context ?? envelopeOf(record, category) })
}

/** Returns the members of a sign-in that the diagnostic envelope repeats. There, the error code is text. */
function envelopeOf({ ipAddress, status }: JsonObject, category: string | undefined): JsonObject | undefined {
  const envelope = pick({ category, callerIpAddress: ipAddress }, ['category', 'callerIpAddress'])
  const code = isObject(status) ? status.errorCode : undefined
  if (code !== undefined && code !== null) envelope.resultType = jsonText(code)
  return Object.keys(envelope).length > 0 ? envelope : undefined
}

/** Returns true for a detection or a risky identity. Only these have the date members. */
export function isRisk(record: JsonObject): boolean {
  const has = (name: string): boolean => record[name] !== undefined && record[name] !== null
  return has('riskState') && (has('riskLastUpdatedDateTime') || (has('riskEventType') && has('detectedDateTime')))
}

/** Returns the diagnostic log category of a detection or risk state. */
export function riskCategoryOf(record: JsonObject): string {
  const has = (name: string): boolean => record[name] !== undefined && record[name] !== null
  if (has('riskEventType')) {
    return has('servicePrincipalId') ? riskCategories.serviceprincipalriskevents : riskCategories.userriskevents
  }
  return has('userPrincipalName') ? riskCategories.riskyusers : riskCategories.riskyserviceprincipals
}

/** Takes a detection or risk state without an envelope: an object of Microsoft Graph. */
export function takeRisk(record: JsonObject, place: Place, walk: Walk): void {
  const context = place.context ?? { category: riskCategoryOf(record) }
  walk.emit('R', withParsedMembers(record, 'R'), { ...place, context })
}

const parsedMembers: Readonly<Partial<Record<NativeKind, readonly string[]>>> = {
  A: ['initiatedBy', 'targetResources', 'additionalDetails'],
  R: ['additionalInfo', 'keyIds', 'location'],
  S: words(`
    agent appliedConditionalAccessPolicies appliedEventListeners authenticationContextClassReferences authenticationDetails
    authenticationProcessingDetails authenticationRequirementPolicies conditionalAccessAudiences deviceDetail location
    managedServiceIdentity mfaDetail networkLocationDetails privateLinkDetails riskEventTypes riskEventTypes_v2
    sessionLifetimePolicies signInEventTypes status tokenProtectionStatusDetails
  `),
}

/** Some routes write nested members as JSON text. */
function withParsedMembers(record: JsonObject, kind: NativeKind): JsonObject {
  for (const name of parsedMembers[kind] ?? []) {
    const value = record[name]
    if (typeof value === 'string') record[name] = parseColumn(value) as Json
  }
  return record
}
