// What was done to an account, by the operation's name in each vendor's log. These records are about no application and
// have no `oauth.action`; memory needs them all the same.
import { normalOperation } from '../../mappings/vendors/microsoft/readers/operation.ts'

export type AccountStatus = 'active' | 'disabled' | 'suspended' | 'archived' | 'deleted'

export interface AccountAct {
  readonly status?: AccountStatus
  readonly created?: true
  readonly reset?: true
  readonly sessionsRevoked?: true
  /** Its role is in `oauth.role`. */
  readonly role?: 'granted' | 'revoked'
  /** The owner proved who it is. */
  readonly signedIn?: true
}

const created: AccountAct = { status: 'active', created: true }
const active: AccountAct = { status: 'active' }
const disabled: AccountAct = { status: 'disabled' }
const suspended: AccountAct = { status: 'suspended' }
const archived: AccountAct = { status: 'archived' }
const deleted: AccountAct = { status: 'deleted' }
const reset: AccountAct = { reset: true }
const sessionsRevoked: AccountAct = { sessionsRevoked: true }
const roleGranted: AccountAct = { role: 'granted' }
const roleRevoked: AccountAct = { role: 'revoked' }

/** In normal form. Elastic's pipeline, and so our mapping, renames three of them. */
const microsoft: Readonly<Record<string, AccountAct>> = {
  'add user': created,
  'added-user-account': created,
  'disable account': disabled,
  'enable account': active,
  'delete user': deleted,
  'deleted-user-account': deleted,
  'hard delete user': deleted,
  'restore user': active,
  'reset user password': reset,
  'change user password': reset,
  'reset password (self-service)': reset,
  'reset password (by admin)': reset,
  'change password (self-service)': reset,
  'update stsrefreshtokenvalidfrom timestamp': sessionsRevoked,
  'revoke user sessions': sessionsRevoked,
  'add member to role': roleGranted,
  'add member to role completed (pim activation)': roleGranted,
  'add eligible member to role': roleGranted,
  'remove member from role': roleRevoked,
  'remove member from role completed (pim deactivate)': roleRevoked,
  'remove eligible member from role': roleRevoked,
}

const google: Readonly<Record<string, Readonly<Record<string, AccountAct>>>> = {
  'google_workspace.admin': {
    CREATE_USER: created,
    SUSPEND_USER: suspended,
    UNSUSPEND_USER: active,
    ARCHIVE_USER: archived,
    UNARCHIVE_USER: active,
    DELETE_USER: deleted,
    UNDELETE_USER: active,
    CHANGE_PASSWORD: reset,
    RESET_SIGNIN_COOKIES: sessionsRevoked,
    ASSIGN_ROLE: roleGranted,
    UNASSIGN_ROLE: roleRevoked,
  },
  'google_workspace.login': {
    login_success: { signedIn: true },
    account_disabled_generic: suspended,
    account_disabled_hijacked: suspended,
    account_disabled_password_leak: suspended,
    account_disabled_spamming: suspended,
    account_disabled_spamming_through_relay: suspended,
  },
  'google_workspace.user_accounts': { password_edit: reset },
}

/** What an operation does to the account it is about; undefined when memory has no use for it. */
export function accountAct(dataset: string, operation: string | undefined): AccountAct | undefined {
  if (operation === undefined) return undefined
  if (dataset === 'o365.audit' || dataset === 'azure.auditlogs') {
    const normal = normalOperation(operation)
    return Object.hasOwn(microsoft, normal) ? microsoft[normal] : undefined
  }
  const acts = google[dataset]
  return acts !== undefined && Object.hasOwn(acts, operation) ? acts[operation] : undefined
}
