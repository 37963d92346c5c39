import type { Tier } from '../../../mappings/fields/oauth.ts'
import type { Alert } from '../../../rules/lib/alert.ts'
import type { Severity } from '../../../rules/lib/rule.ts'
import type { Ends } from './kept.ts'

export interface DatasetTally {
  documents: number
  first: string
  last: string
}

export interface DayTally {
  records: number
  readonly alerts: Record<Severity, number>
}

export interface AlertNote extends Pick<Alert, '@timestamp' | 'reason' | 'settled' | 'events'> {
  /** The number of events of the alert. `events` contains only the first of them. */
  readonly counted: number
}

export interface RuleTally {
  readonly id: string
  readonly name: string
  severity: Severity
  count: number
  unsettled: number
  first: string
  last: string
  readonly alerts: Ends<AlertNote>
}

/** The kind of an application's ID: some logs contain only the ID of its service principal or of its registration. */
export type IdKind = 'application ID' | 'object ID' | 'registration ID'

export interface AlertGroup {
  /** Absent for alerts that are about no single application. */
  readonly app?: { readonly tenant: string; readonly id: string; readonly idKind: IdKind }
  name?: string
  readonly addresses: Set<string>
  /** Whether some of its alerts are kept. */
  readonly noted: boolean
  readonly bySeverity: Record<Severity, number>
  readonly rules: Map<string, RuleTally>
  /** The reasons for the tiers of permissions in alerts. Failed attempts may have requested other permissions. */
  readonly tierReasons: Map<Tier, string[]>
  first: string
  last: string
}

export interface AccountTally {
  readonly name: string
  alerts: number
  gravest: Severity
  readonly apps: Set<string>
  /** The facts about the account in its newest alert. */
  facts: NonNullable<NonNullable<Alert['oauth']>['account']>
  tenant: string
}

export const noAlerts = (): Record<Severity, number> => ({ critical: 0, high: 0, medium: 0, low: 0 })

/** Returns the key of an application. It contains the tenant, because client IDs are the same in all tenants. */
export function appKey(tenant: string, id: string): string {
  return `${tenant.toLowerCase()}|${id.toLowerCase()}`
}
