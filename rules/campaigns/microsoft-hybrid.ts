// Directory synchronization from the premises: its account, passwords that it carries, federated domains, elevated access.
import { oldDirectory } from './microsoft-clients.ts'
import { auditDomain } from './microsoft-directory.ts'
import { account, audit } from './microsoft-entra.ts'
import { userSignIn } from './microsoft-entra-signin.ts'
import { day, type Log, type Named, type Person } from './microsoft-tenant.ts'

/** The program that synchronizes directories, by its public id. */
export const connectClient: Named = {
  name: 'Microsoft Azure Active Directory Connect',
  appId: 'cb1056e2-e479-49de-ae31-7812af012ed8',
}

/** The role that the program gives to its account. */
export const synchronizationRole = {
  id: 'd29b2b05-8046-44ba-8758-1e26182fcf32',
  name: 'Directory Synchronization Accounts',
} as const

/** The account of the synchronization on the computer `server`. */
export const syncAccount = (log: Log, server: string, ip: string): Person => ({
  ...log.tenant.admin,
  upn: `Sync_${server}_${log.random.uuid().slice(0, 12)}@${log.tenant.cloudDomain}`,
  name: 'On-Premises Directory Synchronization Service Account',
  oid: log.random.uuid(),
  puid: `10032004${log.random.uuid().slice(0, 8).toUpperCase()}`,
  mailbox: '',
  ip,
  agent: '',
})

/** The synchronization obtains a token. Returns the ID. */
export const syncSignIn = (log: Log, at: number, sync: Person): string =>
  userSignIn(log, at, {
    person: sync,
    client: connectClient,
    resource: oldDirectory,
    ip: sync.ip,
    interactive: false,
    singleFactor: true,
  })

/** `perDay` sign-ins of the synchronization on every day. Returns the IDs. */
export const syncDays = (log: Log, from: number, days: number, sync: Person, perDay = 2): readonly string[] => {
  const ids: string[] = []
  for (let d = 0; d < days; d += 1)
    for (let i = 0; i < perDay; i += 1) {
      const at = from + d * day + Math.floor(((i + log.random.number()) / perDay) * day)
      ids.push(syncSignIn(log, at, sync))
    }
  return ids
}

/** The synchronization carries a password that changed on the premises. Returns both IDs. */
export const syncedPassword = (log: Log, at: number, sync: Person, person: Person): readonly string[] => {
  const shared = { category: 'UserManagement', by: sync, correlation: log.random.uuid() }
  return [
    audit(log, at, { ...shared, activity: 'Change user password', targets: [account(person)] }),
    audit(log, at + 30, {
      ...shared,
      activity: 'Update StsRefreshTokenValidFrom Timestamp',
      targets: [
        account(
          person,
          [
            {
              name: 'StsRefreshTokensValidFrom',
              now: JSON.stringify([new Date(at).toISOString()]),
              before: JSON.stringify([new Date(at - 40 * day).toISOString()]),
            },
            { name: 'Included Updated Properties', now: '"StsRefreshTokensValidFrom"' },
          ],
          true,
        ),
      ],
    }),
  ]
}

/** A domain is added, verified, and given to an identity provider. Returns the IDs; the last two are the federation. */
export const federatedDomain = (log: Log, at: number, by: Person, domain: string): readonly string[] => {
  const included = (names: string) => ({ name: 'Included Updated Properties', now: JSON.stringify(names) })
  return [
    auditDomain(log, at, by, 'Add unverified domain', domain, [
      { name: 'Name', now: JSON.stringify([domain]), before: '[]' },
      { name: 'LiveType', now: '["None"]', before: '[]' },
      included('Name, LiveType'),
    ]),
    auditDomain(log, at + 240_000, by, 'Verify domain', domain, [
      { name: 'LiveType', now: '["Managed"]', before: '["None"]' },
      included('LiveType'),
    ]),
    auditDomain(log, at + 420_000, by, 'Set domain authentication', domain, [
      { name: 'LiveType', now: '["Federated"]', before: '["Managed"]' },
      included('LiveType'),
    ]),
    auditDomain(log, at + 421_000, by, 'Set federation settings on domain', domain, [
      { name: 'IssuerUri', now: JSON.stringify([`http://${domain}/adfs/services/trust/`]), before: '[]' },
      { name: 'PassiveLogOnUri', now: JSON.stringify([`https://login.${domain}/adfs/ls/`]), before: '[]' },
      included('IssuerUri, PassiveLogOnUri, SigningCertificate'),
    ]),
  ]
}

/** A Global Administrator receives access to all subscriptions. Returns the ID. */
export const elevates = (log: Log, at: number, person: Person): string =>
  audit(log, at, {
    activity: 'User has elevated their access to User Access Administrator for their Azure Resources',
    category: 'AzureRBACRoleManagementElevateAccess',
    by: person,
    displayName: person.name,
    type: 'Assign',
    service: 'Azure RBAC (Elevated Access)',
    targets: [account(person)],
  })
