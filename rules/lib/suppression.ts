// The overlay for Kibana with a paid license: what repeats within a day is one alert. Without it nothing is suppressed, so
// that the pack runs on every license.

import type { JsonObject } from '../../mappings/kernel/json.ts'
import { never } from '../../mappings/kernel/never.ts'
import type { Rule } from './rule.ts'

const duration = { value: 24, unit: 'h' } as const

/** The same tenant, application and account: all ECS, and nothing that makes one victim hide another. */
const groupBy = ['organization.id', 'service.id', 'user.email'] as const

/** `alert_suppression` of a rule in Kibana's form. A threshold rule has its groups already. */
export function suppressionOf(rule: Rule): JsonObject {
  switch (rule.type) {
    case 'threshold':
      return { duration }
    case undefined:
    case 'query':
    case 'new_terms':
    case 'eql':
      // A record without an account or an application is like no other.
      return { group_by: [...groupBy], duration, missing_fields_strategy: 'doNotSuppress' }
    default:
      return never(rule)
  }
}
