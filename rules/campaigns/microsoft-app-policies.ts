// Policies that restrict the credentials of applications (appManagementPolicy), in the Entra directory audit.
import type { RawRecord } from './campaign.ts'
import type { Key } from './microsoft-credentials.ts'
import { audit, principal } from './microsoft-entra.ts'
import { auditKeys } from './microsoft-entra-apps.ts'
import { type App, addChanged, type Log, type Person } from './microsoft-tenant.ts'

export interface AppPolicy {
  readonly id: string
  readonly name: string
}

export const makePolicy = (log: Log, name: string): AppPolicy => ({ id: log.random.uuid(), name })

const definition = (policy: AppPolicy, state: 'enabled' | 'disabled'): string =>
  JSON.stringify([
    JSON.stringify({
      displayName: policy.name,
      isEnabled: true,
      restrictions: {
        passwordCredentials: [
          {
            restrictionType: 'passwordAddition',
            state,
            maxLifetime: null,
            restrictForAppsCreatedAfterDateTime: '2019-01-01T00:00:00Z',
          },
        ],
        keyCredentials: [],
      },
    }),
  ])

/** A policy that forbids new secrets (`enabled`), or lifts the ban (`disabled`). Returns the ID. */
export const addPolicy = (
  log: Log,
  at: number,
  by: Person,
  policy: AppPolicy,
  state: 'enabled' | 'disabled',
  ip: string = by.ip,
): string =>
  audit(log, at, {
    activity: 'Add policy',
    category: 'Policy',
    by,
    ip,
    type: 'Add',
    targets: [
      {
        id: policy.id,
        displayName: policy.name,
        type: 'Policy',
        raw: true,
        changes: [
          { name: 'PolicyDetail', now: definition(policy, state), before: '[]' },
          { name: 'PolicyType', now: '["AppManagementPolicy"]', before: '[]' },
          { name: 'DisplayName', now: JSON.stringify([policy.name]), before: '[]' },
          { name: 'Included Updated Properties', now: '"PolicyDetail, PolicyType, DisplayName"' },
        ],
      },
    ],
    details: { 'User-Agent': by.agent },
  })

/** A policy is assigned to the service principal of `app`, or removed. Returns the ID. */
export const assignPolicy = (
  log: Log,
  at: number,
  by: Person,
  policy: AppPolicy,
  app: App,
  on: boolean,
  ip: string = by.ip,
): string =>
  audit(log, at, {
    activity: on ? 'Add policy to service principal' : 'Remove policy from service principal',
    category: 'ApplicationManagement',
    by,
    ip,
    type: on ? 'Assign' : 'Unassign',
    targets: [
      principal(app, [
        on ? { name: 'Policy.ObjectID', now: policy.id } : { name: 'Policy.ObjectID', now: '', before: policy.id },
        on
          ? { name: 'Policy.DisplayName', now: policy.name }
          : { name: 'Policy.DisplayName', now: '', before: policy.name },
        { name: 'TargetId.ServicePrincipalNames', now: app.appId },
      ]),
      { id: policy.id, displayName: policy.name, type: 'Policy', changes: [] },
    ],
    details: { 'User-Agent': by.agent, AppId: app.appId },
  })

/** A new secret for the service principal, refused by the policy. Returns the ID. */
export const refusedKey = (
  log: Log,
  at: number,
  by: Person,
  app: App,
  before: readonly Key[],
  key: Key,
  ip: string = by.ip,
): string =>
  addChanged(
    log,
    at,
    (side) => auditKeys(side, at, by, app, before, [...before, key], { onPrincipal: true, ip }),
    (record: RawRecord) => ({
      ...record,
      result: 'failure',
      resultReason: 'Credential type not allowed as per assigned policy.',
    }),
  )
