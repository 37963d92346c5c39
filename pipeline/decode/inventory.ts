// Objects of a directory in their current state: the lists of Microsoft Graph and Google's Directory API. They contain
// facts that no audit log has, but no time: an export is valid as of its creation.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { toIsoInstant } from '../../mappings/lib/convert.ts'
import { lowerFirst, renamed } from './members.ts'
import type { Place, Walk } from './walk.ts'

/** Facts of a page about all its objects: the owner of the directory, and the time of the list. */
export const snapshotMembers = ['snapshotTime', 'tenantId', 'customerId'] as const

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isGiven = (value: unknown): boolean => value !== undefined && value !== null

/** Graph's type names. Graph includes the type only in collections of several types; here, every object gets it. */
const graphTypes = {
  servicePrincipal: '#microsoft.graph.servicePrincipal',
  application: '#microsoft.graph.application',
  grant: '#microsoft.graph.oAuth2PermissionGrant',
  appRole: '#microsoft.graph.appRoleAssignment',
  role: '#microsoft.graph.unifiedRoleAssignment',
  user: '#microsoft.graph.user',
} as const
type GraphType = (typeof graphTypes)[keyof typeof graphTypes]

/** Returns the type of a Graph object by its members, for any selection of members; undefined for any other object. */
function graphTypeOf(v: JsonObject): GraphType | undefined {
  if (isText(v.appRoleId) && isText(v.principalId) && isText(v.resourceId)) return graphTypes.appRole
  if (isText(v.roleDefinitionId) && isText(v.principalId) && isText(v.id)) return graphTypes.role
  if (isText(v.consentType) && isText(v.clientId) && isText(v.resourceId)) return graphTypes.grant
  if (isText(v.appId)) {
    if (isText(v.servicePrincipalType) || Array.isArray(v.servicePrincipalNames)) return graphTypes.servicePrincipal
    if (isText(v.appOwnerOrganizationId) && isText(v.id)) return graphTypes.servicePrincipal
    if (isText(v.id) && (Array.isArray(v.identifierUris) || Array.isArray(v.requiredResourceAccess)))
      return graphTypes.application
    return undefined
  }
  const isUser = isText(v.userPrincipalName) && isText(v.id)
  return isUser && (typeof v.accountEnabled === 'boolean' || (v.givenName !== undefined && v.surname !== undefined))
    ? graphTypes.user
    : undefined
}

const windowsTime = /^\/Date\((-?\d{1,15})\)\/$/
const deepest = 6

/** Converts members to Graph's form: PowerShell prints initial capitals, its old version times as milliseconds. */
function lowered(value: Json, depth = 0): Json {
  if (depth > deepest) return value
  if (Array.isArray(value)) return value.map((member) => lowered(member, depth + 1))
  if (isObject(value)) return renamed(value, lowerFirst, (member) => lowered(member, depth + 1))
  const milliseconds = typeof value === 'string' ? windowsTime.exec(value)?.[1] : undefined
  return milliseconds === undefined ? value : (toIsoInstant(Number(milliseconds)) ?? value)
}

/** An object printed by PowerShell: each type has one of these names. */
function isPrinted(v: JsonObject): boolean {
  const names = [v.AppId, v.ConsentType, v.AppRoleId, v.RoleDefinitionId, v.UserPrincipalName]
  return names.some(isText)
}

/**
 * Members that the PowerShell type lacks, such as `createdDateTime` of a service principal, are in a separate group.
 */
function graphForm(value: JsonObject): JsonObject {
  if (!isPrinted(value)) return value
  const { additionalProperties, ...record } = lowered(value) as JsonObject
  return isObject(additionalProperties) ? { ...additionalProperties, ...record } : record
}

export function isGraphObject(value: JsonObject): boolean {
  return graphTypeOf(value) !== undefined || (isPrinted(value) && graphTypeOf(graphForm(value)) !== undefined)
}

/** Returns the list time: of the object or its page, else of its arrival in Kafka or of the write to the file. */
function snapshotOf(record: JsonObject, { context }: Place, walk: Walk): Json | undefined {
  const { receivedAt, writtenAt } = walk.delivery
  return [record.snapshotTime, context?.snapshotTime, receivedAt, writtenAt].find(isGiven)
}

function emit(kind: 'I' | 'D', record: JsonObject, type: JsonObject, place: Place, walk: Walk): void {
  const snapshotTime = snapshotOf(record, place, walk)
  walk.emit(kind, { ...record, ...type, ...(snapshotTime !== undefined && { snapshotTime }) }, place)
}

export function takeGraphObject(value: JsonObject, place: Place, walk: Walk): void {
  const record = graphForm(value)
  emit('I', record, { '@odata.type': graphTypeOf(record) as GraphType }, place, walk)
}

const directoryToken = 'admin#directory#token'
const directoryUser = 'admin#directory#user'

/** Returns true for a token, by its kind, or by its members in GAM rows, which name the token's user by address. */
function isToken(v: JsonObject): boolean {
  if (v.kind !== undefined) return v.kind === directoryToken
  return isText(v.clientId) && (isText(v.userKey) || isText(v.user)) && isGiven(v.scopes)
}

function isUser(v: JsonObject): boolean {
  return v.kind === undefined ? isText(v.primaryEmail) && isText(v.id) : v.kind === directoryUser
}

export function isDirectoryObject(value: JsonObject): boolean {
  return isToken(value) || isUser(value)
}

export function takeDirectoryObject(value: JsonObject, place: Place, walk: Walk): void {
  emit('D', value, { kind: isToken(value) ? directoryToken : directoryUser }, place, walk)
}
