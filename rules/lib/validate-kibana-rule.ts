// Validates a rule against the schema of the import format, and checks the two conditions that a schema cannot express.
import { type Refused, schemaCheck } from '../../mappings/kernel/schema-check.ts'
import { kibanaRuleSchema } from './kibana-rule.schema.ts'
import { durationOf } from './schedule.ts'

const checkShape = schemaCheck(kibanaRuleSchema)

/** All faults for which Kibana or our pack would refuse a rule in the import format. */
export function validateKibanaRule(rule: unknown): Refused[] {
  const refused = checkShape(rule)
  if (refused.length > 0) return refused
  return [
    ...lookBack(rule as { interval: string; from: string }),
    ...band(rule as { severity: string; risk_score: number }),
  ]
}

function lookBack({ interval, from }: { interval: string; from: string }): Refused[] {
  return durationOf(from) > durationOf(interval)
    ? []
    : [{ path: 'from', message: `looks back ${from} but runs every ${interval}: events between two runs are lost` }]
}

const bands = { low: [0, 21], medium: [22, 47], high: [48, 73], critical: [74, 100] } as const

function band({ severity, risk_score }: { severity: string; risk_score: number }): Refused[] {
  const [least, most] = bands[severity as keyof typeof bands]
  return least <= risk_score && risk_score <= most
    ? []
    : [{ path: 'risk_score', message: `${risk_score} is outside ${least} to ${most}, the band of ${severity}` }]
}
