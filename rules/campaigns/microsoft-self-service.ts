// A person resets a password with an emailed code, in the Entra directory audit log.
import { account, audit } from './microsoft-entra.ts'
import { type Log, minute, type Person } from './microsoft-tenant.ts'

const steps = [
  'User submitted their user ID',
  'User was presented with verification options',
  'User started the email verification option',
  'User completed the email verification option',
  'User submitted a new password',
  'User successfully reset password',
]

/** The password is reset by self-service, from the address `ip`. Returns the IDs; the last is that of the reset. */
export const resetByMailCode = (log: Log, at: number, person: Person, ip: string): readonly string[] => {
  const correlation = log.random.uuid()
  const shared = {
    category: 'UserManagement',
    by: person,
    ip,
    service: 'Self-service Password Management',
    displayName: person.name,
    targets: [account(person)],
    correlation,
  }
  const progress = steps.map((reason, index) =>
    audit(log, at + index * 25_000 + log.random.integer(0, 9_000), {
      ...shared,
      activity: 'Self-service password reset flow activity progress',
      reason,
      type: 'Update',
    }),
  )
  const done = audit(log, at + 3 * minute, {
    ...shared,
    activity: 'Reset password (self-service)',
    reason: 'Successfully completed reset.',
    type: 'Update',
  })
  return [...progress, done]
}
