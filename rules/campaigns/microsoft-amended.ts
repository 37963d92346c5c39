// A tenant-wide grant that receives more scopes on the consent screen, in the Entra directory audit log.
import { audit, principal } from './microsoft-entra.ts'
import { grantId } from './microsoft-layouts.ts'
import type { App, Log, Person, Resource } from './microsoft-tenant.ts'

export interface Amended {
  readonly client: App
  readonly resource: Resource
  readonly before: string
  readonly scopes: string
}

/**
 * The administrator `by` consents to more scopes of a known client for all users.
 * The old grant is removed, a new one is added, and the consent lists the old scopes twice. Returns the three IDs.
 */
export const amendForEveryone = (log: Log, at: number, by: Person, grant: Amended): readonly string[] => {
  const { client, resource } = grant
  const common = {
    category: 'ApplicationManagement',
    by,
    correlation: log.random.uuid(),
    displayName: 'Azure ESTS Service',
    // The address of the token service, as on each consent screen.
    ip: `203.0.113.${200 + log.random.integer(0, 9)}`,
  }
  const entry =
    `[[Id: ${grantId(client.spId, resource.spId)}, ClientId: ${client.spId}, PrincipalId: , ` +
    `ResourceId: ${resource.spId}, ConsentType: AllPrincipals, Scope: ${grant.before}, ` +
    'CreatedDateTime: , LastModifiedDateTime ]]'
  const clientOf = [
    { name: 'ServicePrincipal.ObjectID', now: client.spId },
    { name: 'ServicePrincipal.DisplayName', now: '' },
    { name: 'ServicePrincipal.AppId', now: '' },
    { name: 'ServicePrincipal.Name', now: '' },
    { name: 'TargetId.ServicePrincipalNames', now: resource.names },
  ]
  const ofResource = { 'User-Agent': 'EvoSTS', AppId: resource.appId }
  return [
    audit(log, at, {
      ...common,
      activity: 'Remove delegated permission grant',
      type: 'Unassign',
      targets: [
        principal(resource, [
          { name: 'DelegatedPermissionGrant.Scope', now: '', before: grant.scopes },
          { name: 'DelegatedPermissionGrant.ConsentType', now: '', before: 'AllPrincipals' },
          ...clientOf,
        ]),
        principal(client, []),
      ],
      details: ofResource,
    }),
    audit(log, at + 4, {
      ...common,
      activity: 'Add delegated permission grant',
      type: 'Assign',
      targets: [
        principal(resource, [
          { name: 'DelegatedPermissionGrant.Scope', now: grant.scopes },
          { name: 'DelegatedPermissionGrant.ConsentType', now: 'AllPrincipals' },
          ...clientOf,
        ]),
        principal(client, []),
      ],
      details: ofResource,
    }),
    audit(log, at + 11, {
      ...common,
      activity: 'Consent to application',
      type: 'Assign',
      targets: [
        principal(client, [
          { name: 'ConsentContext.IsAdminConsent', now: 'True' },
          { name: 'ConsentContext.IsAppOnly', now: 'False' },
          { name: 'ConsentContext.OnBehalfOfAll', now: 'True' },
          { name: 'ConsentContext.Tags', now: 'WindowsAzureActiveDirectoryIntegratedApp' },
          { name: 'ConsentAction.Permissions', now: `${entry} => ${entry}; ` },
          { name: 'TargetId.ServicePrincipalNames', now: client.appId },
        ]),
      ],
      details: { 'User-Agent': 'EvoSTS', AppId: client.appId },
    }),
  ]
}
