// Azure managed identities, their groups, and guests who sign in to Azure, in the format of diagnostic settings.
import { microsoftServices } from './microsoft-clients.ts'
import { guestSignIn } from './microsoft-cross-tenant.ts'
import type { DirectoryRole, Group } from './microsoft-directory.ts'
import { audit, principal } from './microsoft-entra.ts'
import { appSignIn } from './microsoft-entra-signin.ts'
import { type Network, placed } from './microsoft-places.ts'
import { type App, addChanged, type Log, makeApp, type Named, type Person } from './microsoft-tenant.ts'

/** A user-assigned managed identity in the subscription `subscription`. */
export interface Managed {
  readonly app: App
  readonly subscription: string
  readonly resourceGroup: string
}

export const makeManaged = (
  log: Log,
  name: string,
  subscription: string,
  resourceGroup: string,
  more: Partial<App> = {},
): Managed => ({
  app: makeApp(log.random, name, log.tenant.id, { objectId: '', reply: '', ...more }),
  subscription,
  resourceGroup,
})

/** Azure creates the service principal of a managed identity. The record does not name the person. Returns the ID. */
export const createManaged = (log: Log, at: number, managed: Managed): string => {
  const { app } = managed
  const path =
    `/subscriptions/${managed.subscription}/resourcegroups/${managed.resourceGroup}` +
    `/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${app.name}`
  const names = [app.appId, `https://identity.azure.net/${log.random.uuid().replaceAll('-', '')}`]
  return audit(log, at, {
    activity: 'Add service principal',
    category: 'ApplicationManagement',
    type: 'Add',
    by: makeApp(log.random, 'Managed Service Identity', microsoftServices, {
      appId: 'ef5d5c69-a5df-46bb-acaf-426f161a21a2',
    }),
    targets: [
      principal(
        app,
        [
          { name: 'AccountEnabled', now: '[true]', before: '[]' },
          { name: 'AlternativeNames', now: JSON.stringify(['isExplicit=True', path]), before: '[]' },
          { name: 'AppPrincipalId', now: JSON.stringify([app.appId]), before: '[]' },
          { name: 'DisplayName', now: JSON.stringify([app.name]), before: '[]' },
          { name: 'ServicePrincipalName', now: JSON.stringify(names), before: '[]' },
          { name: 'ServicePrincipalType', now: '["ManagedIdentity"]', before: '[]' },
          {
            name: 'Included Updated Properties',
            now: '"AccountEnabled, AlternativeNames, AppPrincipalId, DisplayName, ServicePrincipalName, ServicePrincipalType"',
          },
          { name: 'TargetId.ServicePrincipalNames', now: JSON.stringify(names.join(';')) },
        ],
        true,
      ),
    ],
    details: { AppId: app.appId },
  })
}

/** A managed identity obtains a token. Azure requests it, so the record has no address. Returns the ID. */
export const managedSignIn = (log: Log, at: number, app: App, resource: Named, tokenId?: string): string =>
  addChanged(
    log,
    at,
    (side) => appSignIn(side, at, { app, resource, ...(tokenId ? { tokenId } : {}) }),
    (record) => ({
      ...record,
      ipAddress: '',
      location: { city: '', state: '', countryOrRegion: '', geoCoordinates: {} },
      clientCredentialType: 'none',
      autonomousSystemNumber: 0,
      signInEventTypes: ['managedIdentity'],
      managedServiceIdentity: { msiType: 'userAssigned', associatedResourceId: '', federatedTokenId: '' },
    }),
    { category: 'ManagedIdentitySignInLogs', callerIpAddress: '', location: '' },
  )

/** `by` adds a service principal to a group. Returns the ID. */
export const principalMember = (log: Log, at: number, by: Person, group: Group, app: App, ip: string = by.ip): string =>
  audit(log, at, {
    activity: 'Add member to group',
    category: 'GroupManagement',
    by,
    ip,
    type: 'Assign',
    targets: [
      principal(app, [
        { name: 'Group.ObjectID', now: group.id },
        { name: 'Group.DisplayName', now: group.name },
        { name: 'Group.WellKnownObjectName', now: '' },
      ]),
      { id: group.id, displayName: group.name, type: 'Group', changes: [] },
    ],
    details: { 'User-Agent': by.agent },
  })

/** A group receives a directory role. Returns the ID. */
export const groupRole = (log: Log, at: number, by: Person, role: DirectoryRole, group: Group): string =>
  audit(log, at, {
    activity: 'Add member to role',
    category: 'RoleManagement',
    by,
    type: 'Assign',
    targets: [
      {
        id: group.id,
        displayName: group.name,
        type: 'Group',
        changes: [
          { name: 'Role.ObjectID', now: role.id },
          { name: 'Role.DisplayName', now: role.name },
          { name: 'Role.TemplateId', now: role.id },
          { name: 'Role.WellKnownObjectName', now: role.name.replaceAll(' ', '') },
        ],
      },
      { id: role.id, displayName: role.name, type: 'Role', changes: [] },
    ],
    details: { 'User-Agent': by.agent },
  })

export interface Visit {
  readonly person: Person
  readonly homeTenant: string
  readonly client: Named
  readonly resource: Named
  readonly ip: string
  readonly network: Network
}

/** A guest signs in. Returns the ID. */
export const visitorSignIn = (log: Log, at: number, visit: Visit): string =>
  addChanged(
    log,
    at,
    (side) =>
      placed(side, at, visit.network, (inner) =>
        guestSignIn(inner, at, { ...visit.person, ip: visit.ip }, visit.homeTenant, visit.client),
      ),
    (record) => ({
      ...record,
      userType: 'guest',
      resourceDisplayName: visit.resource.name,
      resourceId: visit.resource.appId,
    }),
  )
