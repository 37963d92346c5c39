// App passwords and other methods that people register, and passwords that the help desk resets, in the Entra ID audit log.
import { account, audit } from './microsoft-entra.ts'
import type { Log, Person } from './microsoft-tenant.ts'

type Method = 'App Password' | 'Authenticator App with Notification and Code' | 'Mobile Phone SMS'

/** A person registers a method on the security info page, from the address `ip`. Returns the ID. */
export const registersMethod = (log: Log, at: number, person: Person, method: Method, ip: string = person.ip): string =>
  audit(log, at, {
    activity: 'User registered security info',
    category: 'UserManagement',
    by: person,
    ip,
    displayName: person.name,
    type: 'Add',
    service: 'Authentication Methods',
    reason: `User registered ${method}`,
    targets: [account(person)],
  })

/** A person creates an app password for programs without a second factor. Returns both IDs. */
export const appPassword = (log: Log, at: number, person: Person, ip: string = person.ip): readonly string[] => [
  audit(log, at, {
    activity: 'Create application password for user',
    category: 'UserManagement',
    by: person,
    ip,
    type: 'Add',
    targets: [account(person, [{ name: 'TargetId.UserType', now: '"Member"' }], true)],
  }),
  registersMethod(log, at + 1200, person, 'App Password', ip),
]

/** The help desk sets a new password and ends all sessions. Returns both IDs. */
export const newPasswordByDesk = (log: Log, at: number, by: Person, person: Person): readonly string[] => [
  audit(log, at, {
    activity: 'Reset user password',
    category: 'UserManagement',
    by,
    targets: [account(person)],
    details: { 'User-Agent': by.agent },
  }),
  audit(log, at + 40_000, {
    activity: 'Update StsRefreshTokenValidFrom Timestamp',
    category: 'UserManagement',
    by,
    targets: [
      account(
        person,
        [
          {
            name: 'StsRefreshTokensValidFrom',
            now: JSON.stringify([new Date(at + 40_000).toISOString()]),
            before: JSON.stringify([new Date(at - 3_900_000_000).toISOString()]),
          },
          { name: 'Included Updated Properties', now: '"StsRefreshTokensValidFrom"' },
        ],
        true,
      ),
    ],
    details: { 'User-Agent': by.agent },
  }),
]
