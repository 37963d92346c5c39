// Mail that one account sends on behalf of another, in the unified audit log.
import { type Access, mailSend } from './microsoft-mail.ts'
import { Log, type Person } from './microsoft-tenant.ts'

/** `access` sends a message in which `boss` is the sender. Returns the id. */
export const sendOnBehalf = (log: Log, at: number, access: Access, boss: Person, subject: string): string => {
  const side = new Log(log.random, log.tenant, log.entra)
  const id = mailSend(side, at, access, subject)
  return log.add(at, id, {
    ...side.records()[0],
    Operation: 'SendOnBehalf',
    SendOnBehalfOfUserSmtp: boss.upn,
    SendonBehalfOfUserMailboxGuid: boss.mailbox,
  })
}
