// The content of a report, independent of its form. It contains texts of records unchanged: each renderer neutralizes
// them.

import type { Vendor } from '../../../mappings/entities/key.ts'
import type { Severity } from '../../../rules/lib/rule.ts'
import type { Unread } from '../../decode/readability.ts'
import type { DeadLetterCode } from '../../outcome.ts'
import type { Step } from '../../review/containment/containment.ts'
import type { LateUse } from '../../review/ended.ts'
import type { ReviewedGrant } from '../../review/grants.ts'
import type { ReviewedApp } from '../../review/review.ts'
import type { DataTaken } from '../evidence/data-taken.ts'
import type { Indicator } from '../evidence/indicator-values.ts'
import type { AcceptedPasswords } from './accepted.ts'
import type { KeyRow } from './keys.ts'
import type { Capped } from './limits.ts'
import type { IdKind } from './tallies.ts'

export type BySeverity = Readonly<Record<Severity, number>>

export interface Report {
  /** When it was made, ISO 8601. */
  readonly madeAt: string
  readonly made: Making
  readonly read: Reading
  readonly summary: Summary
  readonly timeline: Timeline
  /** Applications with alerts, the most severe first. */
  readonly apps: Capped<AppCard>
  /** Those with alerts that have no card. */
  readonly otherApps: Capped<AppRow>
  /** Alerts that are about no single application. */
  readonly unattached: Capped<RuleAlerts>
  readonly accounts: Capped<AccountRow>
  /** Passwords that were accepted in sign-ins that something stopped then. */
  readonly accepted: AcceptedPasswords
  /** Data that applications with alerts used. */
  readonly taken: readonly TakenRow[]
  readonly indicators: Capped<Indicator>
  /** All applications that are not the vendors' own, those that need a look first. */
  readonly inventory: Capped<ReviewedApp>
  readonly blindSpots: readonly BlindSpot[]
  /** Rules of the vendors with records that had nothing to match. */
  readonly blindRules: number
  /** The questions about applications with alerts that the records cannot answer. */
  readonly unknowns: Capped<string>
  /** What nobody should read into it. */
  readonly limits: readonly string[]
  readonly rules: readonly RuleNote[]
}

/** How it was made: enough to make it again. */
export interface Making {
  readonly version: string
  readonly rules: number
  /** Of the rules and their versions: equal for equal packs. */
  readonly pack: string
  readonly command: string
  /** The environment file of the organization; absent without one. */
  readonly environment?: string
  /** The folder of the organization's own rules. */
  readonly content?: string
}

export interface Reading {
  readonly records: number
  readonly documents: number
  readonly duplicates: number
  readonly firstEvent?: string
  readonly lastEvent?: string
  readonly inputs: Capped<InputRow>
  /** Datasets that came. */
  readonly datasets: readonly DatasetRow[]
  readonly tenants: Capped<{ readonly id: string; readonly name?: string }>
  readonly deadLetters: readonly { readonly code: DeadLetterCode; readonly means: string; readonly count: number }[]
  /** What could not be read; absent where all of it was. */
  readonly unread?: Unread
}

export interface InputRow {
  readonly path: string
  readonly bytes: number
  readonly sha256?: string
  readonly records: number
  readonly unusable: number
}

interface DatasetRow {
  readonly name: string
  readonly source: string
  readonly documents: number
  readonly first?: string
  readonly last?: string
  /** Whether the history is too short for rules about new behavior. */
  readonly shortHistory: boolean
  readonly rules: number
}

export interface Summary {
  readonly alerts: number
  readonly unsettled: number
  readonly bySeverity: BySeverity
  readonly apps: number
  /** Of those: how many hold a grant at the end of the records. */
  readonly standing: number
  /** A subset of the sentences: connections between applications, tokens that may be stolen, and registered devices. */
  readonly connections: readonly string[]
  readonly sentences: readonly string[]
}

export interface Timeline {
  readonly unit: 'day' | 'week' | 'month' | 'year'
  readonly columns: readonly TimelineColumn[]
  readonly omitted: number
}

export interface TimelineColumn {
  /** First day, `2026-03-11`. */
  readonly from: string
  readonly records: number
  readonly alerts: BySeverity
}

/** The facts about every application with alerts. */
export interface AppRow {
  readonly id: string
  readonly idKind: IdKind
  readonly name?: string
  readonly tenant: string
  readonly severity: Severity
  readonly bySeverity: BySeverity
  readonly alerts: number
  readonly first: string
  readonly last: string
  /** Absent if the application can obtain tokens, as far as the records show. */
  readonly ended?: string
  /** Use after the access of the application ended. */
  readonly late?: LateUse
  /** Grants that give access, and all grants that the records show. */
  readonly standing: number
  readonly granted: number
  /** The records contain its registration, so no access is older than the records. */
  readonly isNew: boolean
  /** A client of the vendor itself. */
  readonly needsNoGrant: boolean
}

export interface AppCard extends AppRow {
  /** Its place in the report, from 1. */
  readonly number: number
  readonly lead: readonly string[]
  /** As the entity store knows it at the end; absent for an application that the entity store does not keep. */
  readonly app?: ReviewedApp
  readonly rules: Capped<RuleAlerts>
  readonly history: readonly HistoryLine[]
  readonly grants: Capped<GrantRow>
  readonly keys: Capped<KeyRow>
  readonly containment?: ContainmentPlan
  /** Data that it used; absent where the records show none. */
  readonly taken?: DataTaken
  readonly theft?: string
  /** Failed attempts to use it, in words. */
  readonly attempts?: string
  readonly picture: Picture
}

/** What a picture of an application shows: who granted it access, what it touched, and when. */
export interface Picture {
  /** First and last time of anything in it, ISO 8601. */
  readonly from: string
  readonly to: string
  readonly lanes: Capped<PictureLane>
  readonly acts: readonly PictureAct[]
  readonly alerts: readonly { readonly at: string; readonly severity: Severity; readonly what: string }[]
}

/** An account, or the whole tenant: since when the application holds access, and when it used data. */
export interface PictureLane {
  readonly name: string
  readonly granted?: string
  readonly grantedBy?: string
  /** When the access ended; absent where it is still active. */
  readonly revoked?: string
  readonly hours: ReadonlyMap<string, number>
}

interface PictureAct {
  readonly at: string
  readonly what: string
  readonly failed?: true
}

export interface RuleAlerts {
  readonly id: string
  readonly name: string
  readonly severity: Severity
  readonly count: number
  readonly unsettled: number
  readonly first: string
  readonly last: string
  readonly alerts: readonly AlertRow[]
  /** Alerts between the first and the last ones shown. */
  readonly between: number
}

export interface AlertRow {
  readonly at: string
  readonly reason: string
  readonly settled: boolean
  readonly evidence: Capped<Evidence>
  /** Of an alert about no single application: those that its events are on, with the number of their cards. */
  readonly apps?: readonly { readonly name: string; readonly card?: number }[]
}

/** A record behind an alert: its `event.id`, and the file and place of the record, from 0. */
export interface Evidence {
  readonly id: string
  readonly at: string
  readonly dataset?: string
  readonly source?: string
  readonly offset?: string
}

export interface HistoryLine {
  /** Absent for a gap: how many acts are left out there. */
  readonly at?: string
  readonly what: string
  readonly event?: string
  /** Of the most severe alert about it; absent for an attempt that failed. */
  readonly severity?: Severity
  readonly failed?: true
}

export interface GrantRow extends ReviewedGrant {
  readonly stands: boolean
}

export interface ContainmentPlan {
  readonly breaks: readonly string[]
  readonly steps: Capped<Step>
  readonly gaps: Capped<string>
  /** Steps beyond the commands: those of the rules with alerts. */
  readonly response: Capped<string>
}

export interface AccountRow {
  readonly name: string
  /** Absent if the alerts do not contain it. */
  readonly vendor?: Vendor
  readonly tenant: string
  readonly severity: Severity
  readonly alerts: number
  /** At the end of the records, if known. */
  readonly status?: string
  readonly since?: string
  readonly roles: readonly string[]
  readonly privileged: boolean
  /** Names of devices that it registered from the address of an alert. */
  readonly devices: readonly string[]
  readonly apps: readonly string[]
  /** Applications with alerts that hold a grant of it. */
  readonly standing: number
}

export interface TakenRow extends DataTaken {
  /** The number of its card; absent for an application of which filters leave out all alerts. */
  readonly card?: number
  readonly id: string
  readonly name?: string
}

/** Something that the rules could not see, why, and what would help. */
export interface BlindSpot {
  readonly what: string
  readonly detail: readonly string[]
  readonly todo?: string
}

export interface RuleNote {
  readonly id: string
  readonly name: string
  readonly severity: Severity
  readonly alerts: number
  readonly version: number
  readonly attack: readonly string[]
  readonly description: string
  readonly falsePositives: readonly string[]
  readonly investigation: readonly string[]
  /** Empty for a rule that alerts on an application with a card: the card has it. */
  readonly response: readonly string[]
}
