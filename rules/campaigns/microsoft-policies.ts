// The authorization policy, and changes of a registration, in the Entra directory audit.
import { audit, principal, registration } from './microsoft-entra.ts'
import type { Change } from './microsoft-layouts.ts'
import type { App, Log, Person } from './microsoft-tenant.ts'

export const consentPolicies = {
  all: 'ManagePermissionGrantsForSelf.microsoft-user-default-legacy',
  low: 'ManagePermissionGrantsForSelf.microsoft-user-default-low',
} as const

/** A change of the authorization policy. The values are JSON. */
export const authorizationPolicy = (
  log: Log,
  at: number,
  by: Person,
  changes: readonly Change[],
  ip: string = by.ip,
): string =>
  audit(log, at, {
    activity: 'Update authorization policy',
    category: 'AuthorizationPolicy',
    by,
    ip,
    targets: [
      {
        id: log.random.uuid(),
        displayName: 'Authorization Policy',
        type: 'Policy',
        raw: true,
        changes: [
          ...changes,
          { name: 'Included Updated Properties', now: JSON.stringify(changes.map((c) => c.name).join(', ')) },
        ],
      },
    ],
    details: { 'User-Agent': by.agent },
  })

/** What people may consent to by themselves. */
export const consentSetting = (before: readonly string[], now: readonly string[]): Change => ({
  name: 'PermissionGrantPolicyIdsAssignedToDefaultUserRole',
  now: JSON.stringify(now),
  before: JSON.stringify(before),
})

const address = (url: string) => ({ AddressType: 0, Address: url, ReplyAddressClientType: 1 })

/** The reply addresses of a registration change; `opened` makes it available to all tenants. */
export const replyAddresses = (
  log: Log,
  at: number,
  by: Person,
  app: App,
  urls: { readonly before: readonly string[]; readonly now: readonly string[] },
  from: { readonly ip?: string; readonly opened?: boolean } = {},
): string => {
  const changes: readonly Change[] = [
    {
      name: 'AppAddress',
      now: JSON.stringify(urls.now.map(address)),
      before: JSON.stringify(urls.before.map(address)),
    },
    ...(from.opened ? [{ name: 'AvailableToOtherTenants', now: '[true]', before: '[false]' }] : []),
  ]
  return audit(log, at, {
    activity: 'Update application',
    category: 'ApplicationManagement',
    by,
    ip: from.ip ?? by.ip,
    targets: [
      registration(app, [
        ...changes,
        { name: 'Included Updated Properties', now: JSON.stringify(changes.map((c) => c.name).join(', ')) },
      ]),
    ],
    details: { 'User-Agent': by.agent, AppId: app.appId },
  })
}

/** A service principal becomes a member of the directory role `role`. */
export const principalRole = (
  log: Log,
  at: number,
  by: Person | App,
  role: { readonly id: string; readonly name: string },
  app: App,
): string =>
  audit(log, at, {
    activity: 'Add member to role',
    category: 'RoleManagement',
    by,
    type: 'Assign',
    targets: [
      principal(app, [
        { name: 'Role.ObjectID', now: role.id },
        { name: 'Role.DisplayName', now: role.name },
        { name: 'Role.TemplateId', now: role.id },
        { name: 'Role.WellKnownObjectName', now: 'TenantAdmins' },
      ]),
      { id: role.id, displayName: role.name, type: 'Role', changes: [] },
    ],
  })
