// The least privileges that a collection needs. `--check` proves each of them, and the operator's guide lists them.
export interface Permission {
  readonly for: string
  readonly api: string
  readonly name: string
  /** Permissions that include this one: sufficient, but broader than necessary. */
  readonly wider: readonly string[]
}

const graph = 'Microsoft Graph'

export const microsoftPermissions = {
  management: { for: 'unified audit log', api: 'Office 365 Management APIs', name: 'ActivityFeed.Read', wider: [] },
  logs: { for: 'audit log and sign-ins of Entra ID', api: graph, name: 'AuditLog.Read.All', wider: [] },
  userRisks: {
    for: 'risk detections of users',
    api: graph,
    name: 'IdentityRiskEvent.Read.All',
    wider: ['IdentityRiskEvent.ReadWrite.All'],
  },
  riskyUsers: {
    for: 'risky users',
    api: graph,
    name: 'IdentityRiskyUser.Read.All',
    wider: ['IdentityRiskyUser.ReadWrite.All'],
  },
  applicationRisks: {
    for: 'risk detections of applications and risky applications',
    api: graph,
    name: 'IdentityRiskyServicePrincipal.Read.All',
    wider: ['IdentityRiskyServicePrincipal.ReadWrite.All'],
  },
  applications: {
    for: 'service principals, applications and app role assignments',
    api: graph,
    name: 'Application.Read.All',
    wider: ['Application.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  },
  grants: {
    for: 'permission grants',
    api: graph,
    name: 'DelegatedPermissionGrant.Read.All',
    wider: ['DelegatedPermissionGrant.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  },
  roles: {
    for: 'directory role assignments',
    api: graph,
    name: 'RoleManagement.Read.Directory',
    wider: [
      'RoleManagement.Read.All',
      'RoleManagement.ReadWrite.Directory',
      'Directory.Read.All',
      'Directory.ReadWrite.All',
    ],
  },
  users: {
    for: 'users',
    api: graph,
    name: 'User.Read.All',
    wider: ['User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  },
} as const satisfies Readonly<Record<string, Permission>>

/** Returns true if a token with these roles has the permission; undefined if the token lists no roles. */
export function isGranted({ name, wider }: Permission, roles: unknown): boolean | undefined {
  if (!Array.isArray(roles)) return undefined
  return roles.some((role) => role === name || (wider as readonly unknown[]).includes(role))
}
