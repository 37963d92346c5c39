// Entra directory audit records about registrations: created, keys, application permissions, roles.
import type { Key } from './microsoft-credentials.ts'
import { audit, principal, registration } from './microsoft-entra.ts'
import type { Role } from './microsoft-oauth.ts'
import type { App, Log, Person, Resource } from './microsoft-tenant.ts'

const agentOf = (by: Person | App, app: App): Readonly<Record<string, string>> =>
  'upn' in by ? { 'User-Agent': by.agent, AppId: app.appId } : { AppId: app.appId }

const keyList = (all: readonly Key[]): string =>
  JSON.stringify(
    all.map((k) => `[KeyIdentifier=${k.id},KeyType=${k.type ?? 'Password'},KeyUsage=Verify,DisplayName=${k.name}]`),
  )

/** A change of the keys of a registration (default) or of its service principal. */
export const auditKeys = (
  log: Log,
  at: number,
  by: Person | App,
  app: App,
  before: readonly Key[],
  now: readonly Key[],
  more: { readonly onPrincipal?: boolean; readonly ip?: string } = {},
): string => {
  const changes = [
    { name: 'KeyDescription', now: keyList(now), before: keyList(before) },
    { name: 'Included Updated Properties', now: '"KeyDescription"' },
  ]
  return audit(log, at, {
    activity: more.onPrincipal
      ? 'Add service principal credentials'
      : 'Update application – Certificates and secrets management ',
    category: 'ApplicationManagement',
    by,
    ...(more.ip ? { ip: more.ip } : {}),
    targets: [
      more.onPrincipal
        ? principal(app, [...changes, { name: 'TargetId.ServicePrincipalNames', now: JSON.stringify(app.appId) }], true)
        : registration(app, changes),
    ],
    details: agentOf(by, app),
  })
}

/** A new registration and its service principal. Returns both ids. */
export const auditRegister = (
  log: Log,
  at: number,
  by: Person | App,
  app: App,
  ip?: string,
  manyTenants = false,
): readonly string[] => [
  audit(log, at, {
    activity: 'Add application',
    category: 'ApplicationManagement',
    by,
    ...(ip ? { ip } : {}),
    type: 'Add',
    targets: [
      registration(app, [
        {
          name: 'AppAddress',
          before: '[]',
          now: JSON.stringify([{ AddressType: 0, Address: app.reply, ReplyAddressClientType: 1 }]),
        },
        { name: 'AppId', now: JSON.stringify([app.appId]), before: '[]' },
        { name: 'AvailableToOtherTenants', now: `[${manyTenants}]`, before: '[]' },
        { name: 'DisplayName', now: JSON.stringify([app.name]), before: '[]' },
        { name: 'PublisherDomain', now: JSON.stringify([log.tenant.domain]), before: '[]' },
        {
          name: 'Included Updated Properties',
          now: '"AppAddress, AppId, AvailableToOtherTenants, DisplayName, PublisherDomain"',
        },
      ]),
    ],
    details: agentOf(by, app),
  }),
  audit(log, at + 700, {
    activity: 'Add service principal',
    category: 'ApplicationManagement',
    by,
    ...(ip ? { ip } : {}),
    type: 'Add',
    targets: [
      principal(
        app,
        [
          { name: 'AccountEnabled', now: '[true]', before: '[]' },
          { name: 'AppPrincipalId', now: JSON.stringify([app.appId]), before: '[]' },
          { name: 'DisplayName', now: JSON.stringify([app.name]), before: '[]' },
          { name: 'ServicePrincipalName', now: JSON.stringify([app.appId]), before: '[]' },
          { name: 'TargetId.ServicePrincipalNames', now: JSON.stringify(app.appId) },
        ],
        true,
      ),
    ],
    details: agentOf(by, app),
  }),
]

/** An application permission for `app` on `resource`. */
export const auditAppRole = (
  log: Log,
  at: number,
  by: Person | App,
  app: App,
  resource: Resource,
  role: Role,
  ip?: string,
): string =>
  audit(log, at, {
    activity: 'Add app role assignment to service principal',
    category: 'ApplicationManagement',
    by,
    ...(ip ? { ip } : {}),
    type: 'Assign',
    targets: [
      principal(resource, [
        { name: 'AppRole.Id', now: role.id },
        { name: 'AppRole.Value', now: role.value },
        { name: 'AppRole.DisplayName', now: role.title },
        { name: 'AppRoleAssignment.CreatedDateTime', now: new Date(at).toISOString() },
        { name: 'AppRoleAssignment.LastModifiedDateTime', now: new Date(at).toISOString() },
        { name: 'ServicePrincipal.ObjectID', now: app.spId },
        { name: 'ServicePrincipal.DisplayName', now: app.name },
        { name: 'ServicePrincipal.AppId', now: app.appId },
        { name: 'ServicePrincipal.Name', now: app.appId },
        { name: 'TargetId.ServicePrincipalNames', now: resource.names },
      ]),
      principal(app, []),
    ],
    details: { ...agentOf(by, app), AppId: resource.appId },
  })
