// Accounts and their directory roles in the unified audit log, created by a person or by an application.
import { directory, listed, userTarget } from './microsoft-layouts.ts'
import type { App, Log, Person } from './microsoft-tenant.ts'

/** A new account. Returns the ID. */
export const makeAccount = (log: Log, at: number, by: Person | App, person: Person): string =>
  directory(log, at, {
    operation: 'Add user.',
    by,
    target: userTarget(person),
    objectId: person.upn,
    category: 'User',
    details: 'upn' in by ? { 'User-Agent': by.agent } : {},
    changes: [
      { name: 'AccountEnabled', now: listed(true), before: '[]' },
      { name: 'DisplayName', now: listed(person.name), before: '[]' },
      { name: 'UserPrincipalName', now: listed(person.upn), before: '[]' },
      { name: 'UserType', now: listed('Member'), before: '[]' },
      { name: 'Included Updated Properties', now: 'AccountEnabled, DisplayName, UserPrincipalName, UserType' },
    ],
  })

/** An account receives a directory role. Returns the ID. */
export const giveRole = (
  log: Log,
  at: number,
  by: Person | App,
  person: Person,
  role: { readonly id: string; readonly name: string; readonly known: string },
): string =>
  directory(log, at, {
    operation: 'Add member to role.',
    by,
    target: userTarget(person),
    objectId: person.upn,
    category: 'Role',
    details: 'upn' in by ? { 'User-Agent': by.agent } : {},
    changes: [
      { name: 'Role.ObjectID', now: role.id },
      { name: 'Role.DisplayName', now: role.name },
      { name: 'Role.TemplateId', now: role.id },
      { name: 'Role.WellKnownObjectName', now: role.known },
    ],
  })

/** Public ID of the Privileged Role Administrator role. */
export const privilegedRoles = {
  id: 'e8611ab8-c189-46e8-94e1-60213ab1f814',
  name: 'Privileged Role Administrator',
  known: 'PrivilegedRoleAdmins',
} as const
