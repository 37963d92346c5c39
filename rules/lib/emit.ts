// Converts a rule to the format that Kibana imports. This module derives every value that follows from the rule; no
// other place repeats these values.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { Artifact } from '../../mappings/kernel/artifact.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import { canonicalJson, type JsonObject, prettyJson } from '../../mappings/kernel/json.ts'
import { never } from '../../mappings/kernel/never.ts'
import { fieldValues } from '../../mappings/kernel/path.ts'
import { attackUrl } from '../attack/techniques.ts'
import { type AttackRelease, tacticName, techniqueIn } from './attack-release.ts'
import { behaviorOf } from './behavior.ts'
import { catalogOfRule } from './check-query.ts'
import { datasetFacts, indexPattern } from './datasets.ts'
import { noteOf } from './deploy/comparable.ts'
import { exceptionReferences, exceptionsOf } from './exceptions.ts'
import { filtersOf, higherOrderTag, readsAlerts } from './filters.ts'
import { guideOf } from './guide.ts'
import type { KibanaRule } from './kibana-rule.ts'
import { tuneRule } from './parameters.ts'
import { isPortable, ruleFields } from './portable.ts'
import { exclusiveQuery, precedingRules, type SingleRule } from './precedence.ts'
import { commonCatalog, type FieldCatalog, resolveField } from './query/catalog.ts'
import { requirements } from './requirements.ts'
import { isExperimental, isShipped, type Rule, ruleGroups, type Severity, severitiesByField } from './rule.ts'
import { folderOf } from './rule-folder.ts'
import { enabledRules, isEnabled, runningRules } from './rule-state.ts'
import { scheduleOf } from './schedule.ts'
import { inKibana, suppressionOf } from './suppression.ts'
import { tacticsOf, toThreat } from './threat.ts'
import { timelineTemplate } from './timeline-template.ts'

/** Kibana's bands end at these scores. */
export const riskScores = { low: 21, medium: 47, high: 73, critical: 99 } as const satisfies Record<Severity, number>

export function severityOf(rule: Rule, environment: Environment): Severity {
  return environment.rules.severities[rule.id] ?? rule.severity
}

/**
 * Returns the severity of an alert: from its document if the rule maps a value of the document and the environment sets
 * no severity. The risk score stays that of the rule, because Kibana can only map numbers to risk scores.
 */
export function severityOfAlert(rule: Rule, document: object, environment: Environment): Severity {
  const mapped = mappedSeverities(rule, environment).find(({ field, value }) =>
    fieldValues(document, field.split('.')).includes(value),
  )
  return mapped?.severity ?? severityOf(rule, environment)
}

/** `severity_mapping` of a rule in Kibana's form. */
function mappedSeverities(rule: Rule, environment: Environment) {
  if (environment.rules.severities[rule.id] !== undefined) return []
  return severitiesByField(rule).flatMap(({ field, severities }) =>
    Object.entries(severities).map(([value, severity]) => ({ field, operator: 'equals', value, severity })),
  )
}

export interface EmitOptions {
  /** Adds alert suppression, which Kibana accepts only with a paid license. */
  readonly suppression?: boolean
  /** The release of ATT&CK in the stack; 18.1 when absent. */
  readonly attack?: AttackRelease
  /** Rules that run with this rule. The query excludes documents that match a rule to which this rule yields. */
  readonly running?: readonly Rule[]
  /** The Kibana space of the rules. A rule on alerts reads only the alerts of this space; of all spaces when absent. */
  readonly space?: string
}

export const experimentalTag = 'State: Experimental'

/** The rule object of Kibana's import format. */
export function emitRule(
  rule: Rule,
  environment: Environment,
  catalog: FieldCatalog = commonCatalog,
  { suppression = false, attack = '18.1', running = [], space }: EmitOptions = {},
): KibanaRule {
  const preceding = precedingRules(rule, running, environment)
  const tuned = tuneRule(rule, environment)
  const bare = emitBare(suppression ? tuned : inKibana(tuned), { environment, catalog, attack, preceding, space })
  const emitted = suppression ? { ...bare, alert_suppression: suppressionOf(rule) } : bare
  return { ...emitted, meta: noteOf(emitted, behaviorOf(emitted)) }
}

interface Emission {
  readonly environment: Environment
  readonly catalog: FieldCatalog
  readonly attack: AttackRelease
  readonly preceding: readonly SingleRule[]
  readonly space: string | undefined
}

function emitBare(rule: Rule, { environment, catalog, attack: release, preceding, space }: Emission): KibanaRule {
  const query = exclusiveQuery(rule, preceding, environment)
  const severity = severityOf(rule, environment)
  const base = {
    rule_id: rule.id,
    version: rule.version ?? 1,
    name: rule.name,
    description: rule.description,
    severity,
    severity_mapping: mappedSeverities(rule, environment),
    risk_score: riskScores[severity],
    risk_score_mapping: [],
    // The user who imports the pack decides which rules run; for experimental rules, the environment decides.
    enabled: isEnabled(rule, environment),
    ...scheduleOf(rule),
    to: 'now',
    // An alert copies `event.ingested` from its event. The time at which the alert was raised is its `@timestamp`.
    ...(readsAlerts(rule) ? {} : { timestamp_override: 'event.ingested', timestamp_override_fallback_disabled: false }),
    // Kibana's maximum: a wave of consents must not stop at the hundredth alert.
    max_signals: 1000,
    author: ['Consentry'],
    license: 'Apache-2.0',
    tags: tagsOf(rule, release),
    threat: toThreat(rule.attack, release),
    references: [
      ...new Set([...rule.attack.map((id) => attackUrl(techniqueIn(id, release).id)), ...(rule.references ?? [])]),
    ],
    false_positives: [...rule.falsePositives],
    note: guideOf(rule),
    timeline_id: timelineTemplate.id,
    timeline_title: timelineTemplate.title,
    setup: rule.setup ?? defaultSetup(rule, space),
    related_integrations: integrations(rule),
    required_fields: ruleFields({ ...rule, query }).map((name) => ({
      name,
      type: typeName(name, catalogOfRule(rule, catalog)),
    })),
    investigation_fields: { field_names: highlights(rule) },
    exceptions_list: exceptionReferences(rule),
    actions: [],
  }
  const searched = {
    ...base,
    query,
    index: rule.datasets.map((name) => indexPattern(name, space)),
    filters: filtersOf(rule),
  }
  switch (rule.type) {
    case undefined:
    case 'query':
      return { ...searched, type: 'query', language: 'kuery' }
    case 'threshold': {
      const { field, value, cardinality = [] } = rule.threshold
      const threshold = { field: [...field], value, cardinality: cardinality.map((entry) => ({ ...entry })) }
      return { ...searched, type: rule.type, language: 'kuery', threshold }
    }
    case 'new_terms':
      return {
        ...searched,
        type: rule.type,
        language: 'kuery',
        new_terms_fields: [...rule.newTermsFields],
        history_window_start: rule.historyWindowStart,
      }
    case 'eql':
      return { ...searched, type: rule.type, language: rule.type }
    default:
      return never(rule)
  }
}

/** Returns `rules/generated/<vendor>/<slug>.json` for a rule file. */
export function generatedFile(file: string): string {
  return `${folderOf(file).replace(/^rules\//, 'rules/generated/')}.json`
}

export function renderRules(
  rules: readonly Content<Rule>[],
  environment: Environment,
  catalog: FieldCatalog = commonCatalog,
): Artifact[] {
  const running = runningRules(
    rules.map(({ value }) => value),
    environment,
  )
  return enabledRules(rules, environment).map(({ file, value }) => ({
    path: generatedFile(file),
    text: prettyJson(emitRule(value, environment, catalog, { running })),
  }))
}

/** Returns the pack in Kibana's formats: active rules by rule ID, their exception lists, and the items of the lists. */
export function emitPack(
  rules: readonly Rule[],
  environment: Environment,
  catalog: FieldCatalog = commonCatalog,
  options: EmitOptions = {},
): { rules: KibanaRule[]; lists: JsonObject[]; items: JsonObject[] } {
  const active = enabledRules(rules, environment).filter(isShipped)
  const running = runningRules(rules, environment)
  return {
    rules: active
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((rule) => emitRule(rule, environment, catalog, { ...options, running })),
    ...exceptionsOf(active, environment),
  }
}

/** Renders the pack for Kibana's import: one object for each line, first rules, then exception lists, then items. */
export function renderPack(
  rules: readonly Rule[],
  environment: Environment,
  catalog: FieldCatalog = commonCatalog,
  options: EmitOptions = {},
): string {
  const pack = emitPack(rules, environment, catalog, options)
  return [...pack.rules, ...pack.lists, ...pack.items].map((line) => `${canonicalJson(line)}\n`).join('')
}

const domains = {
  m365: ['Data Source: Microsoft 365', 'Domain: Cloud', 'Domain: SaaS'],
  'google-workspace': ['Data Source: Google Workspace', 'Domain: Cloud', 'Domain: SaaS'],
  consentry: ['Domain: Cloud', 'Domain: SaaS'],
} as const

export function tagsOf(rule: Rule, release: AttackRelease = '18.1'): string[] {
  const facts = rule.datasets.map(datasetFacts)
  const all = [
    'Consentry',
    ...facts.flatMap(({ vendor, source }) => [...domains[vendor], `Data Source: ${source}`]),
    ...tacticsOf(rule.attack, release).map((tactic) => `Tactic: ${tacticName(tactic, release)}`),
    'Resources: Investigation Guide',
    'Use Case: Threat Detection',
    ...(readsAlerts(rule) ? [higherOrderTag] : []),
    ...(rule.group === undefined ? [] : [`Rule Group: ${ruleGroups[rule.group]}`]),
    ...(isPortable(rule) ? ['portable'] : []),
    ...(isExperimental(rule) ? [experimentalTag] : []),
  ]
  return [...new Set(all)].sort()
}

function integrations(rule: Rule): KibanaRule['related_integrations'] {
  const found = rule.datasets.flatMap((name) => datasetFacts(name).integration ?? [])
  const byKey = new Map(found.map((entry) => [`${entry.package}/${entry.integration ?? ''}`, { ...entry }]))
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? [])
}

function defaultSetup(rule: Rule, space: string | undefined): string {
  const sources = rule.datasets
    .map((name) => `- ${datasetFacts(name).source} (\`${indexPattern(name, space)}\`)`)
    .join('\n')
  if (readsAlerts(rule)) return `## Setup\n\nThe rule reads the alerts of the other Consentry rules:\n\n${sources}\n`
  const writer = isPortable(rule)
    ? 'Either Consentry or the Elastic integration can populate these data streams: the rule reads only vendor and ECS fields.'
    : 'Only Consentry can populate these data streams: the rule reads `oauth` fields, which no other integration writes.'
  const needs = (rule.requires ?? []).map((name) => `- ${requirements[name].is}: ${requirements[name].todo}`)
  const blind = needs.length === 0 ? '' : `\n\nThe rule also requires:\n\n${needs.join('\n')}`
  return `## Setup\n\nThe rule requires these data streams:\n\n${sources}\n\n${writer}${blind}\n`
}

function typeName(name: string, catalog: FieldCatalog): string {
  const resolved = resolveField(name, catalog)
  if (resolved.kind === 'field') return resolved.field.type
  return resolved.kind === 'flattened_key' ? 'flattened' : 'unknown'
}

/** Returns the fields that Kibana shows at the top of an alert. */
function highlights(rule: Rule): string[] {
  const ecs = ['event.action', 'organization.id', 'service.id', 'service.name', 'source.ip', 'user.email', 'user.name']
  const own =
    isPortable(rule) || readsAlerts(rule)
      ? []
      : ['oauth.account.name', 'oauth.app.first_seen', 'oauth.grant.scopes', 'oauth.grant.tier']
  return [...new Set([...ecs, ...own, ...ruleFields(rule)])].sort()
}
