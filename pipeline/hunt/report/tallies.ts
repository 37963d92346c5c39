// What is counted while a hunt runs.
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
  /** Events that it points at, of which `events` are the first. */
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

/** What an ID of an application names: some logs have only the ID of its service principal or of its registration. */
export type IdKind = 'application ID' | 'object ID' | 'registration ID'

export interface AlertGroup {
  /** Absent for alerts that are about no single application. */
  readonly app?: { readonly tenant: string; readonly id: string; readonly idKind: IdKind }
  name?: string
  /** The first addresses of its alerts. */
  readonly addresses: Set<string>
  /** Whether some of its alerts are kept. */
  readonly noted: boolean
  readonly bySeverity: Record<Severity, number>
  readonly rules: Map<string, RuleTally>
  /** Why permissions have their tier, as alerts give it, by tier: failed attempts may have asked for others. */
  readonly tierReasons: Map<Tier, string[]>
  first: string
  last: string
}

export interface AccountTally {
  readonly name: string
  alerts: number
  gravest: Severity
  readonly apps: Set<string>
  /** The text of the newest alert. */
  facts: NonNullable<NonNullable<Alert['oauth']>['account']>
  tenant: string
}

/** A zero for each severity. */
export const noAlerts = (): Record<Severity, number> => ({ critical: 0, high: 0, medium: 0, low: 0 })

/** The key of an application: client ids are the same in all tenants. */
export function appKey(tenant: string, id: string): string {
  return `${tenant.toLowerCase()}|${id.toLowerCase()}`
}
