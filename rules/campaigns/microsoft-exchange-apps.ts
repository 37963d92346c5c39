// Applications that administer Exchange Online: their directory role, their commands, and keys on the shared service principal.
import { audit, principal } from './microsoft-entra.ts'
import { directory, principalTarget } from './microsoft-layouts.ts'
import { type App, addChanged, type Log, type Person, type Resource } from './microsoft-tenant.ts'
import { cmdlet } from './microsoft-workloads.ts'

/** The permission for Exchange Online PowerShell without a user. */
export const manageAsApp = {
  id: 'dc50a0fb-09a3-484d-be87-e023b12c6440',
  value: 'Exchange.ManageAsApp',
  title: 'Manage Exchange As Application',
} as const

export const exchangeAdministrator = {
  id: '29232cdf-9323-42fd-ade2-1d097af3e4de',
  name: 'Exchange Administrator',
  known: 'ExchangeServiceAdmins',
} as const

/** A service principal becomes a member of a directory role, in the unified audit log. Returns the ID. */
export const roleForApp = (
  log: Log,
  at: number,
  by: Person | App,
  app: App,
  role: { readonly id: string; readonly name: string; readonly known: string },
): string =>
  directory(log, at, {
    operation: 'Add member to role.',
    by,
    target: principalTarget(app),
    objectId: app.appId,
    category: 'Role',
    details: 'upn' in by ? { 'User-Agent': by.agent } : {},
    changes: [
      { name: 'Role.ObjectID', now: role.id },
      { name: 'Role.DisplayName', now: role.name },
      { name: 'Role.TemplateId', now: role.id },
      { name: 'Role.WellKnownObjectName', now: role.known },
      { name: 'TargetId.ServicePrincipalNames', now: app.appId },
    ],
  })

export interface AppCommand {
  readonly app: App
  readonly operation: string
  readonly objectId: string
  readonly parameters: Readonly<Record<string, string>>
  readonly ip?: string
}

/** An Exchange administration command of an application without a user. Returns the ID. */
export const appCmdlet = (log: Log, at: number, run: AppCommand): string => {
  const { app } = run
  const command = (side: Log): string =>
    cmdlet(side, at, {
      by: log.tenant.admin,
      operation: run.operation,
      objectId: run.objectId,
      parameters: run.parameters,
      ip: run.ip ?? app.ip,
    })
  return addChanged(log, at, command, (record) => ({
    ...record,
    UserKey: app.spId,
    UserType: 5,
    UserId: app.spId,
    AppId: app.appId,
    ClientAppId: '',
  }))
}

/** The keys of the organization are removed from a vendor service principal. Returns the ID. */
export const clearedKeys = (
  log: Log,
  at: number,
  by: Person,
  service: Resource,
  keys: readonly { readonly id: string; readonly name: string }[],
): string =>
  audit(log, at, {
    activity: 'Remove service principal credentials',
    category: 'ApplicationManagement',
    by,
    targets: [
      principal(
        service,
        [
          {
            name: 'KeyDescription',
            now: '[]',
            before: JSON.stringify(
              keys.map(
                (k) => `[KeyIdentifier=${k.id},KeyType=AsymmetricX509Cert,KeyUsage=Verify,DisplayName=${k.name}]`,
              ),
            ),
          },
          { name: 'Included Updated Properties', now: '"KeyDescription"' },
          { name: 'TargetId.ServicePrincipalNames', now: JSON.stringify(service.names) },
        ],
        true,
      ),
    ],
    details: { 'User-Agent': by.agent, AppId: service.appId },
  })
