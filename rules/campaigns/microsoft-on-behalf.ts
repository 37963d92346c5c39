// Mail that one account sends on behalf of another, in the unified audit log.
import { type Access, mailSend } from './microsoft-mail.ts'
import { addChanged, type Log, type Person } from './microsoft-tenant.ts'

/** `access` sends a message in which `boss` is the sender. Returns the id. */
export const sendOnBehalf = (log: Log, at: number, access: Access, boss: Person, subject: string): string =>
  addChanged(
    log,
    at,
    (side) => mailSend(side, at, access, subject),
    (record) => ({
      ...record,
      Operation: 'SendOnBehalf',
      SendOnBehalfOfUserSmtp: boss.upn,
      SendonBehalfOfUserMailboxGuid: boss.mailbox,
    }),
  )
