// Entra directory audit records about owners, accounts, groups, roles, domains and policies.
import { account, audit, principal, type Target } from './microsoft-entra.ts'
import type { Change } from './microsoft-layouts.ts'
import type { App, Log, Person, Resource } from './microsoft-tenant.ts'

export interface From {
  /** The address of the actor, if it is not the usual one. */
  readonly ip?: string
  readonly agent?: string
}

const origin = (by: Person | App, from: From) => ({
  ...(from.ip ? { ip: from.ip } : {}),
  details: 'upn' in by ? { 'User-Agent': from.agent ?? by.agent } : {},
})

/** `person` becomes an owner of the service principal of `app`. */
export const auditOwner = (log: Log, at: number, by: Person | App, app: App, person: Person, from: From = {}): string =>
  audit(log, at, {
    activity: 'Add owner to service principal',
    category: 'ApplicationManagement',
    by,
    type: 'Assign',
    targets: [
      account(person, [
        { name: 'ServicePrincipal.ObjectID', now: app.spId },
        { name: 'ServicePrincipal.DisplayName', now: app.name },
        { name: 'ServicePrincipal.AppId', now: app.appId },
        { name: 'ServicePrincipal.Name', now: app.appId },
      ]),
      principal(app, []),
    ],
    ...origin(by, from),
  })

/** A new account. */
export const auditNewUser = (log: Log, at: number, by: Person | App, person: Person, from: From = {}): string =>
  audit(log, at, {
    activity: 'Add user',
    category: 'UserManagement',
    by,
    type: 'Add',
    targets: [
      account(
        person,
        [
          { name: 'AccountEnabled', now: '[true]', before: '[]' },
          { name: 'DisplayName', now: JSON.stringify([person.name]), before: '[]' },
          { name: 'UserPrincipalName', now: JSON.stringify([person.upn]), before: '[]' },
          { name: 'UserType', now: '["Member"]', before: '[]' },
          {
            name: 'Included Updated Properties',
            now: '"AccountEnabled, DisplayName, UserPrincipalName, UserType"',
          },
        ],
        true,
      ),
    ],
    ...origin(by, from),
  })

export interface Group {
  readonly id: string
  readonly name: string
}

/** `person` becomes a member of `group`. */
export const auditMember = (
  log: Log,
  at: number,
  by: Person | App,
  group: Group,
  person: Person,
  from: From = {},
): string =>
  audit(log, at, {
    activity: 'Add member to group',
    category: 'GroupManagement',
    by,
    type: 'Assign',
    targets: [
      account(person, [
        { name: 'Group.ObjectID', now: group.id },
        { name: 'Group.DisplayName', now: group.name },
        { name: 'Group.WellKnownObjectName', now: '' },
      ]),
      { id: group.id, displayName: group.name, type: 'Group', changes: [] },
    ],
    ...origin(by, from),
  })

export interface DirectoryRole {
  readonly id: string
  readonly name: string
}

/** `person` gets the directory role `role`. */
export const auditRole = (
  log: Log,
  at: number,
  by: Person | App,
  role: DirectoryRole,
  person: Person,
  from: From = {},
): string =>
  audit(log, at, {
    activity: 'Add member to role',
    category: 'RoleManagement',
    by,
    type: 'Assign',
    targets: [
      account(person, [
        { name: 'Role.ObjectID', now: role.id },
        { name: 'Role.DisplayName', now: role.name },
        { name: 'Role.TemplateId', now: role.id },
        { name: 'Role.WellKnownObjectName', now: role.name.replaceAll(' ', '') },
      ]),
      { id: role.id, displayName: role.name, type: 'Role', changes: [] },
    ],
    ...origin(by, from),
  })

/** A step in the life of a domain of the tenant. */
export const auditDomain = (
  log: Log,
  at: number,
  by: Person | App,
  activity:
    | 'Add unverified domain'
    | 'Verify domain'
    | 'Set domain authentication'
    | 'Set federation settings on domain',
  domain: string,
  changes: readonly Change[],
): string => {
  const target: Target = { id: log.random.uuid(), displayName: domain, type: 'Other', changes, raw: true }
  return audit(log, at, {
    activity,
    category: 'DirectoryManagement',
    by,
    type: activity === 'Add unverified domain' ? 'Add' : 'Update',
    targets: [target],
    ...origin(by, {}),
  })
}

/** An enterprise application is given to a group. */
export const auditGroupAssignment = (log: Log, at: number, by: Person, app: App | Resource, group: Group): string =>
  audit(log, at, {
    activity: 'Add app role assignment to group',
    category: 'UserManagement',
    by,
    type: 'Assign',
    targets: [
      principal(app, [
        { name: 'AppRole.Id', now: '00000000-0000-0000-0000-000000000000' },
        { name: 'AppRole.Value', now: '' },
        { name: 'AppRole.DisplayName', now: '' },
        { name: 'Group.ObjectID', now: group.id },
        { name: 'Group.DisplayName', now: group.name },
        { name: 'TargetId.ServicePrincipalNames', now: app.appId },
      ]),
      { id: group.id, displayName: group.name, type: 'Group', changes: [] },
    ],
    ...origin(by, {}),
  })
