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

/** Keeps the most severe of all severities of a key. */
export function raiseSeverity(severities: Map<string, Severity>, key: string, severity: Severity): void {
  const known = severities.get(key)
  if (known === undefined || compareSeverity(severity, known) > 0) severities.set(key, severity)
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

/** The changes in a version of a rule, for an analyst who sees alerts of the rule. */
export interface RuleChange {
  readonly version: number
  /** The effect on the number of alerts. */
  readonly alerts: 'more' | 'fewer' | 'other'
  readonly what: string
}

/** How often a rule may alert on daily work. */
export interface NoiseBudget {
  /** Alerts for each 1,000 events of the organization, across all datasets. */
  readonly perThousand: number
  /** The daily work that looks so similar to an attack. */
  readonly because: string
}

/** Groups of rules that an organization may want to disable together: name of the group → text of its tag. */
export const ruleGroups = { 'microsoft-clients': 'Microsoft Clients' } as const
export type RuleGroup = keyof typeof ruleGroups

interface RuleBase {
  /** Kibana's `rule_id`; never changes. */
  readonly id: Uuid
  readonly name: string
  readonly severity: Severity
  /** Severities by the tier of the grant in the document, for acts that do not determine the severity alone. */
  readonly severityByTier?: Readonly<Partial<Record<Tier, Severity>>>
  /** Severities by the risk level of Entra ID Protection, for rules that use its verdicts. */
  readonly severityByRisk?: Readonly<Partial<Record<'high' | 'medium' | 'low', Severity>>>
  readonly group?: RuleGroup
  readonly attack: NonEmpty<TechniqueId>
  readonly datasets: NonEmpty<DatasetName>
  /** Datasets that also contain the rule’s acts but that the rule does not read, with the reason. */
  readonly omits?: Readonly<Partial<Record<DatasetName, string>>>
  /** EQL for a rule of type `eql`, KQL for all others. */
  readonly query: string
  /** Why the alert matters, for a reader who sees the alert for the first time. */
  readonly description: string
  /** A list in Markdown: the situations in which the rule alerts, if the description has no room for them. */
  readonly conditions?: string
  readonly falsePositives: NonEmpty<string>
  /** A list in Markdown: the evidence to examine, with its fields. */
  readonly investigation: string
  /** A numbered list in Markdown: the steps to take. */
  readonly response: string
  /** One sentence: the cheapest way around the rule. Every active rule of the pack has one. */
  readonly evasion?: string
  /** Markdown: what must be enabled or ingested for the rule to work. The default is derived from the datasets. */
  readonly setup?: string
  /** In addition to the ATT&CK pages, which are derived. */
  readonly references?: readonly `https://${string}`[]
  /** Matches with the same values in this period form one alert. Absent `by` is derived (threshold: from groups). */
  readonly repeats?: {
    readonly within: Duration
    readonly by?: readonly [string] | readonly [string, string] | readonly [string, string, string]
  }
  /** Rules that alert instead of this rule on documents that both find. Each must be at least as severe. */
  readonly yields?: NonEmpty<Uuid>
  /** Excludes applications that the environment approves. Not for rules that detect the takeover of an application. */
  readonly skipsApprovedApps?: true
  /** Excludes acts of the environment's administrators. For rules on outsiders, not on what administrators may do. */
  readonly skipsAdministrators?: true
  /** Excludes events from the networks in the environment file. For rules about the origin of an event. */
  readonly skipsOwnNetworks?: true
  /** Numbers that an environment may set (`rules.thresholds`), by their name in the environment. */
  readonly parameters?: Readonly<Record<string, ParameterPlace>>
  /** Increased by one whenever the rule alerts on other documents or with a higher severity; 1 when absent. */
  readonly version?: number
  /** The change in each version above the first. */
  readonly changes?: NonEmpty<RuleChange>
  /**
   * `draft`: tested but not shipped. `experimental`: shipped, but Kibana runs it only if the environment names it:
   * nothing that others wrote or recorded has triggered it yet. `deprecated`: no longer shipped. `active` when absent.
   */
  readonly state?: 'draft' | 'experimental' | 'active' | 'deprecated'
  /** The rule that replaces a deprecated rule. */
  readonly successor?: Uuid
  /** Requirements beyond the datasets; without them, the rule is blind. */
  readonly requires?: NonEmpty<Requirement>
  /** How often the rule runs, and how far it looks back; derived from the datasets when absent. */
  readonly interval?: Duration
  readonly from?: `now-${Duration}`
  /** The alerts that a month without an attack may produce, if the rule needs more than the general budget. */
  readonly noise?: NoiseBudget
  /** Evidence in addition to the scenarios in the folder of the rule (`rule-folder.ts`). */
  readonly tests: {
    readonly match: readonly Evidence[]
    /** Near misses: records that are nearly the same but must not raise an alert. */
    readonly noMatch: readonly Evidence[]
  }
}

/** One alert for each document that the query matches. */
export interface QueryRule extends RuleBase {
  readonly type?: 'query'
}

/** One alert for each group that is large enough, among the documents of one run that match the query. */
export interface ThresholdRule extends RuleBase {
  readonly type: 'threshold'
  /** Documents in this period count together at any time of day: the default of `from` is this period plus the interval. */
  readonly within?: Duration
  readonly threshold: {
    /** Documents are counted for each combination of values of these fields; if empty, all are counted together. */
    readonly field: readonly [] | readonly [string] | readonly [string, string] | readonly [string, string, string]
    readonly value: number
    /** The number of different values of a further field that a group must have. */
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

export type Rule = QueryRule | ThresholdRule | NewTermsRule | EqlRule
export type RuleType = NonNullable<Rule['type']>

/** Whether a rule is shipped: built, deployed, run by a hunt. */
export function isShipped(rule: Rule): boolean {
  return isExperimental(rule) || rule.state === undefined || rule.state === 'active'
}

/** Whether Kibana runs a shipped rule only if the environment names it under `rules.enabled`. */
export function isExperimental({ state }: Rule): boolean {
  return state === 'experimental'
}

/** Returns the type of a rule; `query` when the rule has none. */
export function ruleType(rule: Rule): RuleType {
  return rule.type ?? 'query'
}

/** Returns the fields whose values determine the severity of an alert, with the severities. */
export function severitiesByField({ severityByTier, severityByRisk }: Rule) {
  return [
    { field: 'oauth.grant.tier', severities: severityByTier },
    { field: 'azure.identityprotection.properties.risk_level', severities: severityByRisk },
  ].flatMap(({ field, severities }) => (severities === undefined ? [] : [{ field, severities }]))
}

type Named<T> = T extends Rule ? Omit<T, 'yields' | 'tests'> : never

/** A rule of the pack as its folder declares it: the loader adds the IDs that `yields` names, and empty lists of evidence. */
export type RuleFile = Named<Rule> & {
  /** The folders of the rules, such as `m365/owner-added`. */
  readonly yields?: NonEmpty<EvidenceName>
  readonly tests?: Partial<Rule['tests']>
}

/** Declares a rule. Returns the literal unchanged, so that rules stay plain data. */
export function rule(content: RuleFile): RuleFile {
  return content
}
