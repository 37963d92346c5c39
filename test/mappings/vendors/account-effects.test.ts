import { expect, it } from 'vitest'
import type { AccountEffect } from '../../../mappings/lib/operation.ts'
import { accountEffect } from '../../../mappings/vendors/account-effects.ts'

const granted: AccountEffect = { role: 'granted' }
const revoked: AccountEffect = { role: 'revoked' }

it.each<[string, AccountEffect]>([
  ['Add user.', { status: 'active', created: true }],
  ['added-user-account', { status: 'active', created: true }],
  ['Disable account.', { status: 'disabled' }],
  ['Enable account.', { status: 'active' }],
  ['Delete user.', { status: 'deleted' }],
  ['deleted-user-account', { status: 'deleted' }],
  ['Hard Delete user.', { status: 'deleted' }],
  ['Restore user.', { status: 'active' }],
  ['Reset user password.', { reset: true }],
  ['Reset password', { reset: true }],
  ['Change user password.', { reset: true }],
  ['Reset password (self-service)', { reset: true }],
  ['Reset password (by admin)', { reset: true }],
  ['Change password (self-service)', { reset: true }],
  ['Update StsRefreshTokenValidFrom Timestamp.', { sessionsRevoked: true }],
  ['Revoke user sessions', { sessionsRevoked: true }],
  ['Add member to role.', granted],
  ['Add scoped member to role.', granted],
  ['Add eligible member to role.', granted],
  ['Add member to role completed (PIM activation)', granted],
  ['Add member to role in PIM completed (permanent)', granted],
  ['Add member to role in PIM completed (timebound)', granted],
  ['Add eligible member to role in PIM completed (permanent)', granted],
  ['Add eligible member to role in PIM completed (timebound)', granted],
  ['Add member to role outside of PIM (permanent)', granted],
  ['Add member to role scoped over Restricted Management Administrative Unit', granted],
  ['Add role assignment to role definition', granted],
  ['Add EligibleRoleAssignment to RoleDefinition', granted],
  ['Restore member from role', granted],
  ['Restore member from role in PIM completed', granted],
  ['Restore eligible member from role in PIM completed', granted],
  ['Restore permanent direct role assignment', granted],
  ['Restore permanent eligible role assignment', granted],
  ['Remove member from role.', revoked],
  ['Remove scoped member from role.', revoked],
  ['Remove eligible member from role.', revoked],
  ['Remove member from role completed (PIM deactivate)', revoked],
  ['Remove member from role (PIM activation expired)', revoked],
  ['Remove member from role in PIM completed (permanent)', revoked],
  ['Remove member from role in PIM completed (timebound)', revoked],
  ['Remove eligible member from role in PIM completed (permanent)', revoked],
  ['Remove eligible member from role in PIM completed (timebound)', revoked],
  ['Remove member from role scoped over Restricted Management Administrative Unit', revoked],
  ['Remove role assignment from role definition', revoked],
  ['Remove EligibleRoleAssignment from RoleDefinition', revoked],
  ['Remove permanent direct role assignment', revoked],
  ['Remove permanent eligible role assignment', revoked],
])('the directory operation %s has the expected effect on an account', (action, effect) => {
  expect(accountEffect('o365.audit', action)).toEqual(effect)
  expect(accountEffect('azure.auditlogs', action)).toEqual(effect)
})

it('the effect of a directory operation on an account is none for a request that nobody has approved yet', () => {
  expect(accountEffect('azure.auditlogs', 'Add member to role requested (PIM activation)')).toBeUndefined()
  expect(accountEffect('azure.auditlogs', 'Add eligible member to role in PIM requested (permanent)')).toBeUndefined()
})

it.each<[string, string, AccountEffect]>([
  ['google_workspace.admin', 'CREATE_USER', { status: 'active', created: true }],
  ['google_workspace.admin', 'SUSPEND_USER', { status: 'suspended' }],
  ['google_workspace.admin', 'UNSUSPEND_USER', { status: 'active' }],
  ['google_workspace.admin', 'ARCHIVE_USER', { status: 'archived' }],
  ['google_workspace.admin', 'UNARCHIVE_USER', { status: 'active' }],
  ['google_workspace.admin', 'DELETE_USER', { status: 'deleted' }],
  ['google_workspace.admin', 'UNDELETE_USER', { status: 'active' }],
  ['google_workspace.admin', 'CHANGE_PASSWORD', { reset: true }],
  ['google_workspace.admin', 'RESET_SIGNIN_COOKIES', { sessionsRevoked: true }],
  ['google_workspace.admin', 'ASSIGN_ROLE', granted],
  ['google_workspace.admin', 'UNASSIGN_ROLE', revoked],
  ['google_workspace.login', 'login_success', { signedIn: true }],
  ['google_workspace.login', 'account_disabled_hijacked', { status: 'suspended' }],
  ['google_workspace.user_accounts', 'password_edit', { reset: true }],
])('the Google event %s %s has the expected effect on an account', (dataset, action, effect) => {
  expect(accountEffect(dataset, action)).toEqual(effect)
})

it('the effect of a Google event on an account is none for the same name in another dataset', () => {
  expect(accountEffect('google_workspace.drive', 'SUSPEND_USER')).toBeUndefined()
})
