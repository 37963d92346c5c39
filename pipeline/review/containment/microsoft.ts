// Entra ID: cmdlets of the Microsoft Graph PowerShell SDK, and Graph itself where the names of cmdlets differ between its versions.
// https://learn.microsoft.com/powershell/module/microsoft.graph.applications/
import { stillHasAccess, usedAfterEnd } from '../ended.ts'
import type { ReviewedApp } from '../review.ts'
import { accountsOf, type Containment, inOrder, type Step } from './containment.ts'
import { exchangeGaps, exchangeSteps } from './exchange.ts'
import { isGuest, isGuid, isMicrosoftAccount, powerShellText, unsafeAccounts } from './safe-words.ts'

export function containMicrosoft(app: ReviewedApp, devices: readonly Device[]): Omit<Containment, 'breaks'> {
  if (!isGuid(app.id)) return { steps: [], gaps: [`${JSON.stringify(app.id)} is not an application ID`] }
  const foreign = app.registered === undefined && app.ownerTenant !== undefined && app.ownerTenant !== app.tenant
  const { registrationRemains = false } = app
  const person = app.unproven?.account
  const exposed = person === undefined ? app.exposed : [person, ...app.exposed]
  const accounts = [
    ...microsoftPasswordSteps(exposed),
    ...microsoftSessionSteps(accountsOf(app)),
    ...deviceSteps(devices),
  ]
  const exchange = exchangeSteps(app)
  const connect = [connectStep(app.tenant), ...exchange.save]
  if (person !== undefined) return { steps: [...connect, ...exchange.remove, ...accounts], gaps: exchangeGaps(app) }
  const deleted = app.status === 'deleted'
  const isBack = deleted && stillHasAccess(usedAfterEnd(app))
  const others = [
    ...(deleted ? (isBack ? ifFound('$sp', principalSteps(app.tenant)) : []) : principalSteps(app.tenant)),
    ...(foreign || (deleted && !registrationRemains && !isBack) ? [] : registrationSteps(app)),
  ]
  const last = deleted ? emptyBinSteps(registrationRemains).slice(isBack ? 1 : 0) : []
  const later = isBack ? [] : others
  const again = findAgainSteps(app.tenant, app.id, { tenant: later.length > 0, bin: deleted })
  return {
    steps: inOrder({
      block: [
        ...connect,
        ...(deleted && !registrationRemains ? [] : saveSteps(app.id)),
        ...(deleted ? [binStep(app.id), ...(isBack ? [restoredStep(app.id)] : [])] : [blockStep(app.status)]),
        ...exchange.remove,
        ...(deleted
          ? isBack
            ? [...ifFound('$sp', [delegatedStep]), ...others]
            : []
          : [...app.reportedIds.filter(isGuid).map(reportedKeyStep), delegatedStep]),
      ],
      accounts,
      others: [...again, ...later],
      last,
    }),
    gaps: [
      ...(foreign
        ? [
            `the registration of the application, because another tenant owns it (${app.ownerTenant}): report it to Microsoft`,
          ]
        : []),
      ...exchangeGaps(app),
      ...unsafeAccounts([...app.actedFor, ...app.exposed], isMicrosoftAccount),
    ],
  }
}

/** A session in another tenant finds the same application, but different accounts. */
const connectTo = (tenant: string): string => `Connect-MgGraph${isGuid(tenant) ? ` -TenantId ${tenant}` : ''} -Scopes`

/** Only a signed-in person with a higher role than the account can reset a password or remove a device. */
export const connectStep = (tenant: string): Step => ({
  what: `Connect with a user account (module Microsoft.Graph). Roles: Cloud Application Administrator, Privileged Authentication Administrator, Cloud Device Administrator.${isGuid(tenant) ? '' : ' The records name no tenant ID: add -TenantId with the ID of your tenant, because a session in another tenant finds other accounts.'}`,
  command: `${connectTo(tenant)} Application.ReadWrite.All,AppRoleAssignment.ReadWrite.All,DelegatedPermissionGrant.ReadWrite.All,User.Read.All,User.RevokeSessions.All,User.EnableDisableAccount.All,UserAuthenticationMethod.ReadWrite.All,Policy.Read.All,Directory.AccessAsUser.All`,
  prepares: true,
})

const find = `$sp = Get-MgServicePrincipal -Filter "appId eq '$appId'" -ExpandProperty owners; $app = Get-MgApplication -Filter "appId eq '$appId'" -ExpandProperty owners`
/** Saves everything that later commands remove. */
const save = (file: string): string =>
  `$saved = @($sp, $app); if ($sp) { $saved += Get-MgServicePrincipalOauth2PermissionGrant -ServicePrincipalId $sp.Id -All; $saved += Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $sp.Id -All }; if ($app) { $saved += Get-MgApplicationFederatedIdentityCredential -ApplicationId $app.Id -All }; $saved | ConvertTo-Json -Depth 10 | Out-File ${file}`

const known = (id: string): string =>
  `$known = @(Get-MgServicePrincipal -ServicePrincipalId '${id}' -ErrorAction SilentlyContinue) + @(Get-MgApplication -ApplicationId '${id}' -ErrorAction SilentlyContinue); $appId = if ($known) { $known[0].AppId } else { '${id}' }`
const findOrStop = `${find}; if (-not ($sp -or $app)) { throw 'The tenant has no application with this ID.' }`
const findDeleted = (id: string): string =>
  `$all = @(Get-MgDirectoryDeletedItemAsApplication -All) + @(Get-MgDirectoryDeletedItemAsServicePrincipal -All); $found = @($all | Where-Object { $_.Id -eq '${id}' }); $appId = if ($found) { $found[0].AppId } else { '${id}' }; $bin = @($all | Where-Object { $_.AppId -eq $appId })`

/** Users often run the steps that can wait in a new session, which has no connection and no variables. */
function findAgainSteps(tenant: string, id: string, where: { tenant: boolean; bin: boolean }): Step[] {
  return [
    connectStep(tenant),
    {
      what: 'Find the application again: a new session lacks the results of the first commands. Run the remaining commands in the same session.',
      command: [
        ...(where.tenant ? [known(id), where.bin ? find : findOrStop] : []),
        ...(where.bin ? [findDeleted(id)] : []),
      ].join('; '),
      prepares: true,
    },
  ]
}

/** Later commands use the results of these commands. */
function saveSteps(id: string): Step[] {
  return [
    {
      what: 'Find the application ID: some logs contain only an object ID.',
      command: known(id),
      prepares: true,
    },
    {
      what: 'Find the application and save it with its permissions as evidence. The next commands use $sp and $app: run them in the same session.',
      command: `${findOrStop}; ${save(`${id}.json`)}`,
      prepares: true,
    },
  ]
}

const blockStep = (status: ReviewedApp['status']): Step => ({
  what: `Block new tokens for the application${status === 'disabled' ? ' again: somebody may have enabled it after the last record' : ''}. You can undo this.`,
  command: 'Update-MgServicePrincipal -ServicePrincipalId $sp.Id -AccountEnabled:$false',
})

/** A deleted application that still acts exists again. */
const restoredStep = (id: string): Step => ({
  what: 'Check whether somebody restored the application or created it again. If so, save it as evidence and block new tokens for it. If it does not exist, this command and the next commands with $sp or $app do nothing.',
  command: `${find}; if ($sp -or $app) { ${save(`restored-${id}.json`)} }; if ($sp) { Update-MgServicePrincipal -ServicePrincipalId $sp.Id -AccountEnabled:$false }`,
})

const ifFound = (variable: '$sp' | '$app', steps: readonly Step[]): Step[] =>
  steps.map(({ what, command }) => ({ what, command: `if (${variable}) { ${command} }` }))

function binStep(id: string): Step {
  return {
    what: 'Save the deleted objects of the application as evidence.',
    command: `${findDeleted(id)}; $bin | ConvertTo-Json -Depth 10 | Out-File deleted-${id}.json`,
  }
}

/**
 * Without these steps, a restored application gets its grants and secrets back.
 * https://learn.microsoft.com/powershell/module/microsoft.graph.identity.directorymanagement/remove-mgdirectorydeleteditem
 */
function emptyBinSteps(registrationRemains: boolean): Step[] {
  return [
    {
      what: `Check that nobody restored the application: the commands must find nothing${registrationRemains ? ' but the registration, if you keep it' : ''}.`,
      command: `Get-MgServicePrincipal -Filter "appId eq '$appId'"; Get-MgApplication -Filter "appId eq '$appId'"`,
    },
    {
      what: 'Remove the application from the recycle bin, but only with the consent of your legal counsel. An owner can restore it for 30 days after the deletion. You cannot undo this.',
      command: '$bin | ForEach-Object { Remove-MgDirectoryDeletedItem -DirectoryObjectId $_.Id }',
    },
  ]
}

/** The only key to remove if the application must continue to work. */
function reportedKeyStep(key: string): Step {
  return {
    what: `Remove the secret ${key}, which Entra ID Protection reported. If the key is a certificate, run the later steps.`,
    command: `if ($app.PasswordCredentials.KeyId -contains '${key}') { Remove-MgApplicationPassword -ApplicationId $app.Id -KeyId '${key}' }; if ($sp.PasswordCredentials.KeyId -contains '${key}') { Remove-MgServicePrincipalPassword -ServicePrincipalId $sp.Id -KeyId '${key}' }`,
  }
}

const delegatedStep: Step = {
  what: 'Remove the delegated permissions of the application for all accounts and for the tenant.',
  command:
    'Get-MgServicePrincipalOauth2PermissionGrant -ServicePrincipalId $sp.Id -All | ForEach-Object { Remove-MgOauth2PermissionGrant -OAuth2PermissionGrantId $_.Id }',
}

type Collection = 'servicePrincipals' | 'applications'

/** Steps for the tenant's service principal, even of an application that another tenant registered. */
const principalSteps = (tenant: string): Step[] => [
  {
    what: 'Remove the application permissions.',
    command:
      'Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $sp.Id -All | ForEach-Object { Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $sp.Id -AppRoleAssignmentId $_.Id }',
  },
  {
    what: 'Remove the secrets and certificates of the service principal. Single sign-on with SAML needs its certificate.',
    command:
      '$sp.PasswordCredentials | ForEach-Object { Remove-MgServicePrincipalPassword -ServicePrincipalId $sp.Id -KeyId $_.KeyId }; ' +
      patch('servicePrincipals', '$sp', '{"keyCredentials":[]}'),
  },
  {
    what: 'Remove the owners of the service principal: an owner can add a secret again.',
    command: removeOwners('servicePrincipals', '$sp'),
  },
  {
    what: 'Check the service principal: AccountEnabled must be False, and all lists must be empty.',
    command:
      'Get-MgServicePrincipal -ServicePrincipalId $sp.Id -ExpandProperty owners | Format-List AccountEnabled, PasswordCredentials, KeyCredentials, Owners; Get-MgServicePrincipalOauth2PermissionGrant -ServicePrincipalId $sp.Id -All; Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $sp.Id -All',
  },
  {
    what: 'If an attacker used the application, confirm the compromise to Entra ID. This command requires Workload ID Premium and the role Security Administrator.',
    command: `${connectTo(tenant)} IdentityRiskyServicePrincipal.ReadWrite.All; Confirm-MgRiskyServicePrincipalCompromised -ServicePrincipalIds $sp.Id`,
  },
]

/** Some versions of the cmdlets omit empty lists from the request: https://github.com/microsoftgraph/msgraph-sdk-powershell/issues/3240 */
function patch(collection: Collection, variable: '$sp' | '$app', body: string): string {
  return `Invoke-MgGraphRequest -Method PATCH -Uri "v1.0/${collection}/$(${variable}.Id)" -Body '${body}'`
}

/** The name of the cmdlet differs between versions of the module. The Graph request is the same in all versions. */
function removeOwners(collection: Collection, variable: '$sp' | '$app'): string {
  return `${variable}.Owners | ForEach-Object { Invoke-MgGraphRequest -Method DELETE -Uri ("v1.0/${collection}/$(${variable}.Id)/owners/$($_.Id)/" + '$ref') }`
}

/** Steps for the registration. If another tenant owns it, the commands find no registration and do nothing. */
function registrationSteps({ ownerTenant, registered, registrationRemains, status, tenant }: ReviewedApp): Step[] {
  const isKept = status !== 'deleted' || registrationRemains === true
  const isOwn = isKept && (registered !== undefined || ownerTenant === tenant)
  const unless = isOwn ? '' : ' Without a registration in this tenant, the command does nothing.'
  const steps = [
    {
      what: `Remove the secrets and certificates of the registration.${unless}`,
      command:
        '$app.PasswordCredentials | ForEach-Object { Remove-MgApplicationPassword -ApplicationId $app.Id -KeyId $_.KeyId }; ' +
        patch('applications', '$app', '{"keyCredentials":[]}'),
    },
    {
      what: `Remove the federated credentials of the registration.${unless}`,
      command:
        'Get-MgApplicationFederatedIdentityCredential -ApplicationId $app.Id -All | ForEach-Object { Remove-MgApplicationFederatedIdentityCredential -ApplicationId $app.Id -FederatedIdentityCredentialId $_.Id }',
    },
    { what: `Remove the owners of the registration.${unless}`, command: removeOwners('applications', '$app') },
    {
      what: `Remove the redirect URIs of the registration.${unless}`,
      command: patch(
        'applications',
        '$app',
        '{"web":{"redirectUris":[]},"spa":{"redirectUris":[]},"publicClient":{"redirectUris":[]}}',
      ),
    },
    {
      what: `Check the registration: all lists must be empty.${unless}`,
      command:
        'Get-MgApplication -ApplicationId $app.Id -ExpandProperty owners | ConvertTo-Json -Depth 5; Get-MgApplicationFederatedIdentityCredential -ApplicationId $app.Id -All',
    },
    {
      what: `Delete the registration, if nobody needs the application. You can restore it for 30 days.${unless}`,
      command: 'Remove-MgApplication -ApplicationId $app.Id',
    },
  ]
  return isOwn ? steps : ifFound('$app', steps)
}

/** Ends the sessions of accounts, which also revokes their refresh tokens; disables guest accounts. https://learn.microsoft.com/graph/api/user-revokesigninsessions */
export function microsoftSessionSteps(accounts: readonly string[]): Step[] {
  return accounts.filter(isMicrosoftAccount).map((account) =>
    isGuest(account)
      ? {
          what: `Disable the guest account ${account}: its home tenant controls its password and its sessions. Remove the account if nobody needs it.`,
          command: `Update-MgUser -UserId ${powerShellText(account)} -AccountEnabled:$false`,
        }
      : {
          what: `End the sessions of ${account} and revoke the refresh tokens. The account must sign in again.`,
          command: `Revoke-MgUserSignInSession -UserId ${powerShellText(account)}`,
        },
  )
}

/** The ID of the password method is the same for all accounts. */
const passwordMethod = '28c10230-6103-485e-b985-444c60001490'

/** An attacker who has the password, or added a method or a device, could sign in again. */
export function microsoftPasswordSteps(accounts: readonly string[]): Step[] {
  const named = accounts.filter((account) => isMicrosoftAccount(account) && !isGuest(account))
  return [
    ...named.flatMap((account) => [
      {
        what: `Reset the password of ${account}, unless you can rule out that an attacker knows it. If it is synchronized with Active Directory, add -NewPassword.`,
        command: `Reset-MgUserAuthenticationMethodPassword -UserId ${powerShellText(account)} -AuthenticationMethodId ${passwordMethod}`,
      },
      {
        what: `List the sign-in methods and the devices of ${account}. Remove unknown ones.`,
        command: `Get-MgUserAuthenticationMethod -UserId ${powerShellText(account)} -All; Get-MgUserRegisteredDevice -UserId ${powerShellText(account)} -All`,
      },
    ]),
    ...(named.length === 0
      ? []
      : [
          {
            what: 'Check the Conditional Access policies: they should require MFA for these accounts, and block the device code flow.',
            command:
              'Get-MgIdentityConditionalAccessPolicy -All | Format-List DisplayName, State, Conditions, GrantControls',
          },
        ]),
  ]
}

/** A device that an account registered in the records, by its object ID. */
export interface Device {
  readonly id: string
  readonly name: string
  readonly account: string
  readonly at: string
  /** The time of its removal, if the records show one. */
  readonly removed?: string
}

export function deviceSteps(devices: readonly Device[]): Step[] {
  return devices
    .filter(({ id, removed }) => isGuid(id) && removed === undefined)
    .map(({ id, name, account, at }) => ({
      what: `Save and remove the device ${JSON.stringify(name)}, which ${account} registered at ${at}, if the owner of the account does not recognize it.`,
      command: `Get-MgDevice -DeviceId '${id}' | ConvertTo-Json -Depth 10 | Out-File device-${id}.json; Remove-MgDevice -DeviceId '${id}'`,
    }))
}
