// Account provisioning of enterprise applications in the Entra directory audit, and accounts created from a feed.
import { microsoftServices } from './microsoft-clients.ts'
import { account, audit, principal } from './microsoft-entra.ts'
import { type App, type Log, makeApp, type Person } from './microsoft-tenant.ts'

export type ProvisioningStep =
  | 'Add provisioning configuration'
  | 'Update provisioning setting or credentials'
  | 'Update attribute mappings or scope'
  | 'Enable/start provisioning configuration'
  | 'Disable/pause provisioning configuration'
  | 'Enable/restart provisioning configuration'

/** A step in the provisioning settings of `app`. The service records no values. Returns the ID. */
export const provisioning = (
  log: Log,
  at: number,
  by: Person,
  step: ProvisioningStep,
  app: App,
  job: string,
  ip: string = by.ip,
): string =>
  audit(log, at, {
    activity: step,
    category: 'ProvisioningManagement',
    by,
    ip,
    displayName: by.name,
    type: step.startsWith('Add') ? 'Add' : 'Update',
    service: 'Account Provisioning',
    targets: [principal(app, [])],
    details: { JobId: job, 'User-Agent': by.agent, AppId: app.appId },
  })

const services = new WeakMap<Log, App>()

/** The service principal of the provisioning service, one per tenant. */
const fabric = (log: Log): App => {
  const known = services.get(log)
  if (known) return known
  const made = makeApp(log.random, 'Microsoft.Azure.SyncFabric', microsoftServices, {
    appId: '00000014-0000-0000-c000-000000000000',
  })
  services.set(log, made)
  return made
}

/** The provisioning service creates an account from a feed of personnel data. Returns the ID. */
export const accountFromFeed = (log: Log, at: number, person: Person, department: string): string =>
  audit(log, at, {
    activity: 'Add user',
    category: 'UserManagement',
    type: 'Add',
    by: fabric(log),
    targets: [
      account(
        person,
        [
          { name: 'AccountEnabled', now: '[true]', before: '[]' },
          { name: 'Department', now: JSON.stringify([department]), before: '[]' },
          { name: 'DisplayName', now: JSON.stringify([person.name]), before: '[]' },
          { name: 'EmployeeId', now: JSON.stringify([log.random.digits(6)]), before: '[]' },
          { name: 'UserPrincipalName', now: JSON.stringify([person.upn]), before: '[]' },
          { name: 'UserType', now: '["Member"]', before: '[]' },
          {
            name: 'Included Updated Properties',
            now: '"AccountEnabled, Department, DisplayName, EmployeeId, UserPrincipalName, UserType"',
          },
        ],
        true,
      ),
    ],
  })

/** Permission to send personnel data to the provisioning service. */
export const uploadRole = {
  id: 'db31e92a-b9ea-4d87-bf6a-75a37a9ca35a',
  value: 'SynchronizationData-User.Upload',
  title: 'Upload user data to the identity synchronization service',
} as const
