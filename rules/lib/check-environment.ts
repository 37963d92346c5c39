// Environment settings without effect on the rules: without this check, a typo would silently leave a rule unchanged.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { Diagnostic } from '../../mappings/kernel/diagnostic.ts'
import { didYouMean, nearest } from '../../mappings/kernel/suggest.ts'
import { contradictionOf, parametersOf, refusalOf, tuneRule } from './parameters.ts'
import { requirements } from './requirements.ts'
import { isExperimental, isShipped, type Rule, ruleGroups } from './rule.ts'
import { isDisabled } from './rule-state.ts'

/** E004 for each setting that changes nothing (a warning) or cannot be applied (an error). */
export function checkEnvironment(environment: Environment, rules: readonly Rule[], file: string): Diagnostic[] {
  const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]))
  const { disabled, enabled, severities, thresholds } = environment.rules
  const report =
    (level: Diagnostic['level'], below = 'rules.') =>
    (path: string, message: string, hint?: string): Diagnostic[] => [
      { code: 'E004', level, file, path: `${below}${path}`, message, ...(hint === undefined ? {} : { hint }) },
    ]
  const idle = report('warning')

  /** Checks the rule of a setting, or returns the diagnostic about its ID. */
  function about(id: string, path: string, check: (rule: Rule) => Diagnostic[], unknown = idle): Diagnostic[] {
    const rule = byId.get(id)
    if (rule === undefined)
      return unknown(
        path,
        `there is no rule ${id}`,
        didYouMean(id, Object.keys(ruleGroups)).hint ?? nearestRule(id, rules),
      )
    if (!isShipped(rule)) return idle(path, `"${rule.name}" is ${rule.state} and not shipped`)
    return check(rule)
  }

  function threshold(rule: Rule, name: string, value: number): Diagnostic[] {
    const path = `thresholds.${rule.id}.${name}`
    const parameters = parametersOf(rule)
    const parameter = parameters.find((each) => each.name === name)
    if (parameter === undefined) {
      const known = parameters.map((each) => `${each.name} (${each.value})`).join(', ')
      const hint = known === '' ? 'the rule has no parameters' : `it has ${known}`
      return idle(path, `"${rule.name}" has no parameter ${name}`, hint)
    }
    const refused = refusalOf(parameter.place, value)
    if (refused !== undefined) return report('error')(path, `"${rule.name}": ${refused}`)
    const contradiction = contradictionOf(tuneRule(rule, environment), parameter.place)
    if (contradiction !== undefined) return report('error')(path, `"${rule.name}": ${contradiction}`)
    return parameter.value === value ? idle(path, `"${rule.name}" already has the value ${value}`) : []
  }

  return [
    ...environment.available.flatMap((name, i) =>
      Object.hasOwn(requirements, name)
        ? []
        : report('warning', '')(
            `available[${i}]`,
            `no rule requires ${name}`,
            didYouMean(name, Object.keys(requirements)).hint,
          ),
    ),
    // A typo here leaves a rule running although the author believes that it is disabled.
    ...disabled.flatMap((id, i) =>
      Object.hasOwn(ruleGroups, id) ? [] : about(id, `disabled[${i}]`, () => [], report('error')),
    ),
    ...enabled.flatMap((id, i) =>
      about(id, `enabled[${i}]`, (rule) => [
        ...whileOff(rule, `enabled[${i}]`),
        ...(isExperimental(rule)
          ? []
          : idle(
              `enabled[${i}]`,
              `"${rule.name}" is not experimental`,
              'remove the entry and enable the rule in Kibana',
            )),
      ]),
    ),
    ...Object.entries(severities).flatMap(([id, severity]) =>
      about(id, `severities.${id}`, (rule) => [
        ...whileOff(rule, `severities.${id}`),
        ...(rule.severity === severity
          ? idle(`severities.${id}`, `"${rule.name}" already has severity ${severity}`)
          : []),
      ]),
    ),
    ...Object.entries(thresholds).flatMap(([id, values]) =>
      about(id, `thresholds.${id}`, (rule) => [
        ...whileOff(rule, `thresholds.${id}`),
        ...Object.entries(values).flatMap(([name, value]) => threshold(rule, name, value)),
      ]),
    ),
  ]

  function whileOff(rule: Rule, path: string): Diagnostic[] {
    const { name } = rule
    return isDisabled(rule, environment) ? idle(path, `"${name}" is also disabled`) : []
  }
}

/** Describes the most similar rule to an unknown ID, by ID or by name. */
function nearestRule(wanted: string, rules: readonly Rule[]): string {
  const called = nearest(
    wanted,
    rules.flatMap(({ id, name }) => [id, name]),
  )
  const meant = rules.find(({ id, name }) => id === called || name === called)
  return meant === undefined
    ? '`consentry rules list --json` shows the ids'
    : `did you mean ${meant.id} ("${meant.name}")?`
}
