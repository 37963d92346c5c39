// Administrative units in the Entra directory audit: new units, their members, and roles that hold only inside a unit.
import { account, audit, principal } from './microsoft-entra.ts'
import type { App, Log, Person } from './microsoft-tenant.ts'

export interface Unit {
  readonly id: string
  readonly name: string
  readonly hidden?: boolean
  /** Only roles of this unit may change its members. */
  readonly restricted?: boolean
}

export const scopedRoles = {
  helpdesk: { id: '729827e3-9c14-49f7-bb1b-9608f156bbb8', name: 'Helpdesk Administrator' },
  privilegedAuthentication: {
    id: '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
    name: 'Privileged Authentication Administrator',
  },
} as const

const unitTarget = (unit: Unit) => ({ id: unit.id, displayName: unit.name, type: 'Other' as const, changes: [] })

/** A new unit. Returns the ID. */
export const addUnit = (log: Log, at: number, by: Person, unit: Unit, ip: string = by.ip): string => {
  const changes = [
    { name: 'DisplayName', now: JSON.stringify([unit.name]), before: '[]' },
    ...(unit.hidden ? [{ name: 'Visibility', now: '["HiddenMembership"]', before: '[]' }] : []),
    ...(unit.restricted ? [{ name: 'IsMemberManagementRestricted', now: '[true]', before: '[]' }] : []),
  ]
  return audit(log, at, {
    activity: 'Add administrative unit',
    category: 'AdministrativeUnit',
    by,
    ip,
    type: 'Add',
    targets: [
      {
        ...unitTarget(unit),
        raw: true,
        changes: [
          ...changes,
          { name: 'Included Updated Properties', now: JSON.stringify(changes.map((c) => c.name).join(', ')) },
        ],
      },
    ],
    details: { 'User-Agent': by.agent },
  })
}

/** `person` becomes a member of `unit`. Returns the ID. */
export const addToUnit = (log: Log, at: number, by: Person, unit: Unit, person: Person, ip: string = by.ip): string =>
  audit(log, at, {
    activity: unit.restricted
      ? 'Add member to restricted management administrative unit'
      : 'Add member to administrative unit',
    category: 'AdministrativeUnit',
    by,
    ip,
    type: 'Assign',
    targets: [
      account(person, [
        { name: 'AdministrativeUnit.ObjectID', now: unit.id },
        { name: 'AdministrativeUnit.DisplayName', now: unit.name },
      ]),
      unitTarget(unit),
    ],
    details: { 'User-Agent': by.agent },
  })

/** `holder` gets `role` inside `unit`. Returns the ID. */
export const scopedRole = (
  log: Log,
  at: number,
  by: Person,
  unit: Unit,
  role: { readonly id: string; readonly name: string },
  holder: Person | App,
  ip: string = by.ip,
): string => {
  const changes = [
    { name: 'Role.ObjectID', now: role.id },
    { name: 'Role.DisplayName', now: role.name },
    { name: 'Role.TemplateId', now: role.id },
    { name: 'AdministrativeUnit.ObjectID', now: unit.id },
    { name: 'AdministrativeUnit.DisplayName', now: unit.name },
  ]
  return audit(log, at, {
    activity: unit.restricted
      ? 'Add member to role scoped over Restricted Management Administrative Unit'
      : 'Add scoped member to role',
    category: 'RoleManagement',
    by,
    ip,
    type: 'Assign',
    targets: [
      'upn' in holder ? account(holder, changes) : principal(holder, changes),
      { id: role.id, displayName: role.name, type: 'Role', changes: [] },
      unitTarget(unit),
    ],
    details: { 'User-Agent': by.agent },
  })
}
