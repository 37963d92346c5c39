// RequiredResourceAccess: the permissions that a registration requests, by ID. They are not granted yet.
import type { OauthGroup } from '../../../fields/document.ts'
import { isObject, type Json } from '../../../kernel/json.ts'
import { toBoolean } from '../../../lib/convert.ts'
import { distinctScopes, scopeKey, scopesWithout } from '../../../lib/oauth/scopes.ts'
import type { Changes } from './changes.ts'
import { idOf, objectsOf, textOf } from './values.ts'

interface Requested {
  readonly qualified: string[]
  readonly resources: string[]
  readonly hasRole: boolean
  readonly hasScope: boolean
}

function readList(list: readonly Json[]): Requested {
  const qualified: string[] = []
  const resources: string[] = []
  let hasRole = false
  let hasScope = false
  for (const entry of list) {
    if (!isObject(entry)) continue
    const resource = idOf(entry.ResourceAppId ?? entry.resourceAppId)
    if (resource === undefined) continue
    resources.push(resource)
    const permissions = objectsOf(entry.RequiredAppPermissions ?? entry.ResourceAccess ?? entry.resourceAccess)
    for (const permission of permissions) {
      const id = idOf(permission.EntitlementId ?? permission.Id ?? permission.id)
      if (id === undefined) continue
      qualified.push(`${resource}:${id}`)
      const isRole = toBoolean(permission.DirectAccessGrant) ?? textOf(permission.Type ?? permission.type) === 'Role'
      if (isRole) hasRole = true
      else hasScope = true
    }
  }
  return { qualified: distinctScopes(qualified), resources: [...new Set(resources)], hasRole, hasScope }
}

/** Fills `oauth.grant` with each `resource app id:permission id`. The names come from the knowledge files. */
export function readRequestedPermissions(
  changes: Changes,
  oauth: OauthGroup,
): { added: boolean; key: string | undefined } {
  if (!changes.has('RequiredResourceAccess')) return { added: false, key: undefined }
  const before = readList(changes.beforeList('RequiredResourceAccess'))
  const after = readList(changes.afterList('RequiredResourceAccess'))
  const added = scopesWithout(after.qualified, before.qualified)
  const removed = scopesWithout(before.qualified, after.qualified)
  if (added.length === 0 && removed.length === 0) return { added: false, key: undefined }
  const grant: NonNullable<OauthGroup['grant']> = {}
  if (after.hasRole) grant.kind = 'application'
  else if (after.hasScope) grant.kind = 'delegated'
  if (after.hasRole || after.hasScope) grant.app_only = !after.hasScope
  if (after.resources.length > 0) grant.resource = { id: after.resources }
  if (after.qualified.length > 0) grant.scopes_qualified = after.qualified
  if (added.length > 0) grant.scopes_added = added
  if (removed.length > 0) grant.scopes_removed = removed
  oauth.grant = grant
  return { added: added.length > 0, key: scopeKey([...added, ...removed]) }
}
