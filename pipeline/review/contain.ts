// The commands that take an application's access away, for a person to read and run: nothing here runs them.
import { everybody } from '../entity-store/entity-ids.ts'
import type { ReviewedApp } from './review.ts'

export interface Containment {
  /** What stops working, in sentences. */
  readonly breaks: readonly string[]
  readonly steps: readonly { readonly what: string; readonly command: string }[]
  /** What could not be said because an id is missing or is none. */
  readonly gaps: readonly string[]
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const googleClient = /^[0-9A-Za-z-]{1,100}(\.apps\.googleusercontent\.com)?$/
/** Addresses come from records: only what a shell and PowerShell read as plain text is printed into a command. */
const plainAddress = /^[0-9a-z._+-]{1,64}@[0-9a-z.-]{1,253}$/

/** How to contain an application on its vendor. */
export function containApp(app: ReviewedApp): Containment {
  const standing = app.grants.filter(({ revoked, granted }) => granted !== undefined && revoked === undefined)
  const accounts = standing.map(({ principal }) => principal).filter((principal) => principal !== everybody)
  const breaks = [
    app.breadth === 'tenant'
      ? 'The application stops working for the whole tenant.'
      : `The application stops working for ${accounts.length === 1 ? '1 account' : `${accounts.length} accounts`}.`,
    app.lastUsed === undefined
      ? 'The application was never used in these records.'
      : `The application was last used at ${app.lastUsed}.`,
  ]
  return { breaks, ...(app.vendor === 'microsoft' ? microsoft(app, accounts) : google(app, accounts)) }
}

/** How to contain a client of the vendor itself, which nobody has to grant access: the sessions and devices of its accounts. */
export function containClient({ names }: { readonly names: readonly string[] }): Containment {
  const safe = names.filter(isSafe)
  return {
    breaks: [
      'A client of the vendor needs no grant: end the sessions of the accounts and remove the devices that they did not register.',
    ],
    steps: safe.flatMap((account) => [
      {
        what: `End the sessions of ${account}. The account has to sign in again.`,
        command: `Revoke-MgUserSignInSession -UserId '${account}'`,
      },
      {
        what: `List the devices of ${account}. Remove a device that its owner does not know with Remove-MgDevice.`,
        command: `Get-MgUserRegisteredDevice -UserId '${account}' -All`,
      },
    ]),
    gaps: unsafe(names),
  }
}

const isSafe = (account: string) => plainAddress.test(account) || guid.test(account)

function unsafe(accounts: readonly string[]): string[] {
  const odd = accounts.filter((account) => !isSafe(account))
  return odd.map((account) => `${JSON.stringify(account)} is not an address that is safe in a command`)
}

function microsoft(app: ReviewedApp, accounts: readonly string[]): Omit<Containment, 'breaks'> {
  if (!guid.test(app.id)) return { steps: [], gaps: [`${JSON.stringify(app.id)} is not an application ID`] }
  const principal = `(Get-MgServicePrincipal -Filter "appId eq '${app.id}'")`
  const steps = [
    {
      what: 'Block new tokens for the application. You can undo this.',
      command: `Update-MgServicePrincipal -ServicePrincipalId ${principal}.Id -AccountEnabled:$false`,
    },
    {
      what: 'Remove the delegated permissions of the application for all accounts and for the tenant.',
      command: `Get-MgServicePrincipalOauth2PermissionGrant -ServicePrincipalId ${principal}.Id -All | ForEach-Object { Remove-MgOauth2PermissionGrant -OAuth2PermissionGrantId $_.Id }`,
    },
    {
      what: 'Remove the application permissions.',
      command: `$sp = ${principal}; Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $sp.Id -All | ForEach-Object { Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $sp.Id -AppRoleAssignmentId $_.Id }`,
    },
    ...accounts.filter(isSafe).map((account) => ({
      what: `End the sessions of ${account}: this also revokes the refresh tokens of the application.`,
      command: `Revoke-MgUserSignInSession -UserId '${account}'`,
    })),
  ]
  return { steps, gaps: unsafe(accounts) }
}

function google(app: ReviewedApp, accounts: readonly string[]): Omit<Containment, 'breaks'> {
  if (!googleClient.test(app.id)) return { steps: [], gaps: [`${JSON.stringify(app.id)} is not a client ID`] }
  const steps = [
    {
      what: 'Block the client for the domain. You can undo this.',
      command: `# Admin console: Security > Access and data control > API controls > Manage app access: find ${app.id}, choose Blocked`,
    },
    ...(app.grants.some(({ kinds }) => kinds.includes('domain_delegation'))
      ? [
          {
            what: 'Remove the domain-wide delegation.',
            command: `# Admin console: Security > Access and data control > API controls > Domain-wide delegation: delete ${app.id}`,
          },
        ]
      : []),
    ...accounts
      .filter((account) => plainAddress.test(account))
      .map((account) => ({
        what: `Revoke the tokens of the application for ${account}.`,
        command: `gam user ${account} delete token clientid ${app.id}`,
      })),
  ]
  const odd = accounts.filter((account) => !plainAddress.test(account))
  return { steps, gaps: odd.map((account) => `${JSON.stringify(account)} is not an address that is safe in a command`) }
}
