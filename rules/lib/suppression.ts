// What repeats is one alert. A hunt does so for the rules with `repeats`. Kibana needs a paid license for it: there, an overlay
// does so for all rules, and for a day where a rule has no period.

import type { JsonObject } from '../../mappings/kernel/json.ts'
import { never } from '../../mappings/kernel/never.ts'
import type { Entry, Finding } from './evaluate/evaluator.ts'
import { fieldReader } from './query/field-reader.ts'
import type { Rule } from './rule.ts'
import { durationOf } from './schedule.ts'

const day = '24h'

/** The same tenant, application and account: all ECS, and nothing that makes one victim hide another. */
const sameAccount = ['organization.id', 'service.id', 'user.email'] as const

/** The fields with equal values in two alerts when one repeats the other. */
function groupFields(rule: Rule): readonly string[] {
  if (rule.repeats?.by !== undefined) return rule.repeats.by
  if (rule.type === 'threshold') return rule.threshold.field
  // A higher tier must not hide behind a lower one.
  return rule.severityByTier === undefined ? sameAccount : ['service.id', 'user.email', 'oauth.grant.tier']
}

/** `alert_suppression` of a rule in Kibana's form. */
export function suppressionOf(rule: Rule): JsonObject {
  const duration = { value: durationOf(rule.repeats?.within ?? day) / durationOf('1h'), unit: 'h' }
  switch (rule.type) {
    case 'threshold':
      return { duration }
    case undefined:
    case 'query':
    case 'new_terms':
    case 'eql':
      // A record without an account or an application is like no other.
      return { group_by: [...groupFields(rule)], duration, missing_fields_strategy: 'doNotSuppress' }
    default:
      return never(rule)
  }
}

/** How a run recognizes that a finding repeats another of the same rule. */
export interface Repetition {
  /** Milliseconds for which an alert stands for what repeats it. */
  readonly within: number
  /** Equal for findings that repeat each other; undefined for one that is like no other. */
  readonly keyOf: (finding: Finding) => string | undefined
}

/** The repetition of a rule that has one. */
export function repetitionOf(rule: Rule): Repetition | undefined {
  if (rule.repeats === undefined) return undefined
  const readers = groupFields(rule).map((field) => ({ field, values: fieldReader(field).values }))
  return {
    within: durationOf(rule.repeats.within),
    keyOf({ entries, terms, settled }) {
      const values = readers.map(({ field, values: valuesOf }) => terms?.[field] ?? shared(entries, valuesOf))
      return values.includes(undefined) ? undefined : JSON.stringify([settled, ...values])
    },
  }
}

/** The one value that a field has in all documents. */
function shared(entries: readonly Entry[], valuesOf: (document: object) => readonly unknown[]): unknown {
  const found = new Set(entries.flatMap(({ document }) => valuesOf(document)))
  return found.size === 1 && entries.every(({ document }) => valuesOf(document).length > 0) ? [...found][0] : undefined
}
