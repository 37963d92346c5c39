// Entra ID: cmdlets of the Microsoft Graph PowerShell SDK, and Graph itself where the names of cmdlets differ between its versions.
// https://learn.microsoft.com/powershell/module/microsoft.graph.applications/
import type { ReviewedApp } from '../review.ts'
import type { Containment, Step } from './containment.ts'
import { isGuid, isMicrosoftAccount, unsafeAccounts } from './safe-words.ts'

export function containMicrosoft(app: ReviewedApp): Omit<Containment, 'breaks'> {
  if (!isGuid(app.id)) return { steps: [], gaps: [`${JSON.stringify(app.id)} is not an application ID`] }
  const foreign = app.registered === undefined && app.ownerTenant !== undefined && app.ownerTenant !== app.tenant
  return {
    steps: [
      ...principalSteps(app.id),
      ...(foreign ? [] : registrationSteps(app)),
      ...microsoftSessionSteps(app.actedFor, { devices: false }),
    ],
    gaps: [
      ...(foreign
        ? [
            `the registration of the application, because another tenant owns it (${app.ownerTenant}): report it to Microsoft`,
          ]
        : []),
      ...unsafeAccounts(app.actedFor, isMicrosoftAccount),
    ],
  }
}

/** What the tenant has of every application, also of one that another tenant registered. */
function principalSteps(id: string): Step[] {
  return [
    {
      what: 'Find the application and save it as evidence. The next commands use $sp and $app: run them in the same session.',
      command: `$sp = Get-MgServicePrincipal -Filter "appId eq '${id}'" -ExpandProperty owners; $app = Get-MgApplication -Filter "appId eq '${id}'" -ExpandProperty owners; $sp, $app | ConvertTo-Json -Depth 10 | Out-File ${id}.json`,
    },
    {
      what: 'Block new tokens for the application. You can undo this.',
      command: 'Update-MgServicePrincipal -ServicePrincipalId $sp.Id -AccountEnabled:$false',
    },
    {
      what: 'Remove the delegated permissions of the application for all accounts and for the tenant.',
      command:
        'Get-MgServicePrincipalOauth2PermissionGrant -ServicePrincipalId $sp.Id -All | ForEach-Object { Remove-MgOauth2PermissionGrant -OAuth2PermissionGrantId $_.Id }',
    },
    {
      what: 'Remove the application permissions.',
      command:
        'Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $sp.Id -All | ForEach-Object { Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $sp.Id -AppRoleAssignmentId $_.Id }',
    },
    {
      what: 'Remove the secrets and certificates of the service principal. Single sign-on with SAML needs its certificate.',
      command:
        '$sp.PasswordCredentials | ForEach-Object { Remove-MgServicePrincipalPassword -ServicePrincipalId $sp.Id -KeyId $_.KeyId }; Update-MgServicePrincipal -ServicePrincipalId $sp.Id -KeyCredentials @()',
    },
    {
      what: 'Remove the owners of the service principal: an owner can add a secret again.',
      command: removeOwners('servicePrincipals', '$sp'),
    },
  ]
}

/** The cmdlet for this has another name in other versions of the module; the request of Graph stays. */
function removeOwners(collection: 'servicePrincipals' | 'applications', variable: '$sp' | '$app'): string {
  return `${variable}.Owners | ForEach-Object { Invoke-MgGraphRequest -Method DELETE -Uri ("v1.0/${collection}/$(${variable}.Id)/owners/$($_.Id)/" + '$ref') }`
}

/** The registration. Where another tenant owns it, none is found and nothing happens. */
function registrationSteps({ ownerTenant, registered, tenant }: ReviewedApp): Step[] {
  const isOwn = registered !== undefined || ownerTenant === tenant
  const unless = isOwn ? '' : ' Without a registration in this tenant, the command does nothing.'
  const ifFound = (command: string) => (isOwn ? command : `if ($app) { ${command} }`)
  return [
    {
      what: `Remove the secrets and certificates of the registration.${unless}`,
      command: ifFound(
        '$app.PasswordCredentials | ForEach-Object { Remove-MgApplicationPassword -ApplicationId $app.Id -KeyId $_.KeyId }; Update-MgApplication -ApplicationId $app.Id -KeyCredentials @()',
      ),
    },
    {
      what: `Remove the federated credentials of the registration.${unless}`,
      command: ifFound(
        'Get-MgApplicationFederatedIdentityCredential -ApplicationId $app.Id -All | ForEach-Object { Remove-MgApplicationFederatedIdentityCredential -ApplicationId $app.Id -FederatedIdentityCredentialId $_.Id }',
      ),
    },
    { what: `Remove the owners of the registration.${unless}`, command: ifFound(removeOwners('applications', '$app')) },
    {
      what: `Remove the redirect URIs of the registration.${unless}`,
      command: ifFound(
        'Update-MgApplication -ApplicationId $app.Id -Web @{ RedirectUris = @() } -Spa @{ RedirectUris = @() } -PublicClient @{ RedirectUris = @() }',
      ),
    },
    {
      what: `Delete the registration, if nobody needs the application. You can restore it for 30 days.${unless}`,
      command: ifFound('Remove-MgApplication -ApplicationId $app.Id'),
    },
  ]
}

/** Ends the sessions of accounts, which also revokes their refresh tokens. */
export function microsoftSessionSteps(accounts: readonly string[], { devices }: { readonly devices: boolean }): Step[] {
  return accounts.filter(isMicrosoftAccount).flatMap((account) => [
    {
      what: `End the sessions of ${account}: this also revokes the refresh tokens. The account must sign in again.`,
      command: `Revoke-MgUserSignInSession -UserId '${account}'`,
    },
    ...(devices
      ? [
          {
            what: `List the devices of ${account}. Remove a device that its owner does not know with Remove-MgDevice.`,
            command: `Get-MgUserRegisteredDevice -UserId '${account}' -All`,
          },
        ]
      : []),
  ])
}
