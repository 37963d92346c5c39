// Determines which rules run: by their own state, and by the settings of the environment.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import { isExperimental, isShipped, type Rule } from './rule.ts'

export function enabledRules<T extends Rule | Content<Rule>>(rules: readonly T[], environment: Environment): T[] {
  return rules.filter((rule) => !isDisabled('value' in rule ? rule.value : rule, environment))
}

/** Whether the environment disables a rule, by its id or with its group. */
export function isDisabled({ id, group }: Rule, { rules: { disabled } }: Environment): boolean {
  return disabled.includes(id) || (group !== undefined && disabled.includes(group))
}

/** The reason why a rule must not run: the environment has disabled it, or the rule has this state. */
export type OffReason = 'disabled' | 'draft' | 'deprecated' | 'experimental'

export function rulesOff(rules: readonly Rule[], environment: Environment): Map<string, OffReason> {
  return new Map(
    rules.flatMap((rule): [string, OffReason][] => {
      const { id, state = 'active' } = rule
      if (isDisabled(rule, environment) && isShipped(rule)) return [[id, 'disabled']]
      if (state === 'active' || isEnabled(rule, environment)) return []
      return [[id, state]]
    }),
  )
}

export function runningRules(rules: readonly Rule[], environment: Environment): Rule[] {
  const off = rulesOff(rules, environment)
  return rules.filter(({ id }) => !off.has(id))
}

/** Whether the environment lets Kibana run an experimental rule. */
export function isEnabled(rule: Rule, environment: Environment): boolean {
  return isExperimental(rule) && environment.rules.enabled.includes(rule.id)
}
