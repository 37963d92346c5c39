// Runs the schema of the import format, and the two things a schema cannot say.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { kibanaRuleSchema } from './kibana-rule.schema.ts'
import { durationOf } from './schedule.ts'

/** One thing that Kibana, or our pack, would refuse. `path` is the member, dotted; empty for the rule as a whole. */
export interface Refused {
  readonly path: string
  readonly message: string
}

let compiled: ValidateFunction | undefined

/** Everything that is wrong with a rule of the import format. */
export function validateKibanaRule(rule: unknown): Refused[] {
  // Types of "if" branches and required members of other branches are what the strict options would complain of.
  compiled ??= new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }).compile(
    kibanaRuleSchema,
  )
  if (!compiled(rule)) {
    const errors = (compiled.errors ?? []).filter(({ keyword }) => keyword !== 'if')
    return errors.map(({ instancePath, message = 'is not valid', params }) => ({
      path: instancePath.slice(1).replaceAll('/', '.'),
      message: `${message}${detail(params)}`,
    }))
  }
  return [
    ...lookBack(rule as { interval: string; from: string }),
    ...band(rule as { severity: string; risk_score: number }),
  ]
}

function detail(params: Record<string, unknown>): string {
  const named = params.unevaluatedProperty ?? params.additionalProperty ?? params.allowedValues ?? params.allowedValue
  return named === undefined ? '' : `: ${Array.isArray(named) ? named.join(', ') : String(named)}`
}

function lookBack({ interval, from }: { interval: string; from: string }): Refused[] {
  return durationOf(from) > durationOf(interval)
    ? []
    : [
        {
          path: 'from',
          message: `looks back ${from} but runs every ${interval}: events between two runs are lost`,
        },
      ]
}

const bands = { low: [0, 21], medium: [22, 47], high: [48, 73], critical: [74, 100] } as const

function band({ severity, risk_score }: { severity: string; risk_score: number }): Refused[] {
  const [least, most] = bands[severity as keyof typeof bands]
  return least <= risk_score && risk_score <= most
    ? []
    : [{ path: 'risk_score', message: `${risk_score} is outside ${least} to ${most}, the band of ${severity}` }]
}
