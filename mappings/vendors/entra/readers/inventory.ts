// An object of the directory from a Microsoft Graph list: an application, a grant or an account at the time of a
// snapshot. It is not an act: `oauth.action` stays empty, and the entity store applies its facts.
import type { OauthGroup } from '../../../fields/document.ts'
import type { JsonObject } from '../../../kernel/json.ts'
import { table } from '../../../kernel/table.ts'
import { toBoolean, toText } from '../../../lib/convert.ts'
import { setOauth, setService } from '../../../lib/oauth/document.ts'
import { redirectHost } from '../../../lib/oauth/redirect.ts'
import { toScopes } from '../../../lib/oauth/scopes.ts'
import { put } from '../../../lib/put.ts'
import { snakeMembers } from '../../../lib/snake-case.ts'
import type { Draft } from '../../../lib/step.ts'
import { splitUserName } from '../../../lib/user-name.ts'
import { toAccount } from '../../microsoft/readers/directory-act.ts'
import { idOf, objectsOf, textOf } from '../../microsoft/readers/values.ts'
import { distinct, membersOf, tenantOf, toAzureInstant } from './envelope.ts'
import { principalKind } from './principal-kind.ts'

type App = NonNullable<OauthGroup['app']>

/** Members that the document does not contain, each with the reason. The first ones are in other fields. */
export const omittedFromInventory: Readonly<Record<string, string>> = table({
  '@odata.type': 'event.action contains it',
  snapshotTime: '@timestamp holds it',
  tenantId: 'organization.id holds it',
  principal: 'oauth.account or oauth.app holds it',
  appRoles: 'what the application offers to others, a thousand entries for Microsoft Graph',
  oauth2PermissionScopes: 'what the application offers to others, hundreds of entries for Microsoft Graph',
  addIns: 'definitions of behavior in other products',
  logo: 'a picture',
  passwordProfile: 'may hold a password',
  businessPhones: 'personal, and no rule asks for it',
  mobilePhone: 'personal, and no rule asks for it',
  faxNumber: 'personal, and no rule asks for it',
  streetAddress: 'personal, and no rule asks for it',
  postalCode: 'personal, and no rule asks for it',
  birthday: 'personal, and no rule asks for it',
  identities: 'the sign-in names repeat userPrincipalName',
  assignedLicenses: 'what was bought',
  assignedPlans: 'what was bought',
  provisionedPlans: 'what was bought',
})

const credentialMembers = ['keyId', 'displayName', 'startDateTime', 'endDateTime', 'type', 'usage'] as const

/** Returns a credential without the key, the hint of its secret, and everything else that an attacker could use. */
function harmless(credential: JsonObject): JsonObject {
  const kept: JsonObject = {}
  for (const name of credentialMembers) {
    const value = credential[name]
    if (value !== undefined && value !== null) kept[name] = value
  }
  return kept
}

function keptMembers(record: JsonObject): JsonObject {
  const kept: JsonObject = {}
  for (const name of Object.keys(record)) {
    const value = record[name]
    if (value === null || value === undefined || name.startsWith('@') || Object.hasOwn(omittedFromInventory, name))
      continue
    kept[name] = name === 'keyCredentials' || name === 'passwordCredentials' ? objectsOf(value).map(harmless) : value
  }
  return kept
}

export function readInventoryRecord(draft: Draft): void {
  const { record, document, vendor } = draft
  const tenant = tenantOf(draft)
  if (tenant !== undefined) {
    vendor.tenant_id = tenant
    document.organization = { ...document.organization, id: tenant }
  }
  document.cloud = { provider: 'azure' }
  vendor.inventory = snakeMembers(keptMembers(record))
  const since = toAzureInstant(record.createdDateTime) ?? toAzureInstant(record.startTime)
  // The first day of .NET time means that there is no time.
  if (since !== undefined && !since.startsWith('0001-')) document.event.start = since
}

/** Reads the publisher. An absent member means that Graph did not return it, and null means no publisher. */
function readPublisher({ verifiedPublisher, publisherName }: JsonObject, app: App): void {
  const publisher = membersOf(verifiedPublisher)
  if (verifiedPublisher !== undefined) app.verified = textOf(publisher.verifiedPublisherId) !== undefined
  put(app, 'publisher', textOf(publisher.displayName) ?? textOf(publisherName))
}

function readStatus(record: JsonObject): App['status'] {
  if (textOf(record.deletedDateTime) !== undefined) return 'deleted'
  const enabled = toBoolean(record.accountEnabled)
  return enabled === undefined ? undefined : enabled ? 'enabled' : 'disabled'
}

function readRedirects({ replyUrls, web, spa, publicClient }: JsonObject, oauth: OauthGroup): void {
  const lists = [replyUrls, ...[web, spa, publicClient].map((client) => membersOf(client).redirectUris)]
  const addresses = lists.flatMap((list) => (Array.isArray(list) ? list : [])).filter((url) => typeof url === 'string')
  const domains = [...new Set(addresses.flatMap((url) => redirectHost(url) ?? []))]
  if (domains.length > 0) oauth.redirect = { domains }
}

/** A service principal, or the registration of an own application. */
function readApplication(draft: Draft, oauth: OauthGroup): void {
  const { record } = draft
  const isRegistration = record['@odata.type'] === '#microsoft.graph.application'
  const app: App = {}
  put(app, 'id', idOf(record.appId))
  put(app, 'name', textOf(record.displayName) ?? textOf(record.appDisplayName))
  put(app, isRegistration ? 'registration_id' : 'object_id', idOf(record.id))
  put(app, 'kind', principalKind(record.servicePrincipalType))
  const owner = idOf(record.appOwnerOrganizationId)
  const tenant = tenantOf(draft)
  put(app, 'owner_tenant', owner)
  // A registration exists in its home tenant only.
  if (isRegistration) app.own_tenant = true
  else if (owner !== undefined && tenant !== undefined) app.own_tenant = owner === tenant
  put(app, 'status', isRegistration ? undefined : readStatus(record))
  readPublisher(record, app)
  readRedirects(record, oauth)
  oauth.app = app
}

function readDelegatedGrant({ record }: Draft, oauth: OauthGroup): void {
  const app: App = {}
  put(app, 'object_id', idOf(record.clientId))
  oauth.app = app
  const forAll = textOf(record.consentType)?.toLowerCase() === 'allprincipals'
  const scopes = toScopes(textOf(record.scope))
  const grant: NonNullable<OauthGroup['grant']> = {
    kind: 'delegated',
    breadth: forAll ? 'tenant' : 'user',
    scopes,
    offline_access: scopes.some((scope) => scope.toLowerCase() === 'offline_access'),
  }
  put(grant, 'id', textOf(record.id))
  if (forAll) grant.admin_consent = true
  const principal = forAll ? undefined : idOf(record.principalId)
  if (principal !== undefined) grant.principal = { id: principal }
  oauth.grant = grant
  if (principal !== undefined) oauth.account = { id: principal }
}

/** Reads an application permission of an application, or the assignment of a user or a group to an application. */
function readAppRole({ record }: Draft, oauth: OauthGroup): void {
  const app: App = {}
  oauth.app = app
  const type = textOf(record.principalType)?.toLowerCase()
  const principal = idOf(record.principalId)
  if (type !== 'serviceprincipal') {
    put(app, 'object_id', idOf(record.resourceId))
    put(app, 'name', textOf(record.resourceDisplayName))
    if (type === 'user' && principal !== undefined) oauth.account = { id: principal }
    return
  }
  put(app, 'object_id', principal)
  put(app, 'name', textOf(record.principalDisplayName))
  const role = idOf(record.appRoleId)
  const resource = textOf(record.resourceDisplayName)
  const grant: NonNullable<OauthGroup['grant']> = { kind: 'application', breadth: 'tenant', app_only: true }
  put(grant, 'id', textOf(record.id))
  if (role !== undefined) grant.scopes = [role]
  if (resource !== undefined) grant.resource = { name: [resource] }
  oauth.grant = grant
}

/** Reads a directory role of an account or an application. Graph returns the holder only if the request asks for it. */
function readRole({ record, document }: Draft, oauth: OauthGroup): void {
  const role = idOf(record.roleDefinitionId)
  if (role !== undefined) oauth.role = { id: role }
  const holder = membersOf(record.principal)
  const id = idOf(record.principalId)
  const type = textOf(holder['@odata.type'])
  if (type === '#microsoft.graph.servicePrincipal') {
    const app: App = {}
    put(app, 'id', idOf(holder.appId))
    put(app, 'name', textOf(holder.displayName))
    put(app, 'object_id', id)
    oauth.app = app
  } else if (type === '#microsoft.graph.user') {
    const name = textOf(holder.userPrincipalName)
    oauth.account = toAccount(id, name)
    document.user = {}
    put(document.user, 'id', id)
    put(document.user, 'name', name)
    put(document.user, 'full_name', textOf(holder.displayName))
    if (name?.includes('@')) document.user.email = name.toLowerCase()
  }
}

function readUser({ record, document }: Draft, oauth: OauthGroup): void {
  const id = idOf(record.id)
  const name = textOf(record.userPrincipalName)
  const account = toAccount(id, name)
  if (textOf(record.userType)?.toLowerCase() === 'guest') account.kind = 'guest'
  const enabled = toBoolean(record.accountEnabled)
  if (textOf(record.deletedDateTime) !== undefined) account.status = 'deleted'
  else if (enabled !== undefined) account.status = enabled ? 'active' : 'disabled'
  oauth.account = account
  const user: NonNullable<typeof document.user> = {}
  put(user, 'id', id)
  put(user, 'name', name)
  put(user, 'full_name', textOf(record.displayName))
  if (name?.includes('@')) user.email = name.toLowerCase()
  put(user, 'domain', splitUserName(name)?.domain)
  document.user = user
}

interface ObjectType {
  readonly action: string
  readonly read: (draft: Draft, oauth: OauthGroup) => void
}

const objectTypes: ReadonlyMap<string, ObjectType> = new Map([
  ['#microsoft.graph.servicePrincipal', { action: 'service-principal-listed', read: readApplication }],
  ['#microsoft.graph.application', { action: 'application-listed', read: readApplication }],
  ['#microsoft.graph.oAuth2PermissionGrant', { action: 'permission-grant-listed', read: readDelegatedGrant }],
  ['#microsoft.graph.appRoleAssignment', { action: 'app-role-assignment-listed', read: readAppRole }],
  ['#microsoft.graph.unifiedRoleAssignment', { action: 'role-assignment-listed', read: readRole }],
  ['#microsoft.graph.user', { action: 'user-listed', read: readUser }],
])

export function readInventoryOauth(draft: Draft): void {
  const { record, document } = draft
  const type = objectTypes.get(toText(record['@odata.type']) ?? '')
  if (type === undefined) return
  const oauth: OauthGroup = {}
  document.event.action = type.action
  type.read(draft, oauth)
  setService(document, oauth.app)
  setOauth(document, oauth)
}

const smtp = /^smtp:/i

/** Collects all addresses and IDs of the object, because the entity store and analysts search for them. */
export function relateInventory({ record, document }: Draft): void {
  const { user, oauth } = document
  const proxies = Array.isArray(record.proxyAddresses) ? record.proxyAddresses : []
  const mail = proxies.flatMap((one) => (typeof one === 'string' && smtp.test(one) ? [one.replace(smtp, '')] : []))
  const addresses = user === undefined ? [] : [user.email, textOf(record.mail), ...mail]
  const users = distinct([...addresses.map((one) => one?.toLowerCase()), user?.id, user?.full_name])
  if (users.length > 0) document.related = { ...document.related, user: users }
  const { appId, id, clientId, resourceId, principalId } = record
  const entity = distinct([appId, id, clientId, resourceId, principalId, oauth?.app?.id].map(idOf))
  if (entity.length > 0) document.related = { ...document.related, entity }
}
