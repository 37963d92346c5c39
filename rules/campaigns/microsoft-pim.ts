// Activations of Privileged Identity Management in the Entra directory audit, with the change that follows in the directory.
import type { RawRecord } from './campaign.ts'
import { microsoftServices } from './microsoft-clients.ts'
import { auditRole, type DirectoryRole, type Group } from './microsoft-directory.ts'
import { account, audit } from './microsoft-entra.ts'
import { type App, hour, Log, makeApp, type Person } from './microsoft-tenant.ts'

const services = new WeakMap<Log, App>()

/** The service principal of PIM; one for each tenant. */
export const pimService = (log: Log): App => {
  const known = services.get(log)
  if (known) return known
  const made = makeApp(log.random, 'MS-PIM', microsoftServices, { appId: '01fc33a7-78ba-4d2f-a4b7-768e336e890e' })
  services.set(log, made)
  return made
}

interface Activation {
  readonly category: 'GroupManagement' | 'RoleManagement'
  readonly person: Person
  readonly ip: string
  readonly reason: string
  readonly role: DirectoryRole
  readonly where: { readonly id: string; readonly name: string; readonly type: 'Group' | 'Directory' }
  readonly details: Readonly<Record<string, string>>
}

/** The record of the service PIM. Its targets are a role, a request, a user, the group or the directory, and one without a name. */
const activation = (log: Log, at: number, wanted: Activation): string => {
  const { person, role, where } = wanted
  const side = new Log(log.random, log.tenant, log.entra)
  const request = log.random.uuid()
  const correlation = log.random.uuid()
  const nameless = (id: string) => ({ id, displayName: null, type: 'Other' as const, changes: [] })
  audit(side, at, {
    activity: 'Add member to role completed (PIM activation)',
    category: wanted.category,
    by: person,
    displayName: person.name,
    type: 'ActivateRole',
    service: 'PIM',
    reason: wanted.reason,
    correlation,
    targets: [
      {
        id: role.id,
        displayName: role.name,
        type: 'Role',
        changes: Object.entries(wanted.details).map(([name, now]) => ({ name, now, before: '' })),
      },
      nameless(request),
      { ...account(person), displayName: person.name },
      { ...nameless(where.id), displayName: where.name },
      nameless(log.random.uuid()),
    ],
    details: {
      ...wanted.details,
      StartTime: new Date(at).toISOString(),
      ExpirationTime: new Date(at + 8 * hour).toISOString(),
      Justification: wanted.reason,
      oid: person.oid,
      tid: log.tenant.id,
      ipaddr: wanted.ip,
      RequestId: request,
    },
  })
  const [record] = side.records()
  const inner = (record?.properties ?? record ?? {}) as RawRecord
  const kinds = ['Role', 'Request', 'User', where.type, 'Other']
  // The address of the person is among the details alone, and the id begins with the name of the service.
  const id = `PIM_${correlation}_${log.random.uuid().slice(0, 5).toUpperCase()}_${log.random.digits(8)}`
  const initiatedBy = inner.initiatedBy as { readonly user: RawRecord }
  const changed = {
    ...inner,
    id,
    initiatedBy: { ...initiatedBy, user: { ...initiatedBy.user, ipAddress: null } },
    targetResources: ((inner.targetResources ?? []) as readonly RawRecord[]).map((target, i) => ({
      ...target,
      type: kinds[i] ?? 'Other',
    })),
  }
  const { callerIpAddress: _, ...outer } = record ?? {}
  return log.add(at, id, record?.properties ? { ...outer, properties: changed } : changed)
}

/** `person` activates an eligible ownership or membership of `group` for eight hours. Returns both ids. */
export const activateInGroup = (
  log: Log,
  at: number,
  person: Person,
  group: Group,
  kind: 'Owner' | 'Member',
  reason: string,
  ip: string = person.ip,
): readonly string[] => [
  activation(log, at, {
    category: 'GroupManagement',
    person,
    ip,
    reason,
    role: { id: `${group.id}_${kind.toLowerCase()}`, name: kind },
    where: { id: group.id, name: group.name, type: 'Group' },
    details: { RoleDefinitionOriginId: `${group.id}_${kind.toLowerCase()}`, RoleDefinitionOriginType: 'BuiltInRole' },
  }),
  audit(log, at + 1_400, {
    activity: `Add ${kind.toLowerCase()} to group`,
    category: 'GroupManagement',
    by: pimService(log),
    type: 'Assign',
    targets: [
      account(person, [
        { name: 'Group.ObjectID', now: group.id },
        { name: 'Group.DisplayName', now: group.name },
        { name: 'Group.WellKnownObjectName', now: '' },
      ]),
      { id: group.id, displayName: group.name, type: 'Group', changes: [] },
    ],
  }),
]

/** `person` activates an eligible directory role for eight hours. Returns both ids. */
export const activateRole = (
  log: Log,
  at: number,
  person: Person,
  role: DirectoryRole,
  reason: string,
  ip: string = person.ip,
): readonly string[] => [
  activation(log, at, {
    category: 'RoleManagement',
    person,
    ip,
    reason,
    role,
    where: { id: log.tenant.id, name: log.tenant.domain, type: 'Directory' },
    details: { RoleDefinitionOriginId: role.id, RoleDefinitionOriginType: 'BuiltInRole', TemplateId: role.id },
  }),
  auditRole(log, at + 1_200, pimService(log), role, person),
]

export const applicationAdministrator: DirectoryRole = {
  id: '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  name: 'Application Administrator',
}
