// One act, one alert: a rule excludes the documents that match a rule to which it yields. Rules in Kibana do not see
// each other, so the queries of the other rules become exclusions in the rule's own query.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { Problem } from '../../mappings/kernel/diagnostic.ts'
import { approvalKind, approvalsOf } from './approvals.ts'
import { knownOriginsOf, originValues } from './known-origins.ts'
import { tuneRule } from './parameters.ts'
import { type EventQuery, join } from './query/eql/ast.ts'
import { eqlOf } from './query/eql/from-kql.ts'
import { parseEql } from './query/eql/parse.ts'
import { printEql } from './query/eql/print.ts'
import type { Node } from './query/kql/ast.ts'
import { parseKql } from './query/kql/parse.ts'
import { printKql } from './query/kql/print.ts'
import { requiredOf } from './required-actions.ts'
import {
  compareSeverity,
  type EqlRule,
  isShipped,
  type QueryRule,
  type Rule,
  ruleType,
  severities,
  type ThresholdRule,
} from './rule.ts'

/**
 * Returns the rules that take precedence over a rule, with the numbers of the environment. `running` lists the rules
 * that run: a rule that does not run must not silence another rule.
 */
export function precedingRules(rule: Rule, running: readonly Rule[], environment: Environment): SingleRule[] {
  const ids: readonly string[] = rule.yields ?? []
  return running
    .filter((other) => ids.includes(other.id) && isShipped(other))
    .map((other) => tuneRule(other, environment))
    .filter(isSingle)
}

/** A rule that alerts on each document it finds. A threshold of one qualifies: it groups documents but omits none. */
export type SingleRule = QueryRule | ThresholdRule

export function isSingle(rule: Rule): rule is SingleRule {
  if (rule.type === 'threshold') return rule.threshold.value === 1 && (rule.threshold.cardinality ?? []).length === 0
  return ruleType(rule) === 'query'
}

/** Returns a rule's query without documents on which preceding rules alert. No sequence ends with such a document. */
export function exclusiveQuery(rule: Rule, preceding: readonly SingleRule[], environment: Environment): string {
  if (preceding.length === 0) return rule.query
  const clauses = rule.type === 'eql' ? [] : conjuncts(rule.query)
  const shared = new Set(clauses.map(printKql))
  const exclusions = preceding.map((other) =>
    [...exclusion(rule, other, shared), ...silences(rule, other, environment)].join(' and '),
  )
  return rule.type === 'eql'
    ? withLastEvent(rule, exclusions)
    : [
        clauses[0]?.kind === 'or' ? `(${rule.query})` : rule.query,
        ...exclusions.map((each) => `and not (${each})`),
      ].join('\n  ')
}

/** Returns the query of an EQL rule whose last event must not meet the given KQL conditions. */
function withLastEvent({ query: text }: EqlRule, exclusions: readonly string[]): string {
  const parsed = parseEql(text)
  const excluded = parseEql(`any where ${exclusions.map(eqlNot).join(' and ')}`)
  if (!parsed.ok || !excluded.ok || excluded.query.kind !== 'event') return text
  const more = excluded.query.condition
  const narrowed = (event: EventQuery): EventQuery => ({
    ...event,
    condition: join('and', [event.condition, more], event.span),
  })
  const { query } = parsed
  if (query.kind === 'event') return printEql(narrowed(query))
  const last = query.steps.length - 1
  return printEql({
    ...query,
    steps: query.steps.map((step, i) => (i === last ? { ...step, event: narrowed(step.event) } : step)),
  })
}

function eqlNot(condition: string): string {
  const parsed = parseKql(condition)
  return parsed.ok ? eqlOf(parsed.node, true) : 'true'
}

/** Returns the other rule's conditions that are not shared, for documents where that rule is at least as severe. */
function exclusion(rule: Rule, other: SingleRule, shared: ReadonlySet<string>): string[] {
  const clauses = conjuncts(other.query).map((node) => ({ text: printKql(node), isOr: node.kind === 'or' }))
  const own = clauses.filter(({ text }) => !shared.has(text))
  const texts = (own.length === 0 ? clauses : own).map(({ text, isOr }) => (isOr ? `(${text})` : text))
  const reads: readonly string[] = other.datasets
  const common = rule.datasets.filter((name) => reads.includes(name))
  const where = common.map((name) => `event.dataset: "${name}"`).join(' or ')
  const { held, lower } = commonTiers(rule, other)
  return [
    ...(common.length === rule.datasets.length ? [] : [`(${where})`]),
    ...(lower.length === 0 ? [] : [held.includes('') ? `not ${ofTiers(lower)}` : ofTiers(held)]),
    ...texts,
  ]
}

const ofTiers = (tiers: readonly string[]) => `oauth.grant.tier: (${tiers.map((tier) => `"${tier}"`).join(' or ')})`

/**
 * Returns conditions for documents for which the environment silences only the other rule: there, that rule has no
 * precedence. An approval counts regardless of its tier and expiry, so an act may raise two alerts but never none.
 */
function silences(rule: Rule, other: Rule, environment: Environment): string[] {
  const kind = approvalKind(other)
  const approved = kind === undefined || kind === approvalKind(rule) ? [] : approvalsOf(kind, environment)
  const own = knownOriginsOf(rule)
  const origins = knownOriginsOf(other).filter((origin) => !own.includes(origin))
  return [
    { field: 'oauth.app.id', values: approved.map(({ id }) => id) },
    ...origins.map((origin) => originValues(origin, environment)),
  ]
    .filter(({ values }) => values.length > 0)
    .map(({ field, values }) => `not ${field}: (${values.map((value) => JSON.stringify(value)).join(' or ')})`)
}

function conjuncts(query: string): readonly Node[] {
  const parsed = parseKql(query)
  if (!parsed.ok) return []
  return parsed.node.kind === 'and' ? parsed.node.of : [parsed.node]
}

/** Returns a problem for each rule under `yields` of a rule that must not take precedence over that rule. */
export function checkYields(rule: Rule, rules: readonly Rule[]): Problem[] {
  return (rule.yields ?? []).flatMap((id, i): Problem[] => {
    const other = rules.find((each) => each.id === id)
    const refused = other === undefined ? 'there is no such rule' : refusal(rule, other, rules)
    return refused === undefined
      ? []
      : [{ path: `yields.${i}`, message: refused, hint: 'remove it, or list this rule under yields of the other rule' }]
  })
}

function refusal(rule: Rule, other: Rule, rules: readonly Rule[]): string | undefined {
  const named = `"${other.name}"`
  if (!isSingle(other)) return `${named} does not alert on single documents`
  if (!other.datasets.some((name) => rule.datasets.includes(name))) return `${named} reads other datasets`
  if (reaches(other, rule.id, rules)) return `${named} yields to this rule`
  return commonTiers(rule, other).held.length === 0 ? `${named} is less severe` : undefined
}

/** Whether a rule yields to another rule, directly or through other rules. */
function reaches(from: Rule, id: string, rules: readonly Rule[], seen: ReadonlySet<string> = new Set()): boolean {
  if (seen.has(from.id)) return false
  const next = new Set([...seen, from.id])
  return (from.yields ?? []).some((each) => {
    const other = rules.find((candidate) => candidate.id === each)
    return each === id || (other !== undefined && reaches(other, id, rules, next))
  })
}

/** Returns grant tiers that both rules find: `held` if the other is at least as severe, else `lower`. '': no grant. */
function commonTiers(rule: Rule, other: Rule): { readonly held: readonly string[]; readonly lower: readonly string[] } {
  const required = [rule, other].map((each) => requiredOf(each, 'oauth.grant.tier'))
  const isFound = (tier: string) => required.every((tiers) => tiers?.includes(tier) ?? true)
  const severity = (each: Rule, tier: string) =>
    each.severityByTier?.[tier as keyof typeof each.severityByTier] ?? each.severity
  const found = [...(required.every((tiers) => (tiers ?? []).length === 0) ? [''] : []), ...severities.filter(isFound)]
  const isHeld = (tier: string) => compareSeverity(severity(other, tier), severity(rule, tier)) >= 0
  return { held: found.filter(isHeld), lower: found.filter((tier) => !isHeld(tier)) }
}
