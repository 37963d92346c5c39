// Conditional Access policies and authentication methods in the Entra directory audit log.
import { account, audit } from './microsoft-entra.ts'
import type { App, Log, Person } from './microsoft-tenant.ts'

export interface AccessPolicy {
  readonly id: string
  readonly name: string
  readonly state?: 'enabled' | 'disabled' | 'enabledForReportingButNotEnforced'
  readonly includeGroups?: readonly string[]
  readonly excludeGroups?: readonly string[]
  readonly excludeUsers?: readonly string[]
}

const written = (policy: AccessPolicy, at: number): string =>
  JSON.stringify({
    id: policy.id,
    displayName: policy.name,
    createdDateTime: '2025-03-11T09:14:22.1183412+00:00',
    modifiedDateTime: new Date(at).toISOString().replace('Z', '0000+00:00'),
    state: policy.state ?? 'enabled',
    conditions: {
      applications: { includeApplications: ['All'], excludeApplications: [], includeUserActions: [] },
      users: {
        includeUsers: policy.includeGroups ? [] : ['All'],
        excludeUsers: policy.excludeUsers ?? [],
        includeGroups: policy.includeGroups ?? [],
        excludeGroups: policy.excludeGroups ?? [],
        includeRoles: [],
        excludeRoles: [],
      },
      userRiskLevels: [],
      signInRiskLevels: [],
      clientAppTypes: ['all'],
    },
    grantControls: { operator: 'OR', builtInControls: ['mfa'], customAuthenticationFactors: [], termsOfUse: [] },
  })

/** A Conditional Access policy changes. Returns the ID. */
export const accessPolicy = (
  log: Log,
  at: number,
  by: Person | App,
  before: AccessPolicy,
  now: AccessPolicy,
  changedBefore: number,
): string =>
  audit(log, at, {
    activity: 'Update conditional access policy',
    category: 'Policy',
    by,
    service: 'Conditional Access',
    targets: [
      {
        id: now.id,
        displayName: now.name,
        type: 'Policy',
        raw: true,
        changes: [{ name: 'ConditionalAccessPolicy', now: written(now, at), before: written(before, changedBefore) }],
      },
    ],
    ...('upn' in by ? { details: { 'User-Agent': by.agent } } : {}),
  })

/** A user other than `person` registers a security key for the account of `person`. Returns the ID. */
export const keyForPerson = (log: Log, at: number, by: Person | App, person: Person): string =>
  audit(log, at, {
    activity: 'Admin registered security info',
    category: 'UserManagement',
    by,
    type: 'Add',
    service: 'Authentication Methods',
    reason: 'Admin registered Fido2 Authentication Method for user',
    targets: [account(person)],
  })
