// The applications with alerts, most urgent first.
import type { Severity } from '../../../rules/lib/rule.ts'
import type { ReviewedApp } from '../../review/review.ts'
import type { Collector } from './collect.ts'
import type { BySeverity } from './model.ts'
import { type AlertGroup, appKey } from './tallies.ts'

const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low']

export function total(bySeverity: BySeverity): number {
  return severities.reduce((sum, severity) => sum + bySeverity[severity], 0)
}

export function gravest(bySeverity: BySeverity): Severity {
  return severities.find((severity) => bySeverity[severity] > 0) ?? 'low'
}

export interface AlertedApp {
  readonly key: string
  readonly group: AlertGroup
  readonly app?: ReviewedApp
}

export function indexApps(apps: readonly ReviewedApp[]): ReadonlyMap<string, ReviewedApp> {
  return new Map(apps.flatMap((app) => [app.id, ...app.otherIds].map((id) => [appKey(app.tenant, id), app])))
}

/** Returns the applications with alerts, most urgent first: by severity, number of rules and alerts, and time. */
export function alertedApps(collector: Collector, known: ReadonlyMap<string, ReviewedApp>): AlertedApp[] {
  const found: AlertedApp[] = []
  for (const [key, group] of collector.alerted.groups) {
    if (group.app === undefined) continue
    const app = known.get(key)
    found.push({ key, group, ...(app !== undefined && { app }) })
  }
  return found.sort(
    (a, b) =>
      weigh(b.group, a.group) ||
      (a.group.first < b.group.first ? -1 : a.group.first > b.group.first ? 1 : 0) ||
      (a.key < b.key ? -1 : 1),
  )
}

/**
 * Compares by the highest severity first. If equal, an application with alerts of many rules comes before an
 * application with many alerts of one rule, because its attack has several steps. Provisional alerts count less.
 */
function weigh(one: AlertGroup, other: AlertGroup): number {
  const { bySeverity: a } = one
  const { bySeverity: b } = other
  const bySteps =
    severities.indexOf(gravest(b)) - severities.indexOf(gravest(a)) || settledRules(one) - settledRules(other)
  if (bySteps !== 0) return bySteps
  for (const severity of severities) if (a[severity] !== b[severity]) return a[severity] - b[severity]
  return 0
}

const settledRules = ({ rules }: AlertGroup): number =>
  [...rules.values()].filter(({ count, unsettled }) => count > unsettled).length
