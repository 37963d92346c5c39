// One rule as it runs with the environment file: its properties, query, guide and evidence.
import { guideOf } from '../../rules/lib/guide.ts'
import { tuneRule } from '../../rules/lib/parameters.ts'
import type { Evidence } from '../../rules/lib/rule.ts'
import { withOwnScenarios } from '../../rules/lib/rule-folder.ts'
import { loadScenarios } from '../../rules/lib/scenario.ts'
import type { CommonOptions } from './common-options.ts'
import { chooseRule, loadRuleContents } from './content.ts'
import { environmentFile, openEnvironment } from './environment.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { printResult } from './result.ts'
import { rowOf } from './rules-list.ts'
import { printable, severityText, usesColor } from './terminal.ts'

export async function rulesShowCommand(wanted: string, options: CommonOptions): Promise<ExitCode> {
  const environment = await openEnvironment(environmentFile(options.environment))
  const chosen = chooseRule(await loadRuleContents(options.content), wanted, 'rule')
  const [content = chosen] = withOwnScenarios([chosen], await loadScenarios())
  const rule = tuneRule(content.value, environment)
  const { tests, description, query, falsePositives } = rule
  const row = rowOf(content, environment)
  const guide = guideOf(rule)
  printResult(options, { ...row, description, query, falsePositives, guide, tests }, () => [
    printable(rule.name),
    `  ${severityText(row.severity, usesColor(process.stdout))}, ${row.state}, type ${row.type}, version ${row.version}`,
    `  ID        ${rule.id}`,
    `  folder    ${printable(row.folder)}`,
    `  datasets  ${row.datasets.join(' ')}`,
    `  ATT&CK    ${row.attack.join(' ')}`,
    ...Object.entries(row.parameters ?? {}).map(([name, value]) => `  ${name} = ${value}`),
    ...section('Description', [description]),
    ...section('Query', [query]),
    ...section('False positives', falsePositives),
    ...section('Guide', [guide]),
    ...section('Evidence that must match', tests.match.map(nameOf)),
    ...section('Evidence that must not match', tests.noMatch.map(nameOf)),
  ])
  return exitCodes.done
}

const nameOf = (evidence: Evidence): string =>
  'sample' in evidence ? `sample ${evidence.sample}` : `scenario ${evidence.scenario}`

function section(title: string, texts: readonly string[]): string[] {
  const lines = texts.flatMap((text) => text.trim().split('\n'))
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${printable(line)}`.trimEnd())]
}
