// Noise budgets: how often a rule may alert where nothing is wrong, and whether it keeps to that.
import type { Diagnostic } from '../../mappings/kernel/diagnostic.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import type { Rule } from './rule.ts'

/** Alerts for each 1,000 events that every rule may raise. One alert in the month of the benign baseline is half of it. */
export const everyRulesBudget = 0.05

/** Alerts a day of the whole pack on the benign baseline, without suppression. */
export const packBudget = 3

/** What one rule said about a month in which nothing is wrong. */
export interface RuleNoise {
  readonly id: Rule['id']
  readonly alerts: number
  /** Alerts for each 1,000 events. */
  readonly perThousand: number
  readonly budget: number
}

/** The noise of a rule that raised so many alerts on so many events. */
export function noiseOf(rule: Rule, alerts: number, events: number): RuleNoise {
  const perThousand = events === 0 ? 0 : (alerts / events) * 1000
  return { id: rule.id, alerts, perThousand, budget: rule.noise?.perThousand ?? everyRulesBudget }
}

/** R020 for a budget that is none. */
export function checkNoiseBudget({ file, value: { noise } }: Content<Rule>): Diagnostic[] {
  if (noise === undefined) return []
  const { perThousand, because } = noise
  const wrong =
    typeof perThousand !== 'number' || !(perThousand > everyRulesBudget) || perThousand > 1
      ? [['perThousand', `a budget of its own lies above the ${everyRulesBudget} of every rule, and not above 1`]]
      : typeof because !== 'string' || because.trim() === ''
        ? [['because', 'a budget of its own says which daily work it is for']]
        : []
  return wrong.map(([path, message]): Diagnostic => {
    return { code: 'R020', level: 'error', file, path: `noise.${path}`, message: message as string }
  })
}

/** R021 for each rule that said more than it may, and R020 for each that could do without a budget of its own. */
export function checkNoise(contents: readonly Content<Rule>[], noise: readonly RuleNoise[]): Diagnostic[] {
  const byId = new Map(noise.map((each) => [each.id, each]))
  return contents.flatMap(({ file, value }): Diagnostic[] => {
    const said = byId.get(value.id)
    if (said === undefined) return []
    const count = `${said.alerts} alerts, ${said.perThousand.toFixed(3)} for each 1,000 events`
    const report = { level: 'error', file, path: 'noise' } as const
    if (said.perThousand > said.budget)
      return [
        {
          ...report,
          code: 'R021',
          message: `"${value.name}" raises ${count} where nothing is wrong; it may raise ${said.budget}`,
          hint: 'narrow the query by what daily work has and an attack has not; only then give it a budget',
        },
      ]
    if (value.noise === undefined || said.perThousand > everyRulesBudget) return []
    return [{ ...report, code: 'R020', message: `"${value.name}" needs no budget of its own: ${count}` }]
  })
}
