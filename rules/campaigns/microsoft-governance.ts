// Entitlement management in the Entra directory audit: catalogs, access packages, requests.
import type { RawRecord } from './campaign.ts'
import { microsoftServices } from './microsoft-clients.ts'
import type { Group } from './microsoft-directory.ts'
import { account, audit } from './microsoft-entra.ts'
import type { Change } from './microsoft-layouts.ts'
import { type App, addChanged, type Log, makeApp, type Person } from './microsoft-tenant.ts'

export interface Named {
  readonly id: string
  readonly name: string
}

export const entitlementService = (log: Log): App =>
  makeApp(log.random, 'Azure AD Identity Governance - Entitlement Management', microsoftServices, {
    appId: '810dcf14-1858-4bf2-8134-4c369fa3235b',
  })

interface Step {
  readonly activity: string
  /** `operationType` of the record. */
  readonly operation: string
  readonly by: Person | App
  readonly ip?: string
  readonly targets: readonly (readonly [type: string, target: Named, changes?: readonly Change[]])[]
  readonly people?: readonly Person[]
  readonly details?: Readonly<Record<string, string>>
  readonly correlation?: string
}

/** A record of the service Entitlement Management. Its targets have types of their own. */
export const governance = (log: Log, at: number, step: Step): string => {
  const service = (side: Log): string =>
    audit(side, at, {
      activity: step.activity,
      category: 'EntitlementManagement',
      by: step.by,
      ...(step.ip ? { ip: step.ip } : {}),
      ...(step.correlation ? { correlation: step.correlation } : {}),
      type: step.operation,
      service: 'Entitlement Management',
      ...(step.details ? { details: step.details } : {}),
      targets: [
        ...step.targets.map(([, target, changes]) => ({
          id: target.id,
          displayName: target.name,
          type: 'Other' as const,
          changes: changes ?? [],
        })),
        ...(step.people ?? []).map((person) => account(person)),
      ],
    })
  return addChanged(log, at, service, (record) => ({
    ...record,
    targetResources: ((record.targetResources ?? []) as readonly RawRecord[]).map((target, i) => ({
      ...target,
      type: step.targets[i]?.[0] ?? 'User',
    })),
  }))
}

export interface Package {
  readonly catalog: Named
  readonly package: Named
  readonly group: Group
}

/** Somebody asks for a package that nobody must approve, and the service adds the person to its group. */
export const requestPackage = (
  log: Log,
  at: number,
  person: Person,
  wanted: Package,
  reason: string,
  ip: string = person.ip,
): readonly string[] => {
  const service = entitlementService(log)
  const correlation = log.random.uuid()
  const request = { id: log.random.uuid(), name: '' }
  const targets = [
    ['AccessPackageAssignmentRequest', request],
    ['AccessPackage', wanted.package],
    ['AccessPackageCatalog', wanted.catalog],
  ] as const
  const step = (later: number, activity: string, operation: string) =>
    governance(log, at + later, { activity, operation, by: service, targets, people: [person], correlation })
  return [
    governance(log, at, {
      activity: 'User requests access package assignment',
      operation: 'CreateEntitlementGrantUserAddRequest',
      by: person,
      ip,
      targets,
      people: [person],
      details: { Justification: reason },
      correlation,
    }),
    step(2_000, 'Auto approve access package assignment request', 'AutoApproveEntitlementGrantRequest'),
    step(5_000, 'Ready to fulfill access package assignment request', 'ReadyToFulfillEntitlementGrantRequest'),
    audit(log, at + 70_000, {
      activity: 'Add member to group',
      category: 'GroupManagement',
      by: service,
      type: 'Assign',
      targets: [
        account(person, [
          { name: 'Group.ObjectID', now: wanted.group.id },
          { name: 'Group.DisplayName', now: wanted.group.name },
          { name: 'Group.WellKnownObjectName', now: '' },
        ]),
        { id: wanted.group.id, displayName: wanted.group.name, type: 'Group', changes: [] },
      ],
    }),
    step(95_000, 'Fulfill access package assignment request', 'FulfillEntitlementGrantRequest'),
  ]
}

/** `person` is invited with the address `mail`, and accepts after an hour. */
export const inviteGuest = (
  log: Log,
  at: number,
  by: Person,
  person: Person,
  mail: string,
  ip: string = by.ip,
): readonly string[] => {
  const named = { ...account(person), displayName: person.name }
  const common = { category: 'UserManagement', type: 'Add' } as const
  return [
    audit(log, at, {
      ...common,
      activity: 'Add user',
      by,
      ip,
      targets: [
        account(
          person,
          [
            { name: 'AccountEnabled', now: '[true]', before: '[]' },
            { name: 'CreationType', now: '["Invitation"]', before: '[]' },
            { name: 'DisplayName', now: JSON.stringify([person.name]), before: '[]' },
            { name: 'UserPrincipalName', now: JSON.stringify([person.upn]), before: '[]' },
            { name: 'UserType', now: '["Guest"]', before: '[]' },
            {
              name: 'Included Updated Properties',
              now: '"AccountEnabled, CreationType, DisplayName, UserPrincipalName, UserType"',
            },
          ],
          true,
        ),
      ],
    }),
    audit(log, at + 900, {
      ...common,
      activity: 'Invite external user',
      by,
      ip,
      service: 'Invited Users',
      targets: [named],
      details: { invitedUserEmailAddress: mail },
    }),
    audit(log, at + 3_600_000, {
      ...common,
      activity: 'Redeem external user invite',
      by: { ...person, upn: mail },
      type: 'Update',
      service: 'B2B Auth',
      targets: [
        {
          ...named,
          displayName: `UPN: ${person.upn}, Email: ${mail}, InvitationId: ${log.random.uuid()}, Source: One Time Passcode`,
        },
      ],
    }),
  ]
}
