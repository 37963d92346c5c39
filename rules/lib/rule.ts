// A rule is one literal of plain data; the compiler checks what it can, `checkRule` the rest.

import type { Tier } from '../../mappings/fields/oauth.ts'
import type { TechniqueId } from '../attack/techniques.ts'
import type { DatasetName } from './datasets.ts'
import type { Requirement } from './requirements.ts'

/** From the least severe. */
export const severities = ['low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof severities)[number]

/** Positive when `a` is more severe than `b`. */
export function compareSeverity(a: Severity, b: Severity): number {
  return severities.indexOf(a) - severities.indexOf(b)
}

type Uuid = `${string}-${string}-${string}-${string}-${string}`
type NonEmpty<T> = readonly [T, ...T[]]
export type Duration = `${number}${'s' | 'm' | 'h' | 'd'}`
type EvidenceName = `${'m365' | 'google-workspace' | 'google-cloud' | 'entra' | 'cross'}/${string}`

/** A stored sample (`<vendor folder>/<sample name>`) or a scenario (`<vendor folder>/<scenario name>`). */
export type Evidence = { readonly sample: EvidenceName } | { readonly scenario: EvidenceName }

/**
 * Location of a number in a rule: the count or the number of distinct values of a threshold, or the only comparison of
 * a KQL query with this field and operator.
 */
export type ParameterPlace = 'threshold.value' | 'threshold.cardinality' | `${string} ${'<' | '<=' | '>' | '>='}`

/** What a version of a rule changed: what an analyst has to know who sees its alerts. */
export interface RuleChange {
  readonly version: number
  /** What it does to the number of alerts. */
  readonly alerts: 'more' | 'fewer' | 'other'
  readonly what: string
}

/** How often a rule may alert on daily work. */
export interface NoiseBudget {
  /** Alerts for each 1,000 events of the organization, of whatever dataset. */
  readonly perThousand: number
  /** Which daily work looks so much like an attack. */
  readonly because: string
}

/** Rules that an organization may want to disable together, by the name of their group and the text of its tag. */
export const ruleGroups = { 'microsoft-clients': 'Microsoft Clients' } as const
export type RuleGroup = keyof typeof ruleGroups

interface RuleBase {
  /** Kibana's `rule_id`: permanent. */
  readonly id: Uuid
  readonly name: string
  readonly severity: Severity
  /** Severities by the tier of the grant in the document, where the act alone does not justify one. */
  readonly severityByTier?: Readonly<Partial<Record<Tier, Severity>>>
  /** Severities by the level of risk that Entra ID Protection gives, for rules on its verdicts. */
  readonly severityByRisk?: Readonly<Partial<Record<'high' | 'medium' | 'low', Severity>>>
  readonly group?: RuleGroup
  readonly attack: NonEmpty<TechniqueId>
  readonly datasets: NonEmpty<DatasetName>
  /** Datasets that also contain the rule’s acts but that the rule does not read, with the reason. */
  readonly omits?: Readonly<Partial<Record<DatasetName, string>>>
  /** EQL for a rule of type `eql`, KQL for all others. */
  readonly query: string
  /** Why it matters, for someone who sees the alert for the first time. */
  readonly description: string
  readonly falsePositives: NonEmpty<string>
  /** Markdown: what to look at, in which field, and what to do. Headings start at `####`. */
  readonly triage: string
  /** One sentence: the cheapest way around the rule. Every active rule of the pack has one. */
  readonly evasion?: string
  /** Markdown: what must be switched on or fed in for the rule to work; a default is made from the datasets. */
  readonly setup?: string
  /** In addition to the ATT&CK pages, which are derived. */
  readonly references?: readonly `https://${string}`[]
  /** What repeats for so long, with the same values, is one alert; `by` is derived when absent, and from its groups for a threshold. */
  readonly repeats?: {
    readonly within: Duration
    readonly by?: readonly [string] | readonly [string, string] | readonly [string, string, string]
  }
  /** Rules that alert in its place on what both find: each at least as severe. */
  readonly yields?: NonEmpty<Uuid>
  /** Leaves out the applications that the environment file approves. Not for rules on an application being taken over. */
  readonly skipsApprovedApps?: true
  /** Leaves out what administrators of the environment file do. For rules on strangers, not on what administrators may do. */
  readonly skipsAdministrators?: true
  /** Leaves out what comes from the networks of the environment file. For rules on where something comes from. */
  readonly skipsOwnNetworks?: true
  /** Numbers that an environment may set (`rules.thresholds`), by the name that it gives them. */
  readonly parameters?: Readonly<Record<string, ParameterPlace>>
  /** Raised by one whenever the rule alerts on something else, or louder; 1 when absent. */
  readonly version?: number
  /** What each version above the first changed. */
  readonly changes?: NonEmpty<RuleChange>
  /**
   * `draft` is tested and not shipped. `experimental` is shipped, and Kibana runs it only where the environment names it: nothing
   * that others wrote or recorded has triggered it yet. `deprecated` is no longer shipped. `active` when absent.
   */
  readonly state?: 'draft' | 'experimental' | 'active' | 'deprecated'
  /** The rule that does its work now: for a deprecated one. */
  readonly successor?: Uuid
  /** What it needs beyond its datasets: without it, it is blind. */
  readonly requires?: NonEmpty<Requirement>
  /** How often it runs, and how far it looks back; derived from the datasets when absent. */
  readonly interval?: Duration
  readonly from?: `now-${Duration}`
  /** What a month in which nothing is wrong may bring, where that is more than every rule may. */
  readonly noise?: NoiseBudget
  /** Evidence in addition to the scenarios in the folder of the rule (`rule-folder.ts`). */
  readonly tests: {
    readonly match: readonly Evidence[]
    /** Near misses: nearly the same record, and no alert. */
    readonly noMatch: readonly Evidence[]
  }
}

/** One alert for each document that the query matches. */
export interface QueryRule extends RuleBase {
  readonly type?: 'query'
}

/** One alert for each group that is large enough, among the documents that the query matches within `from`. */
export interface ThresholdRule extends RuleBase {
  readonly type: 'threshold'
  readonly threshold: {
    /** Documents are counted apart for each combination of values; none: all together. */
    readonly field: readonly [] | readonly [string] | readonly [string, string] | readonly [string, string, string]
    readonly value: number
    /** How many different values of a further field the group must have. */
    readonly cardinality?: readonly [{ readonly field: string; readonly value: number }]
  }
}

/** One alert for each combination of values that no document had since `historyWindowStart`. */
export interface NewTermsRule extends RuleBase {
  readonly type: 'new_terms'
  readonly newTermsFields: readonly [string] | readonly [string, string] | readonly [string, string, string]
  readonly historyWindowStart: `now-${Duration}`
}

/** One alert for each event or sequence of events that an EQL query matches. */
export interface EqlRule extends RuleBase {
  readonly type: 'eql'
}

/** Every kind of rule, distinguished by `type`. */
export type Rule = QueryRule | ThresholdRule | NewTermsRule | EqlRule
export type RuleType = NonNullable<Rule['type']>

/** Whether a rule is shipped: built, deployed, run by a hunt. */
export function isShipped(rule: Rule): boolean {
  return isExperimental(rule) || rule.state === undefined || rule.state === 'active'
}

/** Whether Kibana runs a shipped rule only where the environment names it under `rules.enabled`. */
export function isExperimental({ state }: Rule): boolean {
  return state === 'experimental'
}

/** The type of a rule: `query` when it does not say. */
export function ruleType(rule: Rule): RuleType {
  return rule.type ?? 'query'
}

/** Declares a rule. It hands the literal back: rules stay plain data. */
export function rule(content: Rule): Rule {
  return content
}
