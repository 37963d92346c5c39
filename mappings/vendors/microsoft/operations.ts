// Operations of Microsoft's directory, one row each. The unified audit log and Entra's own log write the same names.
import type { OauthAction } from '../../fields/oauth.ts'
import { table } from '../../kernel/table.ts'
import { type AccountEffect, actsIn, type Operation, type OperationTable } from '../../lib/operation.ts'
import {
  configurationChange,
  configurationCreation,
  configurationDeletion,
  groupChange,
  groupCreation,
  groupDeletion,
  iamChange,
  iamCreation,
  iamDeletion,
  membership,
  roleChange,
  userChange,
  userCreation,
  userDeletion,
} from './classes.ts'
import { readCreated, readCredentialChange, readUpdated, readWhole } from './readers/applications.ts'
import { readConditionalAccess } from './readers/conditional-access.ts'
import { readConsent } from './readers/consents.ts'
import type { ActReader } from './readers/directory-act.ts'
import {
  readAppRoleGrant,
  readAppRoleRevoke,
  readAssign,
  readDelegatedGrant,
  readDelegatedRevoke,
} from './readers/grants.ts'
import { readLicenses } from './readers/licenses.ts'
import { normalOperation } from './readers/operation.ts'
import { readGroupMember, readOwner, readRole } from './readers/ownership.ts'
import {
  readAccountSynchronization,
  readAssignmentPolicy,
  readCompanyInformation,
  readDomain,
  readElevation,
  readPolicy,
  readTenantTrust,
} from './readers/policies.ts'

export interface DirectoryOperation extends Operation {
  readonly class: NonNullable<Operation['class']>
  /** Reads the act on an application or grant into the `oauth` group. */
  readonly read?: ActReader
}

const active: AccountEffect = { status: 'active' }
const created: AccountEffect = { status: 'active', created: true }
const deleted: AccountEffect = { status: 'deleted' }
const disabled: AccountEffect = { status: 'disabled' }
const factorChanged: AccountEffect = { factorChanged: true }
const credentialMade: AccountEffect = { credentialMade: true }
const reset: AccountEffect = { reset: true }
const sessionsRevoked: AccountEffect = { sessionsRevoked: true }

const roleGrant: DirectoryOperation = { class: roleChange, read: readRole('role_grant'), account: { role: 'granted' } }
const roleActivated: DirectoryOperation = { ...roleGrant, read: readRole('role_grant', true) }
const roleRevoke: DirectoryOperation = {
  class: roleChange,
  read: readRole('role_revoke'),
  account: { role: 'revoked' },
}

const memberAdded: DirectoryOperation = { class: membership, read: readGroupMember, account: { member: 'added' } }
const memberRemoved: DirectoryOperation = { ...memberAdded, account: { member: 'removed' } }

/** Rows under Microsoft's own spelling. */
export const operations: Readonly<Record<string, DirectoryOperation>> = table({
  // Consents and grants.
  'Consent to application': { class: iamChange, read: readConsent },
  'Restore consent': { class: iamChange, read: readConsent },
  'Add delegated permission grant': { class: iamChange, read: readDelegatedGrant },
  'Add OAuth2PermissionGrant': { class: iamChange, read: readDelegatedGrant },
  'Remove delegated permission grant': { class: iamDeletion, read: readDelegatedRevoke },
  'Remove OAuth2PermissionGrant': { class: iamDeletion, read: readDelegatedRevoke },
  'Add app role assignment to service principal': { class: iamChange, read: readAppRoleGrant },
  'Remove app role assignment from service principal': { class: iamDeletion, read: readAppRoleRevoke },
  'Add app role assignment grant to user': { class: iamChange, read: readAssign('user_assign', 'User') },
  'Add app role assignment to user': { class: iamChange, read: readAssign('user_assign', 'User') },
  'Add app role assignment to group': { class: iamChange, read: readAssign('user_assign', 'Group') },
  'Remove app role assignment from user': { class: iamDeletion, read: readAssign('user_unassign', 'User') },
  'Remove app role assignment grant from user': { class: iamDeletion, read: readAssign('user_unassign', 'User') },
  'Remove app role assignment from group': { class: iamDeletion, read: readAssign('user_unassign', 'Group') },

  // Applications.
  'Add application': { class: iamCreation, read: readCreated('app_register') },
  'Update application': { class: iamChange, read: readUpdated('app_update') },
  'Update application with safe rollout': { class: iamChange, read: readUpdated('app_update') },
  'Update application - Certificates and secrets management': { class: iamChange, read: readUpdated('app_update') },
  'Update external secrets': { class: iamChange, read: readUpdated('app_update') },
  'Set verified publisher': { class: iamChange, read: readWhole('app_update') },
  'Unset verified publisher': { class: iamChange, read: readWhole('app_update') },
  'Delete application': { class: iamDeletion, read: readWhole('app_delete') },
  'Hard Delete application': { class: iamDeletion, read: readWhole('app_delete') },
  'Restore application': { class: iamChange, read: readWhole('app_restore') },
  'Create application - Certificates and secrets management': { class: iamCreation, read: readUpdated('app_update') },

  // Service principals.
  'Add service principal': { class: iamCreation, read: readCreated('sp_add') },
  'Update service principal': { class: iamChange, read: readUpdated('sp_update') },
  'Remove service principal': { class: iamDeletion, read: readWhole('sp_delete') },
  'Hard Delete service principal': { class: iamDeletion, read: readWhole('sp_delete') },
  'Restore service principal': { class: iamChange, read: readWhole('app_restore') },
  'Enable service principal': { class: iamChange, read: readWhole('sp_enable') },
  'Disable service principal': { class: iamChange, read: readWhole('sp_disable') },
  'Add service principal credentials': { class: iamChange, read: readCredentialChange('credential_add') },
  'Remove service principal credentials': { class: iamChange, read: readCredentialChange('credential_remove') },

  // Owners.
  'Add owner to application': { class: iamChange, read: readOwner('owner_add', 'Application') },
  'Add owner to service principal': { class: iamChange, read: readOwner('owner_add', 'ServicePrincipal') },
  'Remove owner from application': { class: iamChange, read: readOwner('owner_remove', 'Application') },
  'Remove owner from service principal': { class: iamChange, read: readOwner('owner_remove', 'ServicePrincipal') },

  // Roles: the directory's own names, then those of Privileged Identity Management.
  'Add member to role': roleGrant,
  'Add eligible member to role': roleGrant,
  'Add scoped member to role': roleGrant,
  'Add member to role scoped over Restricted Management Administrative Unit': roleGrant,
  'Add role assignment to role definition': roleGrant,
  'Add EligibleRoleAssignment to RoleDefinition': roleGrant,
  'Add member to role completed (PIM activation)': roleActivated,
  'Add member to role in PIM completed (permanent)': roleGrant,
  'Add member to role in PIM completed (timebound)': roleGrant,
  'Add member to role outside of PIM (permanent)': roleGrant,
  'Add eligible member to role in PIM completed (permanent)': roleGrant,
  'Add eligible member to role in PIM completed (timebound)': roleGrant,
  'Restore member from role': roleGrant,
  'Restore member from role in PIM completed': roleGrant,
  'Restore eligible member from role in PIM completed': roleGrant,
  'Restore permanent direct role assignment': roleGrant,
  'Restore permanent eligible role assignment': roleGrant,
  'Remove member from role': roleRevoke,
  'Remove eligible member from role': roleRevoke,
  'Remove scoped member from role': roleRevoke,
  'Remove member from role scoped over Restricted Management Administrative Unit': roleRevoke,
  'Remove role assignment from role definition': roleRevoke,
  'Remove EligibleRoleAssignment from RoleDefinition': roleRevoke,
  'Remove member from role completed (PIM deactivate)': roleRevoke,
  'Remove member from role (PIM activation expired)': roleRevoke,
  'Remove member from role in PIM completed (permanent)': roleRevoke,
  'Remove member from role in PIM completed (timebound)': roleRevoke,
  'Remove eligible member from role in PIM completed (permanent)': roleRevoke,
  'Remove eligible member from role in PIM completed (timebound)': roleRevoke,
  'Remove permanent direct role assignment': roleRevoke,
  'Remove permanent eligible role assignment': roleRevoke,

  // Policies and settings.
  'Update authorization policy': { class: configurationChange, read: readPolicy },
  'Add policy': { class: configurationCreation, read: readPolicy },
  'Update policy': { class: configurationChange, read: readPolicy },
  'Delete policy': { class: configurationDeletion, read: readPolicy },
  'Add policy to service principal': { class: configurationChange, read: readPolicy },
  'Remove policy from service principal': { class: configurationChange, read: readPolicy },
  'Add permission grant policy': { class: configurationCreation, read: readPolicy },
  'Update permission grant policy': { class: configurationChange, read: readPolicy },
  'Delete permission grant policy': { class: configurationDeletion, read: readPolicy },
  'Add conditional access policy': { class: configurationCreation, read: readConditionalAccess },
  'Update conditional access policy': { class: configurationChange, read: readConditionalAccess },
  'Delete conditional access policy': { class: configurationDeletion, read: readConditionalAccess },
  'Add named location': { class: configurationCreation, read: readPolicy },
  'Update named location': { class: configurationChange, read: readPolicy },
  'Delete named location': { class: configurationDeletion, read: readPolicy },
  'Set Company Information': { class: configurationChange, read: readCompanyInformation },
  'Set directory feature on tenant': { class: configurationChange, read: readCompanyInformation },
  'Create access package assignment policy': { class: configurationCreation, read: readAssignmentPolicy },
  'Update access package assignment policy': { class: configurationChange, read: readAssignmentPolicy },
  'Create a partner cross-tenant identity sync setting': {
    class: configurationCreation,
    read: readAccountSynchronization,
  },
  'Update a partner cross-tenant identity sync setting': {
    class: configurationChange,
    read: readAccountSynchronization,
  },
  'Add a partner to cross-tenant access setting': { class: configurationCreation, read: readTenantTrust },
  'Update a partner cross-tenant access setting': { class: configurationChange, read: readTenantTrust },
  'Update the company default cross-tenant access setting': { class: configurationChange, read: readTenantTrust },
  'Delete partner specific cross-tenant access setting': { class: configurationDeletion, read: readTenantTrust },
  'Create a MultiTenantOrg': { class: configurationCreation, read: readTenantTrust },
  'Add MultiTenantOrg tenant': { class: configurationCreation, read: readTenantTrust },
  'Tenant joining MultiTenantOrg tenant': { class: configurationChange, read: readTenantTrust },
  'Update a multi tenant org partner configuration template': { class: configurationChange, read: readTenantTrust },
  'Add partner to company': { class: configurationCreation, read: readTenantTrust },
  'User has elevated their access to User Access Administrator for their Azure Resources': {
    class: roleChange,
    read: readElevation('loosened'),
  },
  'The role assignment of User Access Administrator has been removed from the user': {
    class: roleChange,
    read: readElevation('tightened'),
  },
  'Set domain authentication': { class: configurationChange, read: readDomain },
  'Set federation settings on domain': { class: configurationChange, read: readDomain },
  'Verify domain': { class: configurationChange },
  'Add unverified domain': { class: configurationCreation },
  'Add policy to application': { class: configurationChange, read: readPolicy },
  'Remove policy from application': { class: configurationChange, read: readPolicy },

  // Accounts.
  'Add user': { class: userCreation, action: 'added-user-account', account: created },
  'Update user': { class: userChange, action: 'modified-user-account' },
  'Delete user': { class: userDeletion, action: 'deleted-user-account', account: deleted },
  'Reset user password': { class: userChange, account: reset },
  'Change user password': { class: userChange, account: reset },
  'Change user license': { class: userChange, read: readLicenses },
  'Disable account': { class: userChange, account: disabled },
  'Enable account': { class: userChange, account: active },
  'Update StsRefreshTokenValidFrom Timestamp': { class: userChange, account: sessionsRevoked },
  'Disable Strong Authentication': { class: userChange, account: credentialMade },
  'Admin deleted security info': { class: userChange, account: credentialMade },
  'Admin registered security info': { class: userChange, account: credentialMade },
  'Admin updated security info': { class: userChange, account: credentialMade },
  'User registered security info': { class: userChange, account: factorChanged },
  'User deleted security info': { class: userChange, account: factorChanged },
  'User changed default security info': { class: userChange, account: factorChanged },
  'Delete application password for user': { class: userChange },
  'Hard delete user': { class: userDeletion, account: deleted },
  'Restore user': { class: userChange, account: active },
  'Reset password (self-service)': { class: userChange, account: reset },
  'Reset password (by admin)': { class: userChange, account: reset },
  'Change password (self-service)': { class: userChange, account: reset },
  'Revoke user sessions': { class: userChange, account: sessionsRevoked },
  'Reset password': { class: userChange, account: reset },

  // Groups and devices.
  'Add member to group': memberAdded,
  'Add owner to group': memberAdded,
  'Remove member from group': memberRemoved,
  'Remove owner from group': memberRemoved,
  'Add group': { class: groupCreation },
  'Update group': { class: groupChange },
  'Delete group': { class: groupDeletion },
  'Add device': { class: iamCreation },
  'Delete device': { class: iamDeletion },
  'Update device': { class: iamChange },
  'Add registered owner to device': { class: iamChange },
  'Add registered users to device': { class: iamChange },
})

export const operationTables: readonly OperationTable[] = [
  {
    title: 'Microsoft Entra ID: directory',
    source: 'https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities',
    rows: operations,
  },
]

/** Rows under the normal form of their names. */
export const directoryOperations: ReadonlyMap<string, DirectoryOperation> = new Map(
  Object.entries(operations).map(([name, row]) => [normalOperation(name), row]),
)

/** Every act on applications and grants that a directory operation may be. */
export const directoryActs: readonly OauthAction[] = actsIn(operations)

/** The datasets with directory operations in `event.action`. */
export const microsoftDatasets: ReadonlySet<string> = new Set(['o365.audit', 'azure.auditlogs'])

/** The effects on accounts, under the normal form of `event.action`. */
export const accountEffects: ReadonlyMap<string, AccountEffect> = new Map(
  Object.entries(operations).flatMap(([name, { account, action }]) =>
    account === undefined
      ? []
      : [name, ...(action === undefined ? [] : [action])].map((one) => [normalOperation(one), account] as const),
  ),
)
