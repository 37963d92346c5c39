import type { Environment } from '../../mappings/environment/environment.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import { present } from '../../mappings/kernel/present.ts'
import { didYouMean } from '../../mappings/kernel/suggest.ts'
import { parametersOf, tuneRule } from '../../rules/lib/parameters.ts'
import { type Rule, ruleType } from '../../rules/lib/rule.ts'
import { folderOf } from '../../rules/lib/rule-folder.ts'
import { type OffReason, rulesOff } from '../../rules/lib/rule-state.ts'
import { UsageError } from '../errors/usage-error.ts'
import type { CommonOptions } from './common-options.ts'
import { loadRuleContents } from './content.ts'
import { environmentFile, openEnvironment } from './environment.ts'
import { reportIdleSettings } from './environment-report.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { printResult } from './result.ts'
import { printable, severityColumn, table } from './terminal.ts'

export interface RulesListOptions extends CommonOptions {
  /** The name of a log. */
  readonly dataset?: string
}

export async function rulesListCommand(options: RulesListOptions): Promise<ExitCode> {
  const file = environmentFile(options.environment)
  const environment = await openEnvironment(file)
  const contents = await loadRuleContents(options.content)
  const rules = contents.map(({ value }) => value)
  reportIdleSettings(environment, rules, file)
  const { dataset } = options
  const known = [...new Set(rules.flatMap(({ datasets }) => datasets))].sort()
  if (dataset !== undefined && !known.some((name) => name === dataset))
    throw new UsageError(
      `--dataset ${printable(dataset)}: no rule reads this log; ${printable(didYouMean(dataset, known).hint ?? `use one of ${known.join(', ')}`)}`,
    )
  const wanted = contents.filter(
    ({ value }) => dataset === undefined || value.datasets.some((name) => name === dataset),
  )
  const rows = wanted.map((content) => rowOf(content, environment))
  printResult(options, { rules: rows }, () =>
    table(rows, [
      { title: 'ID', width: 36, text: (row) => row.id },
      severityColumn,
      { title: 'STATE', width: 12, text: (row) => row.state },
      { title: 'NAME', width: 60, text: (row) => row.name },
      { title: 'FOLDER', width: 60, text: (row) => row.folder },
      { title: 'DATASETS', width: 40, text: (row) => row.datasets.join(' ') },
      { title: 'ATT&CK', width: 24, text: (row) => row.attack.join(' ') },
    ]),
  )
  return exitCodes.done
}

/** The properties of a rule with the choices of the environment. */
export function rowOf({ file, value: rule }: Content<Rule>, environment: Environment) {
  return {
    id: rule.id,
    name: rule.name,
    folder: folderOf(file).replace(/^rules\//, ''),
    severity: environment.rules.severities[rule.id] ?? rule.severity,
    type: ruleType(rule),
    datasets: rule.datasets,
    version: rule.version ?? 1,
    state: stateOf(rule, environment),
    attack: rule.attack,
    ...present({ group: rule.group, requires: rule.requires }),
    ...(rule.parameters !== undefined && { parameters: numbersOf(tuneRule(rule, environment)) }),
  }
}

/** `active`: nothing keeps it from running; a deployment creates it disabled. */
function stateOf(rule: Rule, environment: Environment): 'active' | OffReason {
  return rulesOff([rule], environment).get(rule.id) ?? 'active'
}

/** The numbers of a rule that an environment may set, by name. */
function numbersOf(rule: Rule): Record<string, number> {
  return Object.fromEntries(parametersOf(rule).map(({ name, value }) => [name, value]))
}
