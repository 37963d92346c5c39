// The content of a report, independent of its form. It contains texts of records unchanged: each renderer neutralizes
// them.
import type { Vendor } from '../../../mappings/entities/key.ts'
import type { Severity } from '../../../rules/lib/rule.ts'
import type { PartTally, Unread } from '../../decode/readability.ts'
import type { DeadLetterCode } from '../../outcome.ts'
import type { Account } from '../../review/containment/contain.ts'
import type { Step } from '../../review/containment/containment.ts'
import type { LateUse } from '../../review/ended.ts'
import type { ReviewedGrant } from '../../review/grants.ts'
import type { ReviewedApp } from '../../review/review.ts'
import type { DataTaken, Uses } from '../evidence/data-taken.ts'
import type { Indicator } from '../evidence/indicator-values.ts'
import type { AcceptedPasswords } from './accepted.ts'
import type { KeyRow } from './keys.ts'
import type { Capped } from './limits.ts'
import type { IdKind } from './tallies.ts'

export type BySeverity = Readonly<Record<Severity, number>>

export interface Report {
  readonly madeAt: string
  readonly made: Making
  readonly read: Reading
  readonly summary: Summary
  readonly timeline: Timeline
  readonly apps: Capped<AppCard>
  readonly otherApps: Capped<AppRow>
  readonly unattached: Capped<LooseAlerts>
  readonly accounts: Capped<AccountRow>
  /** Passwords that were accepted in sign-ins that were then stopped. */
  readonly accepted: AcceptedPasswords
  /** Data that applications with alerts used. */
  readonly taken: readonly TakenRow[]
  readonly indicators: Capped<Indicator>
  /** All applications except the vendors' own. Applications that need a review come first. */
  readonly inventory: Capped<ReviewedApp>
  readonly blindSpots: readonly BlindSpot[]
  /** The number of rules that had nothing to match, among the rules for the vendors in the records. */
  readonly blindRules: number
  /** The questions about applications with alerts that the records cannot answer. */
  readonly unknowns: Capped<string>
  /** Facts that the report cannot show. */
  readonly limits: readonly string[]
  readonly rules: readonly RuleNote[]
}

/** How the report was made, with enough facts to make it again. */
export interface Making {
  readonly version: string
  readonly rules: number
  /** A hash of the rules and their versions: equal for equal packs. */
  readonly pack: string
  readonly command: string
  /** The environment file of the organization; absent if there is none. */
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
  readonly futureEvent?: string
  readonly lastInventory?: string
  readonly inputs: Capped<InputRow>
  readonly earlierResults: Capped<string>
  readonly datasets: readonly DatasetRow[]
  readonly tenants: Capped<{ readonly id: string; readonly name?: string }>
  readonly deadLetters: readonly { readonly code: DeadLetterCode; readonly means: string; readonly count: number }[]
  /** The parts that could not be read; absent if all parts were read. */
  readonly unread?: Unread
}

export interface InputRow {
  readonly path: string
  /** The number of bytes read. For a compressed file, these are the compressed bytes. */
  readonly bytes: number
  /** The SHA-256 of these bytes, in hexadecimal; absent if the input was not read to its end. */
  readonly sha256?: string
  readonly records: number
  readonly unusable: number
  /** The members of an archive, otherwise the input itself. */
  readonly parts: readonly PartTally[]
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
  /** The number of these applications that hold a grant at the end of the records. */
  readonly standing: number
  /** The number of these applications that were used after their access ended, with a new token or for too long. */
  readonly notEnded: number
  /** Some of the sentences: connections between applications, possibly stolen tokens, and registered devices. */
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
  /** The name in the records, or the ID, if `name` also contains the tenant. */
  readonly ownName?: string
  readonly tenant: string
  /** True if another tenant also has the application: a command must name the tenant. */
  readonly elsewhere?: true
  readonly severity: Severity
  readonly bySeverity: BySeverity
  readonly alerts: number
  readonly first: string
  readonly last: string
  /** Absent if the application can obtain tokens, as far as the records show. */
  readonly ended?: string
  /** Use after the access of the application ended. */
  readonly late?: LateUse
  /** The time of the last record of its tenant in the logs of its vendor. */
  readonly until?: string
  /** The number of grants that give access, and the number of all grants in the records. */
  readonly standing: number
  readonly granted: number
  /** True if the records contain the registration of the application, so that no access is older than the records. */
  readonly isNew: boolean
  /** True for a client of the vendor itself. */
  readonly needsNoGrant: boolean
  /** True if all recorded attempts to use it failed. */
  readonly onlyAttempts: boolean
  readonly rules: Capped<RuleAlerts>
  /** The reason for suspicion, in one sentence; absent if all alerts are below high. */
  readonly suspicion?: string
  /** The final state of the application in the entity store; absent if the entity store does not keep it. */
  readonly app?: ReviewedApp
  /** The reason for suspicion, the beginning of the access, the changes and the use, in sentences. */
  readonly lead: readonly string[]
  readonly keys: Capped<KeyRow>
  readonly theft?: string
  /** Sentences about a response that somebody reversed, or that failed. */
  readonly reversals: readonly string[]
  /** Failed attempts to use the application, in words. */
  readonly attempts?: string
  /** The data that the application used; absent if the records show none. */
  readonly taken?: DataTaken
}

export interface AppCard extends AppRow {
  /** The position in the report, from 1. */
  readonly number: number
  readonly history: readonly HistoryLine[]
  readonly grants: Capped<GrantRow>
  readonly containment?: ContainmentPlan
  readonly picture: Picture
}

/** The content of the picture of an application: who granted access, which data it used, and when. */
export interface Picture {
  readonly from: string
  readonly to: string
  readonly lanes: Capped<PictureLane>
  /** The use of each kind of data, and the sign-ins. */
  readonly kinds: readonly (readonly [kind: string, uses: Uses])[]
  /** The number of accounts whose data was used. */
  readonly accounts: number
  readonly acts: readonly PictureAct[]
  readonly alerts: readonly { readonly at: string; readonly severity: Severity; readonly what: string }[]
}

/** A row for an account or the whole tenant: since when the application has held access, and when it used data. */
export interface PictureLane {
  readonly name: string
  readonly granted?: string
  readonly grantedBy?: string
  /** The time when the access ended; absent if it is still active. */
  readonly revoked?: string
  readonly uses: Uses
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
  /** The distinct reasons of all its alerts. */
  readonly reasons: Capped<Reason>
  /** The names of the other rules on the acts of its alerts. */
  readonly also: readonly string[]
  /** Alerts between the first and the last ones shown. */
  readonly between: number
}

/** A reason, with the number and the times of its alerts. */
export interface Reason {
  readonly text: string
  readonly count: number
  /** The number of provisional alerts. */
  readonly unsettled: number
  readonly first: string
  readonly last: string
}

export interface LooseAlerts extends RuleAlerts {
  /** The steps of the rule. */
  readonly response: readonly string[]
  readonly accounts: readonly Account[]
}

export interface AlertRow {
  readonly at: string
  readonly reason: string
  readonly settled: boolean
  readonly evidence: Capped<Evidence>
  /** For an alert about no single application: the applications of its events, with the numbers of their cards. */
  readonly apps?: readonly { readonly name: string; readonly card?: number }[]
}

/** A record of an alert: its `event.id`, and its file and position, from 0. */
export interface Evidence {
  readonly id: string
  readonly at: string
  readonly dataset?: string
  readonly source?: string
  readonly offset?: string
}

export interface HistoryLine {
  /** Absent for a gap, whose text contains the number of omitted acts. */
  readonly at?: string
  readonly what: string
  readonly event?: string
  /** The severity of the most severe alert about the line; absent for a failed attempt. */
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
  /** Further steps beyond the commands, by their cause. */
  readonly response: Capped<FurtherSteps>
}

/** The steps of a rule with alerts, or of facts about the application. A step occurs only under its first cause. */
export interface FurtherSteps {
  readonly cause: string
  readonly steps: readonly string[]
}

export interface AccountRow {
  readonly name: string
  /** Absent if the alerts do not show the vendor. */
  readonly vendor?: Vendor
  readonly tenant: string
  readonly severity: Severity
  readonly alerts: number
  readonly status?: string
  readonly since?: string
  readonly roles: readonly string[]
  readonly privileged: boolean
  /** Names of the devices that the account registered from the address of an alert. */
  readonly devices: readonly string[]
  readonly apps: readonly string[]
  readonly standing: number
}

export interface TakenRow extends DataTaken {
  /** The number of the card; absent without a card. */
  readonly card?: number
  /** Present if the filters exclude all alerts of the application. */
  readonly isOutside?: true
  readonly id: string
  readonly name?: string
}

/** A fact that the rules could not see, with the reason and a remedy. */
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
  readonly conditions: readonly string[]
  readonly investigation: readonly string[]
  /** Empty for a rule that alerts on an application with a card, because the card contains the steps. */
  readonly response: readonly string[]
}
