import { type Diagnostic, formatDiagnostic } from '../../mappings/kernel/diagnostic.ts'
import { checkNoise, packBudget } from '../../rules/lib/noise.ts'
import { isShipped } from '../../rules/lib/rule.ts'
import { fieldCatalog } from '../catalog.ts'
import { type Baseline, loadBaseline } from '../content-check/baseline.ts'
import { loadProduct, type Product } from '../content-check/check.ts'
import { measureNoise, type Noise } from '../content-check/noise.ts'
import type { CommonOptions } from './common-options.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { printResult } from './result.ts'
import { severityColumn, table } from './terminal.ts'

/** Runs the active rules of the product on the benign baseline, and reports the rules that exceed their budget. */
export async function noiseOfProduct(
  product: Product,
  baseline: Baseline,
): Promise<{ noise: Noise; diagnostics: Diagnostic[] }> {
  const contents = product.rules.filter(({ value }) => isShipped(value))
  const noise = await measureNoise({
    baseline,
    rules: contents.map(({ value }) => value),
    chain: product.chain,
    catalog: fieldCatalog(product.mappings),
    environment: product.environment,
  })
  return { noise, diagnostics: checkNoise(contents, noise.rules) }
}

export async function rulesNoiseCommand(options: CommonOptions): Promise<ExitCode> {
  const product = await loadProduct(options.content)
  const { noise, diagnostics } = await noiseOfProduct(product, await loadBaseline(product.evidence))
  const perDay = perDayOf(noise)
  printResult(options, { ...noise, perDay, diagnostics }, () => linesOf(noise, product, diagnostics))
  return diagnostics.length > 0 || perDay > packBudget ? exitCodes.found : exitCodes.done
}

/** Returns the alerts per day, in the document order that gives more alerts. */
function perDayOf({ alerts, alertsAsArrived, days }: Noise): number {
  return Math.max(alerts, alertsAsArrived) / days
}

function linesOf(noise: Noise, { rules }: Product, diagnostics: readonly Diagnostic[]): string[] {
  const byId = new Map(rules.map(({ value }) => [value.id, value]))
  const rows = noise.rules
    .flatMap((said) => {
      const rule = byId.get(said.id)
      return rule === undefined || said.alerts === 0 ? [] : [{ ...said, name: rule.name, severity: rule.severity }]
    })
    .sort((a, b) => b.alerts - a.alerts || (a.name < b.name ? -1 : 1))
  const shown = table(rows, [
    { title: 'ALERTS', width: 6, text: (row) => String(row.alerts) },
    { title: 'PER 1000', width: 8, text: (row) => row.perThousand.toFixed(3) },
    { title: 'BUDGET', width: 6, text: (row) => String(row.budget) },
    severityColumn,
    { title: 'RULE', width: 80, text: (row) => row.name },
  ])
  return [
    shown,
    '',
    `${noise.events} events in ${noise.days} days: ${noise.alerts} alerts, ${noise.alertsAsArrived} alerts if events arrive late and out of order; ${perDayOf(noise).toFixed(2)} alerts per day (budget ${packBudget}); ${noise.rules.length - rows.length} rules without alerts`,
    ...diagnostics.map(formatDiagnostic),
  ]
}
