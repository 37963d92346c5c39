import { expect, it } from 'vitest'
import type { AccountEffect } from '../../../mappings/lib/operation.ts'
import { accountEffect } from '../../../mappings/vendors/account-effects.ts'

it.each<[string, AccountEffect]>([
  ['added-user-account', { status: 'active', created: true }],
  ['Disable account.', { status: 'disabled' }],
  ['Hard Delete user.', { status: 'deleted' }],
  ['Change password (self-service)', { reset: true }],
  ['Revoke user sessions', { sessionsRevoked: true }],
  ['Add member to role completed (PIM activation)', { role: 'granted' }],
  ['Remove member from role.', { role: 'revoked' }],
])('the directory operation %s has its effect on an account in both log sources, in any spelling', (action, effect) => {
  expect(accountEffect('o365.audit', action)).toEqual(effect)
  expect(accountEffect('azure.auditlogs', action.toUpperCase().replace(/\.$/, ''))).toEqual(effect)
})

it('a directory operation has no effect on an account while the request is not approved', () => {
  expect(accountEffect('azure.auditlogs', 'Add member to role requested (PIM activation)')).toBeUndefined()
  expect(accountEffect('azure.auditlogs', 'Add eligible member to role in PIM requested (permanent)')).toBeUndefined()
})

it('a Google event has no effect on an account in another dataset', () => {
  expect(accountEffect('google_workspace.admin', 'SUSPEND_USER')).toEqual({ status: 'suspended' })
  expect(accountEffect('google_workspace.drive', 'SUSPEND_USER')).toBeUndefined()
})
