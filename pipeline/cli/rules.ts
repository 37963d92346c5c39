import type { Environment } from '../../mappings/environment/environment.ts'
import { type OffReason, renderPack, rulesOff } from '../../rules/lib/emit.ts'
import { parametersOf, tuneRule } from '../../rules/lib/parameters.ts'
import { type Rule, ruleType } from '../../rules/lib/rule.ts'
import { checkPack } from '../../rules/lib/validate-pack.ts'
import { renderPortable } from '../../rules/portable/emit.ts'
import { fieldCatalog } from '../catalog.ts'
import { loadMappings } from '../chain.ts'
import { UsageError } from '../errors/usage-error.ts'
import { loadRules } from './content.ts'
import { openEnvironment, reportBlindRules, reportIdleSettings, withoutEndedApprovals } from './environment.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { writeIntoFolder } from './output.ts'
import { releaseForStack } from './stack.ts'
import { severityText, table, tableWidth, usesColor } from './terminal.ts'

/** `consentry rules list`: every rule with its state in the environment. */
export async function rulesListCommand(options: {
  json?: boolean
  environment?: string
  content?: string
}): Promise<ExitCode> {
  const environment = openEnvironment(options.environment)
  const rows = (await loadRules(options.content)).map((rule) => ({
    id: rule.id,
    name: rule.name,
    severity: environment.rules.severities[rule.id] ?? rule.severity,
    type: ruleType(rule),
    datasets: rule.datasets,
    version: rule.version ?? 1,
    state: stateOf(rule, environment),
    attack: rule.attack,
    ...(rule.requires !== undefined && { requires: rule.requires }),
    ...(rule.parameters !== undefined && { parameters: numbersOf(tuneRule(rule, environment)) }),
  }))
  if (options.json) {
    console.log(JSON.stringify({ rules: rows }))
    return exitCodes.done
  }
  const color = usesColor(process.stdout)
  console.log(
    table(
      rows,
      [
        {
          title: 'SEVERITY',
          width: 8,
          text: (row) => row.severity,
          style: (cell, row) => cell.replace(row.severity, severityText(row.severity, color)),
        },
        { title: 'TYPE', width: 10, text: (row) => row.type },
        { title: 'STATE', width: 12, text: (row) => row.state },
        { title: 'DATASETS', width: 40, text: (row) => row.datasets.join(' ') },
        { title: 'ATT&CK', width: 24, text: (row) => row.attack.join(' ') },
        { title: 'NAME', width: 80, text: (row) => row.name },
      ],
      { width: tableWidth(process.stdout) },
    ),
  )
  return exitCodes.done
}

/** The state of a rule in an environment: `enabled`, or why it does not run. */
function stateOf(rule: Rule, environment: Environment): 'enabled' | OffReason {
  return rulesOff([rule], environment).get(rule.id) ?? 'enabled'
}

/** The numbers of a rule that an environment may set, by name. */
function numbersOf(rule: Rule): Record<string, number> {
  return Object.fromEntries(parametersOf(rule).map(({ name, value }) => [name, value]))
}

/** `consentry rules build`: the pack as NDJSON for Kibana's import, to a folder or standard output. */
export async function rulesBuildCommand(options: {
  out?: string
  environment?: string
  content?: string
  suppression?: boolean
  stack: string
  for?: 'elastic-integrations'
}): Promise<ExitCode> {
  const isPortable = options.for === 'elastic-integrations'
  if (isPortable && options.suppression)
    throw new UsageError(
      '--suppression groups alerts by fields of the pipeline: leave it out with --for elastic-integrations',
    )
  const attack = releaseForStack(options.stack)
  const environment = withoutEndedApprovals(openEnvironment(options.environment), Date.now())
  const rules = await loadRules(options.content)
  const catalog = fieldCatalog(await loadMappings())
  if (isPortable) reportIgnoredSettings(environment)
  else reportIdleSettings(environment, rules, options.environment)
  const pack = isPortable
    ? renderPortable(rules, environment, { catalog, attack })
    : renderPack(rules, environment, catalog, { ...options, attack })
  const lines = pack.split('\n').slice(0, -1)
  const refused = checkPack(lines)
  if (refused.length > 0)
    throw new UsageError(`the pack does not match the import format of Kibana:\n${refused.join('\n')}`)
  if (options.out === undefined) process.stdout.write(pack)
  else {
    const file = await writeIntoFolder(options.out, 'rules.ndjson', pack)
    const count = lines.filter((line) => line.includes('"rule_id"')).length
    console.warn(`wrote ${count} rules and ${lines.length - count} exception lists and items to ${file}`)
  }
  if (!isPortable) reportBlindRules(environment, rules)
  return exitCodes.done
}

/** The portable edition cannot express these parts of an environment. */
function reportIgnoredSettings({ approvedApps, networks, administrators }: Environment): void {
  const ignored = [
    ...(approvedApps.length > 0 ? ['approved applications'] : []),
    ...(networks.length > 0 ? ['networks'] : []),
    ...(administrators.length > 0 ? ['administrators'] : []),
  ]
  if (ignored.length > 0)
    console.error(
      `the portable edition ignores ${ignored.join(', ')} of the environment file: use exceptions in Kibana`,
    )
}
