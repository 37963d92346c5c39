// Noise budgets: how often a rule may alert when nothing is wrong, and whether the rule stays within its budget.
import type { Diagnostic } from '../../mappings/kernel/diagnostic.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import type { Rule } from './rule.ts'

/** The budget of every rule: alerts for each 1,000 events. One alert in the benign month uses half of this budget. */
export const everyRulesBudget = 0.05

/** Alerts a day of the whole pack on the benign baseline, without suppression. */
export const packBudget = 3

/** The alerts of one rule in a month without an attack. */
export interface RuleNoise {
  readonly id: Rule['id']
  readonly alerts: number
  /** Alerts for each 1,000 events. */
  readonly perThousand: number
  readonly budget: number
}

export function noiseOf(rule: Rule, alerts: number, events: number): RuleNoise {
  const perThousand = events === 0 ? 0 : (alerts / events) * 1000
  return { id: rule.id, alerts, perThousand, budget: rule.noise?.perThousand ?? everyRulesBudget }
}

/** Returns R020 for an invalid budget. */
export function checkNoiseBudget({ file, value: { noise } }: Content<Rule>): Diagnostic[] {
  if (noise === undefined) return []
  const { perThousand, because } = noise
  const wrong =
    typeof perThousand !== 'number' || !(perThousand > everyRulesBudget) || perThousand > 1
      ? [['perThousand', `a custom budget must be above the common budget of ${everyRulesBudget} and at most 1`]]
      : typeof because !== 'string' || because.trim() === ''
        ? [['because', 'a custom budget names the daily work that it allows']]
        : []
  return wrong.map(([path, message]): Diagnostic => {
    return { code: 'R020', level: 'error', file, path: `noise.${path}`, message: message as string }
  })
}

/** R021 for each rule that exceeds its budget, and R020 for each custom budget that is not needed. */
export function checkNoise(contents: readonly Content<Rule>[], noise: readonly RuleNoise[]): Diagnostic[] {
  const byId = new Map(noise.map((each) => [each.id, each]))
  return contents.flatMap(({ file, value }): Diagnostic[] => {
    const said = byId.get(value.id)
    if (said === undefined) return []
    const count = `${said.alerts} alerts, ${said.perThousand.toFixed(3)} per 1,000 events`
    const report = { level: 'error', file, path: 'noise' } as const
    if (said.perThousand > said.budget)
      return [
        {
          ...report,
          code: 'R021',
          message: `"${value.name}" raises ${count} on the benign baseline; its budget is ${said.budget}`,
          hint: 'narrow the query by a fact that distinguishes daily work from an attack; set a custom budget only if there is none',
        },
      ]
    if (value.noise === undefined || said.perThousand > everyRulesBudget) return []
    return [{ ...report, code: 'R020', message: `"${value.name}" needs no custom budget: ${count}` }]
  })
}
