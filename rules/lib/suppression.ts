// Repeated matches form one alert. A hunt applies this to the rules with `repeats`. In Kibana, this requires a paid
// license: an overlay applies it to all rules, for one day if a rule has no period.
import { isDeepStrictEqual } from 'node:util'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { never } from '../../mappings/kernel/never.ts'
import type { Entry, Finding } from './evaluate/evaluator.ts'
import { isSingle } from './precedence.ts'
import { fieldReader } from './query/field-reader.ts'
import type { Node } from './query/kql/ast.ts'
import { requiredActions } from './required-actions.ts'
import { requiresField } from './required-values.ts'
import { type Rule, severitiesByField, type ThresholdRule } from './rule.ts'
import { readQuery, sequenceOf } from './rule-query.ts'
import { clockOf, durationOf } from './schedule.ts'

const day = '24h'

/** The same application, account and tenant: only ECS fields, and fine enough that one victim does not hide another. */
const sameAccount = ['service.id', 'user.email', 'organization.id'] as const

/** Returns the fields that have equal values in two alerts if one repeats the other: no alert hides a more severe one. */
function groupFields(rule: Rule): readonly string[] {
  const decisive = severitiesByField(rule).map(({ field }) => field)
  const joined = sequenceOf(rule)?.by.map(({ name }) => name) ?? []
  // Kibana accepts three fields.
  const same = [...new Set([...joined, ...sameAccount])].slice(0, 3 - decisive.length)
  const by = rule.repeats?.by ?? (rule.type === 'threshold' ? rule.threshold.field : same)
  return [...new Set([...by, ...decisive])]
}

/** Returns `alert_suppression` of a rule in Kibana's format. */
export function suppressionOf(rule: Rule): JsonObject {
  const duration = { value: durationOf(rule.repeats?.within ?? day) / durationOf('1h'), unit: 'h' }
  switch (rule.type) {
    case 'threshold':
      return { duration }
    case undefined:
    case 'query':
    case 'new_terms':
    case 'eql':
      // In Kibana, an alert without one of the fields never repeats another. A hunt requires only an identifying field.
      return { group_by: [...groupFields(rule)], duration, missing_fields_strategy: 'doNotSuppress' }
    default:
      return never(rule)
  }
}

/**
 * Returns the rule as Kibana runs it without suppression. A rule on single documents that combines repeated alerts
 * becomes a new-terms rule: it alerts on the first document with these values in the period. Kibana ignores documents
 * without one of the values, so every document must have them. It refuses more than three fields, and a period that is
 * not longer than the range of a run. A threshold rule with other groups does not change.
 */
export function inKibana(rule: Rule): Rule {
  if (rule.repeats === undefined || !isSingle(rule)) return withoutRepetition(rule)
  const fields = groupFields(rule)
  const isAccepted = fields.length <= 3 && durationOf(rule.repeats.within) > clockOf(rule).reach
  const isPresent = (field: string) => isAlwaysPresent(rule, field) || isRequired(rule, field)
  const isFirst = rule.type === 'threshold' ? isDeepStrictEqual(fields, rule.threshold.field) : fields.every(isPresent)
  if (!isAccepted || !isFirst) return withoutRepetition(rule)
  const { type: _type, threshold: _threshold, repeats, ...kept } = rule as ThresholdRule
  return { ...kept, type: 'new_terms', newTermsFields: fields, historyWindowStart: `now-${repeats?.within}` } as Rule
}

/**
 * Documents about an act of an application have a series, even without the entity store, and an application ID. Exchange
 * grants rights to names and object IDs.
 */
function isAlwaysPresent(rule: Rule, field: string): boolean {
  if (field === 'service.id') return requiredActions(rule)?.includes('app_role_grant') !== true
  return field === 'oauth.act.series' || field === 'event.action'
}

function isRequired(rule: Rule, field: string): boolean {
  const inKql = (node: Node) => requiresField(node, field)
  return readQuery(rule, inKql, () => false) === true
}

const withoutRepetition = ({ repeats: _, ...rule }: Rule): Rule => rule as Rule

/** How a run recognizes that a finding repeats another of the same rule. */
export interface Repetition {
  /** Milliseconds for which later repetitions belong to an alert. */
  readonly within: number
  /** Returns equal keys for findings that repeat each other; undefined for a finding that repeats no other. */
  readonly keyOf: (finding: Finding) => string | undefined
}

/**
 * Logs of API calls contain the ID of an account without its address; Google Cloud logs do the opposite. The record of a
 * refused registration contains only the name of the application.
 */
const substitutes: Readonly<Record<string, string>> = { 'user.email': 'user.id', 'service.id': 'oauth.app.name' }

/** Fields that name an application or an account. Alerts without a value of any of them do not repeat each other. */
const naming = /^(service|user|token|oauth\.account|oauth\.(actor_)?app)\.|^oauth\.act\.series$/

export function repetitionOf(rule: Rule): Repetition | undefined {
  if (rule.repeats === undefined) return undefined
  const fields = groupFields(rule)
  // An address identifies alerts only of a rule that compares no application or account.
  const identifying = fields.some((field) => naming.test(field)) ? naming : /^source\./
  const readers = [...new Set(['organization.id', ...fields])].map((field) => ({
    field,
    readers: [field, substitutes[field] ?? []].flat().map((each) => fieldReader(each).values),
    identifies: identifying.test(field),
  }))
  return {
    within: durationOf(rule.repeats.within),
    keyOf({ entries, terms, settled }) {
      const values = readers.map(({ field, readers: of }) => terms?.[field] ?? valuesIn(entries, of))
      if (!readers.some(({ identifies }, i) => identifies && values[i] !== null)) return undefined
      return JSON.stringify([settled, ...values])
    },
  }
}

/** Returns the values of a field in all events of an alert; null if none has a value. A sequence can have several actors. */
function valuesIn(entries: readonly Entry[], readers: readonly ((document: object) => readonly unknown[])[]): unknown {
  for (const valuesOf of readers) {
    const found = [...new Set(entries.flatMap(({ document }) => valuesOf(document)))]
    if (found.length > 0) return found.length === 1 ? found[0] : found.sort()
  }
  return null
}
