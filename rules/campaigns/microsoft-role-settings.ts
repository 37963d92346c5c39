// Settings of directory roles and eligible members in Privileged Identity Management, in the Entra directory audit.
import type { RawRecord } from './campaign.ts'
import type { DirectoryRole } from './microsoft-directory.ts'
import { type AuditEvent, account, audit, type Target } from './microsoft-entra.ts'
import { type App, Log, type Person } from './microsoft-tenant.ts'

/** A record of PIM: the ID begins with the name of the service, and only the details contain the address of a person. */
const byPim = (log: Log, at: number, event: AuditEvent): string => {
  const side = new Log(log.random, log.tenant, log.entra)
  const id = audit(side, at, event).replace('Directory_', 'PIM_')
  const [record = {}] = side.records()
  const { callerIpAddress: _, ...outer } = record
  const inner = (record.properties ?? record) as RawRecord
  const { user, app } = inner.initiatedBy as { readonly user: RawRecord | null; readonly app: RawRecord | null }
  const changed = {
    ...inner,
    id,
    initiatedBy: { user: user ? { ...user, ipAddress: null } : null, app },
    targetResources: (inner.targetResources as readonly RawRecord[]).map((target) =>
      target.id === log.tenant.id ? { ...target, type: 'Directory' } : target,
    ),
  }
  return log.add(at, id, record.properties ? { ...outer, properties: changed } : changed)
}

const origin = (role: DirectoryRole): Readonly<Record<string, string>> => ({
  RoleDefinitionOriginId: role.id,
  RoleDefinitionOriginType: 'BuiltInRole',
  TemplateId: role.id,
})

const roleTarget = (role: DirectoryRole): Target => ({
  id: role.id,
  displayName: role.name,
  type: 'Role',
  changes: Object.entries(origin(role)).map(([name, now]) => ({ name, now, before: '' })),
})

const wholeDirectory = (log: Log): Target => ({
  id: log.tenant.id,
  displayName: log.tenant.domain,
  type: 'Other',
  changes: [],
})

const where = (log: Log, by: Person | App, ip: string): Readonly<Record<string, string>> =>
  'upn' in by ? { oid: by.oid, tid: log.tenant.id, ipaddr: ip } : { tid: log.tenant.id }

/** The settings of `role` change; `reason` describes the change, such as `MFA on activation disabled`. Returns the ID. */
export const roleSetting = (
  log: Log,
  at: number,
  by: Person | App,
  role: DirectoryRole,
  reason: string,
  ip: string = by.ip,
): string =>
  byPim(log, at, {
    activity: 'Update role setting in PIM',
    category: 'RoleManagement',
    by,
    displayName: by.name,
    service: 'PIM',
    type: 'Update',
    reason,
    targets: [roleTarget(role), wholeDirectory(log)],
    details: { ...origin(role), ...where(log, by, ip) },
  })

/** `person` becomes eligible for `role`. Returns the ID. */
export const eligibleMember = (
  log: Log,
  at: number,
  by: Person | App,
  role: DirectoryRole,
  person: Person,
  reason: string,
): string =>
  byPim(log, at, {
    activity: 'Add eligible member to role in PIM completed (timebound)',
    category: 'RoleManagement',
    by,
    displayName: by.name,
    service: 'PIM',
    type: 'AssignEligibleRole',
    reason,
    targets: [roleTarget(role), { ...account(person), displayName: person.name }, wholeDirectory(log)],
    details: { ...origin(role), ...where(log, by, by.ip), Justification: reason },
  })
