// Delegated grants, application permissions and assignments of users to applications.
import type { OauthGroup } from '../../../fields/document.ts'
import { distinctScopes, scopeKey, scopesWithout, toScopes } from '../../../lib/oauth/scopes.ts'
import { put } from '../../../lib/put.ts'
import {
  type ActReader,
  actorAccount,
  type DirectoryAct,
  reader,
  readNamedApp,
  readTargetApp,
  toAccount,
} from './directory-act.ts'
import { appIdOfNames } from './entity.ts'
import { idOf, textOf } from './values.ts'

type Grant = NonNullable<OauthGroup['grant']>

/** Reads the resource of a grant. The target of a grant record is the API to which it gives access. */
function readResource(grant: Grant, { target, changes, object, details }: DirectoryAct): string | undefined {
  const id =
    target.appId ??
    appIdOfNames(changes.after('TargetId.ServicePrincipalNames')) ??
    appIdOfNames(object) ??
    idOf(details.AppId)
  const resource: NonNullable<Grant['resource']> = {}
  if (id !== undefined) resource.id = [id]
  if (target.name !== undefined) resource.name = [target.name]
  if (Object.keys(resource).length > 0) grant.resource = resource
  return id
}

function qualified(resource: string | undefined, scopes: readonly string[]): string[] {
  return resource === undefined ? [] : scopes.map((scope) => `${resource}:${scope}`)
}

function putList<K extends 'scopes' | 'scopes_added' | 'scopes_removed' | 'scopes_qualified'>(
  grant: Grant,
  key: K,
  list: string[],
): void {
  if (list.length > 0) grant[key] = list
}

function readPrincipal(grant: Grant, act: DirectoryAct, oauth: OauthGroup, isGiven: boolean): void {
  const { changes, details, actor } = act
  const account = actorAccount(act)
  const stated =
    idOf(changes.after('DelegatedPermissionGrant.PrincipalId')) ??
    idOf(changes.before('DelegatedPermissionGrant.PrincipalId'))
  // Records before 2026 omit the account. On the consent screen, it is the actor. Users cannot remove a grant there.
  const onConsentScreen = isGiven && textOf(details['User-Agent']) === 'EvoSTS'
  const principal = stated ?? (onConsentScreen ? account?.id : undefined)
  if (principal !== undefined) {
    grant.self = actor.kind === 'User' && principal === actor.objectId
    grant.principal = { id: principal }
    if (grant.self) put(grant.principal, 'name', account?.name)
  }
  const whose = principal !== undefined && grant.self === false ? toAccount(principal, undefined) : account
  if (whose !== undefined) oauth.account = whose
}

function readDelegated(act: DirectoryAct, oauth: OauthGroup, isGiven: boolean): Grant {
  const { changes } = act
  const grant: Grant = { kind: 'delegated' }
  oauth.grant = grant
  readNamedApp(act, 'ServicePrincipal', oauth)
  readResource(grant, act)
  const type = changes.either('DelegatedPermissionGrant.ConsentType')
  if (type?.toLowerCase() === 'allprincipals') {
    grant.breadth = 'tenant'
    grant.self = false
    const account = actorAccount(act)
    if (account !== undefined) oauth.account = account
  } else {
    if (type !== undefined) grant.breadth = 'user'
    readPrincipal(grant, act, oauth, isGiven)
  }
  return grant
}

/** `Add delegated permission grant` (until 2020 `Add OAuth2PermissionGrant`); a change of a grant is logged under the same name. */
export const readDelegatedGrant: ActReader = reader(['delegated_grant'], (act, oauth) => {
  const grant = readDelegated(act, oauth, true)
  oauth.action = 'delegated_grant'
  const scopes = toScopes(act.changes.after('DelegatedPermissionGrant.Scope'))
  const held = toScopes(act.changes.before('DelegatedPermissionGrant.Scope'))
  putList(grant, 'scopes', scopes)
  putList(grant, 'scopes_qualified', qualified(grant.resource?.id?.[0], scopes))
  putList(grant, 'scopes_added', scopesWithout(scopes, held))
  putList(grant, 'scopes_removed', scopesWithout(held, scopes))
  if (scopes.length > 0) grant.offline_access = scopes.some((scope) => scope.toLowerCase() === 'offline_access')
  return [scopeKey(scopes), grant.principal?.id ?? '']
})

/** `Remove delegated permission grant`: each side contains the scopes. */
export const readDelegatedRevoke: ActReader = reader(['delegated_revoke'], (act, oauth) => {
  const grant = readDelegated(act, oauth, false)
  oauth.action = 'delegated_revoke'
  const { changes } = act
  const before = toScopes(changes.before('DelegatedPermissionGrant.Scope'))
  const removed = before.length > 0 ? before : toScopes(changes.after('DelegatedPermissionGrant.Scope'))
  putList(grant, 'scopes_removed', removed)
  return [scopeKey(removed), grant.principal?.id ?? '']
})

function readAppRole(act: DirectoryAct, oauth: OauthGroup): { grant: Grant; role: string[]; key: string } {
  const { changes } = act
  const grant: Grant = { kind: 'application', breadth: 'tenant', app_only: true, self: false }
  oauth.grant = grant
  readNamedApp(act, 'ServicePrincipal', oauth)
  readResource(grant, act)
  const value = changes.either('AppRole.Value')
  const id = changes.either('AppRole.Id')?.toLowerCase()
  // Older records contain only the ID, and records of 2020 not even the ID. Only the record ID then distinguishes
  // siblings.
  const role = value ?? idOf(id)
  return { grant, role: role === undefined ? [] : distinctScopes([role]), key: id ?? value ?? act.record ?? '' }
}

/** `Add app role assignment to service principal`: an application permission, for the whole tenant. */
export const readAppRoleGrant: ActReader = reader(['app_role_grant'], (act, oauth) => {
  const { grant, role, key } = readAppRole(act, oauth)
  oauth.action = 'app_role_grant'
  putList(grant, 'scopes', role)
  putList(grant, 'scopes_added', role)
  putList(grant, 'scopes_qualified', qualified(grant.resource?.id?.[0], role))
  return [key]
})

/** `Remove app role assignment from service principal`. */
export const readAppRoleRevoke: ActReader = reader(['app_role_revoke'], (act, oauth) => {
  const { grant, role, key } = readAppRole(act, oauth)
  oauth.action = 'app_role_revoke'
  putList(grant, 'scopes_removed', role)
  return [key]
})

function readAssignment(act: DirectoryAct, oauth: OauthGroup, kind: 'User' | 'Group'): string {
  const { changes } = act
  const read = (member: string) => changes.either(`${kind}.${member}`)
  readTargetApp(act, oauth)
  const id = idOf(read('ObjectID'))
  const name = read('UPN') ?? read('DisplayName')
  const grant: Grant = { breadth: kind === 'User' ? 'user' : 'group' }
  oauth.grant = grant
  if (id !== undefined || name !== undefined) {
    grant.principal = {}
    put(grant.principal, 'id', id)
    put(grant.principal, 'name', name?.includes('@') ? name.toLowerCase() : name)
  }
  if (kind === 'User') {
    oauth.account = toAccount(id, name)
    grant.self = id !== undefined && id === act.actor.objectId
  }
  return id ?? act.record ?? ''
}

/** Reads assignments of users or groups. Every first consent includes the default role, whose ID is all zeros. */
export function readAssign(action: 'user_assign' | 'user_unassign', kind: 'User' | 'Group'): ActReader {
  return reader([action], (act, oauth) => {
    const principal = readAssignment(act, oauth, kind)
    oauth.action = action
    return [principal, act.changes.either('AppRole.Id') ?? '']
  })
}
