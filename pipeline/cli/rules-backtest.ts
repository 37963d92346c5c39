import { withoutEnded } from '../../mappings/environment/environment.ts'
import { dayMs } from '../../mappings/kernel/durations.ts'
import { isShipped, type Rule } from '../../rules/lib/rule.ts'
import { type OffReason, rulesOff } from '../../rules/lib/rule-state.ts'
import { type Backtest, backtest, type Count, storedDocuments } from '../backtest/backtest.ts'
import { fieldCatalog } from '../catalog.ts'
import { loadMappings } from '../chain.ts'
import { withClient } from '../clients/elasticsearch.ts'
import { UsageError } from '../errors/usage-error.ts'
import { count } from '../hunt/report/words.ts'
import type { CommonOptions } from './common-options.ts'
import { openConfig } from './config.ts'
import { chooseRule, loadRuleContents } from './content.ts'
import { environmentFile, openEnvironment } from './environment.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { printResult } from './result.ts'
import { printable, severityColumn, table } from './terminal.ts'

export interface BacktestOptions extends CommonOptions {
  readonly days: string
  readonly rule?: string
}

/** Rules on new behavior need this history: the documents are read, but their alerts are not reported. */
const historyDays = 90

/** A hundred years: a time before them is no date. */
const mostDays = 36_500

/** Reports what the rules that run in Kibana would have raised. Changes nothing. */
export async function rulesBacktestCommand(options: BacktestOptions): Promise<ExitCode> {
  const days = Number(options.days)
  if (!Number.isInteger(days) || days < 1 || days > mostDays)
    throw new UsageError(`--days ${options.days} is not a number of days; give a whole number from 1 to ${mostDays}`)
  const config = openConfig(options.config)
  const now = Date.now()
  const file = environmentFile(options.environment, config)
  const environment = withoutEnded(await openEnvironment(file), now)
  const contents = (await loadRuleContents(options.content)).filter(({ value }) => isShipped(value))
  const all = contents.map(({ value }) => value)
  const off = rulesOff(all, environment)
  const running = all.filter(({ id }) => !off.has(id))
  const rules = options.rule === undefined ? running : [chooseRule(contents, options.rule).value]
  const from = now - days * dayMs
  return withClient(config.elasticsearch, async (client) => {
    const datasets = [...new Set(rules.flatMap((rule) => rule.datasets))]
    const found = await backtest({
      entries: storedDocuments(client, { datasets, namespace: config.namespace, since: from - historyDays * dayMs }),
      rules,
      environment,
      catalog: fieldCatalog(await loadMappings()),
      from,
    })
    printResult(options, toJson(found), () =>
      linesOf(found, rules, days, options.rule === undefined ? [...off.values()] : []),
    )
    return exitCodes.done
  })
}

function toJson({ byRule, alerts, ...rest }: Backtest) {
  const rules = [...byRule].map(([id, byDay]) => ({ id, byDay: Object.fromEntries(byDay) }))
  return { ...rest, alerts: alerts.length, rules }
}

function linesOf(found: Backtest, rules: readonly Rule[], days: number, off: readonly OffReason[]): string[] {
  const { documents, alerts, provisional, byRule, apps, accounts, lines } = found
  const total = `${count(documents, 'document')}, ${count(alerts.length, 'alert')} in ${count(days, 'day')} (${(alerts.length / days).toFixed(2)} per day); ${rules.length - byRule.size} of ${rules.length} rules without alerts`
  const notRun = (['experimental', 'disabled'] as const).flatMap((reason) => {
    const rulesOfReason = off.filter((one) => one === reason).length
    return rulesOfReason === 0 ? [] : [`${rulesOfReason} ${reason}`]
  })
  const totals = [
    total,
    ...(notRun.length === 0
      ? []
      : [`not run: ${notRun.join(', ')} rules (rules.enabled and rules.disabled of environment.yaml)`]),
    ...(provisional === 0
      ? []
      : [`${provisional} alerts on new behavior are provisional: the history is too short. Kibana raises them, too`]),
  ]
  if (alerts.length === 0) return totals
  return [
    ruleTable(found, rules, days),
    '',
    ...totals,
    ...section('Applications with the most alerts', apps),
    ...section('Accounts with the most alerts', accounts),
    '',
    'Lines of environment.yaml that remove alerts (review the application, the account or the network first)',
    ...lines.map(({ text, removes }) => `  ${String(removes).padStart(6)}  ${printable(text)}`),
  ]
}

function ruleTable({ byRule, alerts: all }: Backtest, rules: readonly Rule[], days: number): string {
  const rows = rules
    .flatMap(({ id, name, severity }) => {
      const counts = [...(byRule.get(id)?.values() ?? [])]
      const alerts = counts.reduce((sum, count) => sum + count, 0)
      const provisional = all.filter(({ rule, settled }) => rule.id === id && !settled).length
      return alerts === 0 ? [] : [{ name, severity, alerts, provisional, most: Math.max(...counts) }]
    })
    .sort((a, b) => b.alerts - a.alerts || (a.name < b.name ? -1 : 1))
  return table(rows, [
    { title: 'ALERTS', width: 6, text: (row) => String(row.alerts) },
    { title: 'PROVISIONAL', width: 11, text: (row) => String(row.provisional) },
    { title: 'PER DAY', width: 7, text: (row) => (row.alerts / days).toFixed(2) },
    { title: 'MOST ON A DAY', width: 13, text: (row) => String(row.most) },
    severityColumn,
    { title: 'RULE', width: 80, text: (row) => row.name },
  ])
}

function section(title: string, counts: readonly Count[]): string[] {
  if (counts.length === 0) return []
  return ['', title, ...counts.map(({ name, alerts }) => `  ${String(alerts).padStart(6)}  ${printable(name)}`)]
}
