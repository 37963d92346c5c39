// Delegated permission grants that an application writes through Graph: no consent record belongs to them.
import { audit, principal } from './microsoft-entra.ts'
import type { App, Log, Person, Resource } from './microsoft-tenant.ts'

export interface WrittenGrant {
  readonly client: App
  readonly resource: Resource
  readonly scopes: string
  readonly before?: string
  /** The user; undefined for the whole tenant. */
  readonly user?: Person
}

/** `by` makes, changes or removes a grant. Returns the id. */
export const writeGrant = (log: Log, at: number, by: App, grant: WrittenGrant, removed = false): string => {
  const { client, resource, user } = grant
  const kind = user ? 'Principal' : 'AllPrincipals'
  return audit(log, at, {
    activity: removed ? 'Remove delegated permission grant' : 'Add delegated permission grant',
    category: 'ApplicationManagement',
    by,
    type: removed ? 'Unassign' : 'Assign',
    targets: [
      principal(resource, [
        removed
          ? { name: 'DelegatedPermissionGrant.Scope', now: '', before: grant.scopes }
          : {
              name: 'DelegatedPermissionGrant.Scope',
              now: grant.scopes,
              ...(grant.before === undefined ? {} : { before: grant.before }),
            },
        {
          name: 'DelegatedPermissionGrant.ConsentType',
          now: removed ? '' : kind,
          ...(removed ? { before: kind } : {}),
        },
        ...(removed && user ? [{ name: 'DelegatedPermissionGrant.PrincipalId', now: '', before: user.oid }] : []),
        { name: 'ServicePrincipal.ObjectID', now: client.spId },
        { name: 'ServicePrincipal.DisplayName', now: '' },
        { name: 'ServicePrincipal.AppId', now: '' },
        { name: 'ServicePrincipal.Name', now: '' },
        { name: 'TargetId.ServicePrincipalNames', now: resource.names },
      ]),
      principal(client, []),
    ],
    details: { AppId: resource.appId },
  })
}
