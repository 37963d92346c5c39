// Acts on applications in Google Cloud's audit logs. Domain-wide delegation is granted to a client ID, the unique ID of
// a service account. As `oauth.app.id`, it connects a new key and the delegation to the same application.
import type { OauthGroup } from '../../../fields/document.ts'
import { words } from '../../../fields/field.ts'
import type { OauthAction } from '../../../fields/oauth.ts'
import { dayMs } from '../../../kernel/durations.ts'
import { isObject, type JsonObject } from '../../../kernel/json.ts'
import { getPath } from '../../../kernel/path.ts'
import { toInstant, toIsoInstant, toLong, toText } from '../../../lib/convert.ts'
import { put } from '../../../lib/put.ts'
import { actStep, type DeriveStep, type Draft } from '../../../lib/step.ts'
import {
  type App,
  accountOf,
  actorAccount,
  isServiceAccount,
  serviceAccountApp,
  textsAt,
  writeAct,
} from '../../google-workspace/readers/acts.ts'
import { writeUserTarget } from '../../google-workspace/readers/targets.ts'
import { objectAt } from '../../google-workspace/readers/values.ts'
import { addedPermissions, bindingDeltas, isDigits, partAfter, payloadOf, shortMethod } from './entry.ts'

type Credential = NonNullable<OauthGroup['credential']>
type Owner = NonNullable<OauthGroup['owner']>

/** Returns the text of the first member that has a text. Some services write snake case names in their responses. */
function firstText(object: JsonObject, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = toText(object[name])
    if (text !== undefined) return text
  }
  return undefined
}

/** Roles on a service account whose holder can act as the account, or can gain the ability to do so. */
const ownerRoles: ReadonlySet<string> = new Set(
  words(`roles/editor roles/owner roles/iam.serviceAccountAdmin roles/iam.serviceAccountKeyAdmin
    roles/iam.serviceAccountOpenIdTokenCreator roles/iam.serviceAccountTokenCreator roles/iam.serviceAccountUser
    roles/iam.workloadIdentityUser`),
)

/** Such roles in a project, a folder or the organization, for all its service accounts, and roles that can grant them. */
const broadRoles: ReadonlySet<string> = new Set([
  ...ownerRoles,
  ...words(`roles/iam.securityAdmin roles/iam.organizationRoleAdmin roles/resourcemanager.folderIamAdmin
    roles/resourcemanager.organizationAdmin roles/resourcemanager.projectIamAdmin`),
])

/** Returns the service account of a call. Its names are in several places of the entry. */
function serviceAccount({ record }: Draft, payload: JsonObject): App | undefined {
  const labels = objectAt(objectAt(record.resource).labels)
  const request = objectAt(payload.request)
  const response = objectAt(payload.response)
  const named = [request.name, request.resource, response.name, payload.resourceName].flatMap(
    (name) => partAfter(toText(name), 'serviceAccounts') ?? [],
  )
  const email =
    firstText(labels, 'email_id') ?? firstText(response, 'email') ?? named.find((name) => name.includes('@'))
  const id =
    firstText(labels, 'unique_id') ??
    firstText(response, 'unique_id', 'uniqueId') ??
    named.find((name) => isDigits(name))
  if (email === undefined && id === undefined) return undefined
  const app: App = { kind: 'service_account' }
  put(app, 'id', id)
  if (email !== undefined) {
    app.object_id = email.toLowerCase()
    app.name = email.toLowerCase()
  }
  return app
}

/** Google writes the time as text or as seconds. */
function instantAt(object: JsonObject, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = object[name]
    const seconds = isObject(value) ? toLong(value.seconds) : undefined
    const instant = seconds === undefined ? toInstant(value) : toIsoInstant(seconds * 1000)
    if (instant !== undefined) return instant
  }
  return undefined
}

/** Keys that never expire end in the year 9999. */
const never = Date.parse('9999-01-01T00:00:00Z')

function keyOf(payload: JsonObject, action: OauthAction): Credential {
  const request = objectAt(payload.request)
  const response = objectAt(payload.response)
  const credential: Credential = { kind: 'key' }
  const names = [response.name, request.name, payload.resourceName]
  put(credential, 'id', names.map((name) => partAfter(toText(name), 'keys')).find(Boolean))
  if (action === 'credential_remove') return { ...credential, removed: 1 }
  credential.added = 1
  const start = instantAt(response, 'valid_after_time', 'validAfterTime')
  const end = instantAt(response, 'valid_before_time', 'validBeforeTime')
  put(credential, 'start', start)
  if (end === undefined || Date.parse(end) >= never) return credential
  credential.end = end
  if (start !== undefined) credential.validity_days = Math.round((Date.parse(end) - Date.parse(start)) / dayMs)
  return credential
}

function memberOf(text: string): { readonly kind: string; readonly name: string } {
  const colon = text.indexOf(':')
  return { kind: text.slice(0, Math.max(colon, 0)), name: text.slice(colon + 1).toLowerCase() }
}

const ownerKinds: ReadonlyMap<string, Owner['kind']> = new Map([
  ['user', 'user'],
  ['serviceAccount', 'service_principal'],
  ['principal', 'service_principal'],
  ['principalSet', 'service_principal'],
])

/** Whether a change of the policy of a service account concerns a role whose holder can act as the account. */
export const isAccountRole = ({ role }: JsonObject): boolean => ownerRoles.has(toText(role) ?? '')

const isBroadRole = ({ role }: JsonObject): boolean => broadRoles.has(toText(role) ?? '')

const isServiceMember = ({ member }: JsonObject): boolean => toText(member)?.startsWith('serviceAccount:') === true

/**
 * Whether a change of another policy concerns service accounts: as members, or because the role allows its holder to act
 * as all service accounts there. Another role of a person in Google Cloud is not an act on an application.
 */
export const isResourceRole = (delta: JsonObject): boolean => isServiceMember(delta) || isBroadRole(delta)

/** The change of a policy that is an act. An entry that was too large to be divided has several: additions are more severe. */
function deltaOf(payload: JsonObject, isAct: (delta: JsonObject) => boolean): JsonObject | undefined {
  const acts = bindingDeltas(payload).filter(isAct)
  return acts.find(({ action }) => action === 'ADD') ?? acts[0]
}

/** Returns a reader for entries about a service account. An entry without a service account is not an act. */
function accountReader(
  acts: readonly OauthAction[],
  read: (draft: Draft, payload: JsonObject, app: App) => void,
): DeriveStep {
  return actStep(acts, (draft) => {
    const payload = payloadOf(draft)
    const app = serviceAccount(draft, payload)
    if (app !== undefined) read(draft, payload, app)
  })
}

/** Reads the creation, deletion or change of a service account. */
export const readAccount = (action: OauthAction): DeriveStep =>
  accountReader([action], (draft, _, app) => writeAct(draft, action, { app }))

export const readKey = (action: 'credential_add' | 'credential_remove'): DeriveStep =>
  accountReader([action], (draft, payload, app) => {
    const credential = keyOf(payload, action)
    writeAct(draft, action, { app, credential }, credential.id)
  })

/** Reads the creation of a token, or a signature, as a service account. */
export const readToken: DeriveStep = accountReader(['app_sign_in'], (draft, payload, app) => {
  const scopes = textsAt(payload, 'request', 'scope')
  const grant: NonNullable<OauthGroup['grant']> = { kind: 'application', app_only: true }
  if (scopes.length > 0) grant.scopes = scopes
  const key = partAfter(toText(getPath(payload, ['authenticationInfo', 'serviceAccountKeyName'])), 'keys')
  const group: OauthGroup = { app, grant, ...(key !== undefined && { credential: { kind: 'key', id: key } }) }
  writeAct(draft, 'app_sign_in', group, actorAccount(draft)?.name)
})

/** Reads changes of the access to one service account. */
export const readAccountPolicy: DeriveStep = accountReader(['owner_add', 'owner_remove'], (draft, payload, app) => {
  const delta = deltaOf(payload, isAccountRole)
  const text = toText(delta?.member)
  if (delta === undefined || text === undefined) {
    draft.document.oauth = { ...draft.document.oauth, app }
    return
  }
  const { kind, name } = memberOf(text)
  const owner: Owner = { name }
  put(owner, 'kind', ownerKinds.get(kind))
  const account = accountOf(name)
  writeUserTarget(draft.document, name)
  const role = toText(delta.role) as string
  const group: OauthGroup = { app, owner, role: { name: role }, ...(account && { account }) }
  writeAct(draft, delta.action === 'REMOVE' ? 'owner_remove' : 'owner_add', group, `${name} ${role}`)
})

/** Reads roles in a project, a folder or the organization. The member of a role over service accounts owns them all. */
export const readResourcePolicy: DeriveStep = actStep(['role_grant', 'role_revoke'], (draft) => {
  const payload = payloadOf(draft)
  const delta = deltaOf(payload, isResourceRole)
  const text = toText(delta?.member)
  const name = toText(delta?.role)
  if (delta === undefined || text === undefined || name === undefined) return
  const isRemoved = delta.action === 'REMOVE'
  const role = { name, ...(!isRemoved && isBroadRole(delta) && { tier: 'high' as const }) }
  const member = memberOf(text)
  writeUserTarget(draft.document, member.name)
  if (!isServiceMember(delta)) {
    const owner: Owner = { name: member.name }
    put(owner, 'kind', ownerKinds.get(member.kind))
    draft.document.oauth = { ...draft.document.oauth, owner, role }
    return
  }
  const app = serviceAccountApp(member.name)
  const group: OauthGroup = { app, role, account: { name: member.name, kind: 'service' } }
  writeAct(draft, isRemoved ? 'role_revoke' : 'role_grant', group, name)
})

/** Permissions whose holder can act as service accounts, or can gain the ability to do so. */
const controlling =
  /^iam\.(?:roles\.update|serviceAccountKeys\.create|serviceAccounts\.(?:actAs|getAccessToken|getOpenIdToken|implicitDelegation|signBlob|signJwt))$|\.setIamPolicy$/

/** Reads such a permission that a custom role gained: all its members hold it, with no change of membership. */
export const readCustomRole: DeriveStep = (draft) => {
  const payload = payloadOf(draft)
  const permission = addedPermissions(payload).find((name) => controlling.test(name))
  const role = partAfter(toText(payload.resourceName), 'roles')
  if (permission === undefined || role === undefined) return
  draft.document.oauth = { role: { name: `${role}: ${permission}`, tier: 'high' } }
}

/** Returns an OAuth client of workforce identity federation. Later calls contain its name only in the resource. */
function federationClient(payload: JsonObject): App | undefined {
  const request = objectAt(payload.request)
  const response = objectAt(payload.response)
  const id = firstText(response, 'clientId', 'client_id')
  const path = [request.name, request.parent, response.name, payload.resourceName]
  const handle =
    firstText(request, 'oauthClientId', 'oauth_client_id') ??
    path.map((name) => partAfter(toText(name), 'oauthClients')).find(Boolean)
  const name = toText(getPath(request, ['oauthClient', 'displayName']))
  if (id === undefined && handle === undefined) return undefined
  const app: App = { kind: 'web' }
  put(app, 'id', id)
  put(app, 'object_id', handle)
  put(app, 'name', name ?? handle)
  return app
}

/** An OAuth client of workforce identity federation. */
export const readClient = (action: 'app_register' | 'app_update' | 'app_delete'): DeriveStep =>
  actStep([action], (draft) => {
    const payload = payloadOf(draft)
    const app = federationClient(payload)
    const redirects = textsAt(objectAt(payload.request), 'oauthClient', 'allowedRedirectUris')
    const group: OauthGroup = { ...(app && { app }) }
    if (action === 'app_register' && redirects.length > 0) group.redirect = { added: redirects }
    writeAct(draft, action, group)
  })

/** Reads a client secret of such a client. */
export const readClientSecret = (action: 'credential_add' | 'credential_remove'): DeriveStep =>
  actStep([action], (draft) => {
    const payload = payloadOf(draft)
    const app = federationClient(payload)
    const credential: Credential = { kind: 'secret' }
    const name = toText(objectAt(payload.response).name) ?? toText(payload.resourceName)
    put(credential, 'id', partAfter(name, 'credentials'))
    if (action === 'credential_remove') credential.removed = 1
    else credential.added = 1
    writeAct(draft, action, { credential, ...(app && { app }) }, credential.id)
  })

/** If the caller is a service account, a call that is not an act on an application counts as its use of the cloud. */
export const actorApp: DeriveStep = actStep(['app_use'], (draft) => {
  const { user, oauth, event } = draft.document
  const caller = user?.email?.toLowerCase()
  if (caller === undefined || !isServiceAccount(caller)) return
  if (oauth === undefined) {
    const method = shortMethod(event.action)
    const activity: NonNullable<OauthGroup['activity']> = { kind: 'other', method }
    put(activity, 'api', event.provider)
    if (/^(?:get|list|read|search)/i.test(method)) activity.access = 'read'
    const grant = { kind: 'application', app_only: true } as const
    writeAct(draft, 'app_use', { app: serviceAccountApp(caller), grant, activity })
    return
  }
  const acted = oauth.app?.object_id
  oauth.actor_app = { name: caller, ...(acted !== undefined && { self: acted === caller }) }
})
