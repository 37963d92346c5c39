// Consent in the Entra directory audit.
import { audit, principal } from './microsoft-entra.ts'
import { consentText, type Grant } from './microsoft-layouts.ts'
import type { Log, Person } from './microsoft-tenant.ts'

/** A consent with its grant. Returns the ids. */
export const auditConsent = (
  log: Log,
  at: number,
  by: Person,
  grant: Grant,
  admin = false,
  isNew = true,
): readonly string[] => {
  const { client, resource, user } = grant
  const correlation = log.random.uuid()
  const common = {
    category: 'ApplicationManagement',
    by,
    correlation,
    type: 'Assign',
    ...(user ? { ip: `203.0.113.${200 + log.random.integer(0, 9)}`, displayName: 'Azure ESTS Service' } : {}),
  }
  const agent = user ? 'EvoSTS' : by.agent
  const added = isNew
    ? [
        audit(log, at, {
          ...common,
          activity: 'Add service principal',
          type: 'Add',
          targets: [
            principal(
              client,
              [
                { name: 'AccountEnabled', now: '[true]', before: '[]' },
                { name: 'AppPrincipalId', now: JSON.stringify([client.appId]), before: '[]' },
                { name: 'DisplayName', now: JSON.stringify([client.name]), before: '[]' },
                { name: 'ServicePrincipalName', now: JSON.stringify([client.appId]), before: '[]' },
                {
                  name: 'Included Updated Properties',
                  now: '"AccountEnabled, AppPrincipalId, DisplayName, ServicePrincipalName"',
                },
                { name: 'TargetId.ServicePrincipalNames', now: JSON.stringify(client.appId) },
              ],
              true,
            ),
          ],
          details: { 'User-Agent': agent, AppId: client.appId },
        }),
      ]
    : []
  return [
    ...added,
    audit(log, at + 5, {
      ...common,
      activity: 'Add delegated permission grant',
      targets: [
        principal(resource, [
          { name: 'DelegatedPermissionGrant.Scope', now: `${user ? ' ' : ''}${grant.scopes}` },
          { name: 'DelegatedPermissionGrant.ConsentType', now: user ? 'Principal' : 'AllPrincipals' },
          { name: 'ServicePrincipal.ObjectID', now: client.spId },
          { name: 'ServicePrincipal.DisplayName', now: '' },
          { name: 'ServicePrincipal.AppId', now: '' },
          { name: 'ServicePrincipal.Name', now: '' },
          { name: 'TargetId.ServicePrincipalNames', now: resource.names },
        ]),
      ],
      details: { 'User-Agent': agent, AppId: resource.appId },
    }),
    audit(log, at + 12, {
      ...common,
      activity: 'Consent to application',
      targets: [
        principal(client, [
          { name: 'ConsentContext.IsAdminConsent', now: admin ? 'True' : 'False' },
          { name: 'ConsentContext.IsAppOnly', now: 'False' },
          { name: 'ConsentContext.OnBehalfOfAll', now: user ? 'False' : 'True' },
          { name: 'ConsentContext.Tags', now: user ? 'WindowsAzureActiveDirectoryIntegratedApp' : '' },
          { name: 'ConsentAction.Permissions', now: consentText(grant) },
          { name: 'TargetId.ServicePrincipalNames', now: client.appId },
        ]),
      ],
      details: { 'User-Agent': agent, AppId: client.appId },
    }),
  ]
}
