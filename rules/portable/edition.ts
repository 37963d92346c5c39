// The portable edition: the rules of the pack on the fields of Elastic's integrations. Each log source has its own
// rule, because each log stores the same fact in another field.
import { createHash } from 'node:crypto'
import { type DatasetName, datasetFacts } from '../lib/datasets.ts'
import { readsAlerts } from '../lib/filters.ts'
import type { Node } from '../lib/query/kql/ast.ts'
import { parseKql } from '../lib/query/kql/parse.ts'
import { requiredActions } from '../lib/required-actions.ts'
import { requiresField } from '../lib/required-values.ts'
import {
  type EqlRule,
  isShipped,
  type NewTermsRule,
  type QueryRule,
  type Rule,
  type ThresholdRule,
} from '../lib/rule.ts'
import { hasIntegration, isWritten } from './elastic-fields.ts'
import { factOf } from './facts.ts'
import { allOf, always, lacksAlternative, leaf, losing, type Native } from './native.ts'
import { asNewTerms } from './novelty.ts'
import type { Context, NativeSource } from './question.ts'
import { portSequence } from './sequences.ts'
import { nativeSources } from './sources.ts'
import { contextOf, translate } from './translate.ts'
import { unproven } from './unproven.ts'

/** A rule of the edition, and what it lacks compared with the rule of the full edition. */
export interface PortableRule {
  readonly rule: Rule
  /** For a sequence, the dataset of the last step. */
  readonly dataset: DatasetName
  readonly source: NativeSource
  readonly lost: readonly string[]
  /** Features of the full rule that no rule of the portable edition has. */
  readonly general: readonly string[]
}

/** A rule of the pack, and the rules that the edition has for it. */
export interface Ported {
  readonly rule: Rule
  readonly rules: readonly PortableRule[]
  /** The reasons why log sources of the rule are left out. */
  readonly missing: readonly { readonly datasets: readonly string[]; readonly why: string }[]
}

/** Returns a rule's stable ID, different from the full edition: both editions can be installed side by side. */
export function portableId(id: string, dataset: string): Rule['id'] {
  const hex = createHash('sha256').update(`consentry portable edition ${id} ${dataset}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Whether a rule counts vendors: such a rule needs documents of both vendors in one query. */
function comparesLogs(rule: Rule): boolean {
  return rule.type === 'threshold' && rule.threshold.cardinality?.[0].field === 'oauth.grant.vendor'
}

/** Converts every shipped rule of the pack for Elastic's integrations, sorted by ID. */
export function portAll(rules: readonly Rule[]): Ported[] {
  return rules
    .filter(isShipped)
    .map(port)
    .sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1))
}

export function port(rule: Rule): Ported {
  if (rule.type === 'eql') return portEql(rule)
  const rules: PortableRule[] = []
  const reasons = new Map<string, string[]>()
  for (const dataset of rule.datasets) {
    const found = portTo(rule, dataset)
    if ('rule' in found) rules.push(found)
    else reasons.set(found.why, [...(reasons.get(found.why) ?? []), dataset])
  }
  return { rule, rules, missing: [...reasons].map(([why, datasets]) => ({ datasets, why })) }
}

/** Converts a sequence, which may read several log sources. */
function portEql(rule: EqlRule): Ported {
  const { found, facts } = portSequence(rule)
  const rules = found.map(({ datasets, query, lost }): PortableRule => {
    const [first, dataset = first] = datasets as typeof rule.datasets
    const title = datasets.join(' + ')
    const reads = Object.assign({}, ...datasets.map((name) => nativeSources[name]?.reads))
    return {
      dataset,
      source: { title, answers: {}, stands: {}, reads },
      lost,
      general: generalLosses(rule),
      rule: { ...literal(rule, dataset, title, lost), datasets: datasets as typeof rule.datasets, query },
    }
  })
  const left = rule.datasets.filter((name) => !found.some(({ datasets }) => datasets.includes(name)))
  const why = rules.length > 0 ? 'a sequence reads one log for each step' : `it needs ${facts.join(', ')}`
  return { rule, rules, missing: left.length === 0 ? [] : [{ datasets: left, why }] }
}

function portTo(rule: Exclude<Rule, EqlRule>, dataset: DatasetName): PortableRule | { readonly why: string } {
  const source = nativeSources[dataset]
  if (readsAlerts(rule)) return { why: `it needs ${factOf('kibana.alert.rule')}` }
  if (datasetFacts(dataset).integration === undefined) return { why: 'only the pipeline writes this data' }
  if (source === undefined || !hasIntegration(dataset)) return { why: 'the edition does not read this log' }
  if (comparesLogs(rule)) return { why: 'it compares the logs of both vendors' }
  const parsed = parseKql(rule.query)
  if (!parsed.ok) return { why: 'its query cannot be read' }
  if (unproven[rule.id]?.includes(dataset)) return { why: 'no evidence of this log triggers it' }
  const direct = portQuery(rule, parsed.node, { dataset, source })
  const renewed = 'rule' in direct || rule.type === 'new_terms' ? undefined : asNewTerms(rule, parsed.node)
  const compared =
    renewed &&
    portQuery(renewed.rule, renewed.node, { dataset, source }, renewed.ofServers ? source.onServer : undefined)
  return compared !== undefined && 'rule' in compared
    ? { ...compared, lost: [...compared.lost, ...(renewed?.lost ?? [])] }
    : direct
}

type KqlRule = QueryRule | ThresholdRule | NewTermsRule

function portQuery(
  rule: KqlRule,
  node: Node,
  { dataset, source }: { readonly dataset: DatasetName; readonly source: NativeSource },
  also: Native = always,
): PortableRule | { readonly why: string } {
  const counted = countOn(rule, { dataset, source, context: recordedIn(contextOf(node), source) })
  const condition = withGroups(allOf([translate(node, { dataset, source }), also]), groupsOf(counted.members), source)
  const facts = [...(condition.kind === 'missing' ? condition.facts : []), ...counted.missing]
  if (facts.length > 0) return { why: `it needs ${[...new Set(facts)].join(', ')}` }
  if (condition.kind === 'never') return { why: 'the log does not record this act' }
  if (condition.kind !== 'query') return { why: 'nothing of its query is left' }
  const lost = lossesOf(rule, condition)
  return {
    dataset,
    source,
    lost,
    general: generalLosses(rule),
    rule: { ...literal(rule, dataset, source.title, lost), ...counted.members, query: condition.text },
  }
}

/** Requires the fields by which the rule counts or compares: Kibana ignores documents without these fields. */
function withGroups(condition: Native, groups: readonly string[], { partial }: NativeSource): Native {
  const parsed = condition.kind === 'query' ? parseKql(condition.text) : undefined
  if (parsed?.ok !== true) return condition
  const missing = groups.filter((field) => !requiresField(parsed.node, field))
  const lost = groups.flatMap((field) => partial?.[field] ?? [])
  return losing(allOf([condition, ...missing.map((field) => leaf(`${field}: *`))]), ...lost)
}

/** Returns the context without acts that the log does not record. */
function recordedIn(context: Context, { answers }: NativeSource): Context {
  const isRecorded = (act: string) =>
    answers['oauth.action']?.({ kind: 'is', values: [act] }, { ...context, acts: [act] })?.kind !== 'never'
  return { ...context, acts: context.acts.filter(isRecorded) }
}

/** Losses of members other than the query. */
function lossesOf(rule: Rule, condition: Extract<Native, { kind: 'query' }>): string[] {
  const counted = rule.type === 'threshold' ? rule.threshold.cardinality?.[0].field : undefined
  const acts = requiredActions(rule) ?? []
  return [
    ...condition.lost,
    ...(counted === 'service.id' && acts.includes('app_register') && acts.includes('sp_add')
      ? ['counts a registration and its service principal as two applications']
      : []),
    ...(rule.severityByTier === undefined ? [] : ['has one severity for all tiers']),
    ...(rule.severityByRisk === undefined ? [] : ['has one severity for all levels of risk']),
  ]
}

/** Microsoft's directory records its acts in both logs. */
const twice = ['o365.audit', 'azure.auditlogs'] as const

function generalLosses(rule: Rule): string[] {
  return [
    ...(twice.every((name) => rule.datasets.includes(name))
      ? ['alerts once for each log source that records the act']
      : []),
    ...(rule.yields === undefined ? [] : ['alerts in addition to a more specific rule on the same act']),
    ...(rule.skipsApprovedApps === true ? ['does not leave out approved applications'] : []),
    ...(rule.skipsAdministrators === true ? ['does not leave out administrators'] : []),
    ...(rule.skipsOwnNetworks === true ? ['does not leave out your networks'] : []),
    ...(rule.repeats === undefined ? [] : ['does not combine repeated findings into one alert']),
  ]
}

/** The name of a rule that lacks alternatives states this. The conditions of the full rule would promise too much. */
function literal(rule: Rule, dataset: DatasetName, title: string, lost: readonly string[]): Rule {
  const {
    severityByTier: _tiers,
    severityByRisk: _risks,
    yields: _yields,
    repeats: _repeats,
    omits: _omits,
    skipsApprovedApps: _approved,
    skipsAdministrators: _administrators,
    skipsOwnNetworks: _networks,
    parameters: _parameters,
    conditions,
    ...kept
  } = rule
  const common = { ...kept, id: portableId(rule.id, dataset), datasets: [dataset] as const }
  return lacksAlternative(lost)
    ? {
        ...common,
        name: `${rule.name} (${title}, in part)`,
        description: `This form of the rule finds only a part of the following; its guide lists the rest. ${rule.description}`,
      }
    : { ...common, name: `${rule.name} (${title})`, ...(conditions !== undefined && { conditions }) }
}

type Counted = Partial<Pick<ThresholdRule, 'threshold'> & Pick<NewTermsRule, 'newTermsFields'>>

interface Place {
  readonly dataset: string
  readonly source: NativeSource
  readonly context: Context
}

/** Returns the fields by which a rule counts or compares. */
function groupsOf({ threshold, newTermsFields }: Counted): string[] {
  return [
    ...(threshold?.field ?? []),
    ...(threshold?.cardinality?.map(({ field }) => field) ?? []),
    ...(newTermsFields ?? []),
  ]
}

/** Returns the members by which a rule counts or keeps history, with the fields of the log source. */
function countOn(rule: KqlRule, place: Place): { readonly members: Counted; readonly missing: readonly string[] } {
  const missing: string[] = []
  const standIn = (field: string): string => {
    const found = place.source.stands[field]?.(place.context) ?? (isWritten(place.dataset, field) ? field : undefined)
    if (found === undefined) missing.push(factOf(field))
    return found ?? field
  }
  switch (rule.type) {
    case 'threshold': {
      const { field, value, cardinality } = rule.threshold
      const threshold = {
        field: field.map(standIn) as unknown as typeof field,
        value,
        ...(cardinality && {
          cardinality: [{ field: standIn(cardinality[0].field), value: cardinality[0].value }] as const,
        }),
      }
      return { members: { threshold }, missing }
    }
    case 'new_terms':
      return {
        members: { newTermsFields: rule.newTermsFields.map(standIn) as unknown as typeof rule.newTermsFields },
        missing,
      }
    default:
      return { members: {}, missing }
  }
}
