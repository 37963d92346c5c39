// The applications with alerts, most urgent first.
import type { Severity } from '../../../rules/lib/rule.ts'
import type { ReviewedApp } from '../../review/review.ts'
import type { Collector } from './collect.ts'
import type { BySeverity } from './model.ts'
import { type AlertGroup, appKey, gravestFirst } from './tallies.ts'
import { joinTrails, type Trail } from './trail.ts'

export function total(bySeverity: BySeverity): number {
  return gravestFirst.reduce((sum, severity) => sum + bySeverity[severity], 0)
}

export function gravest(bySeverity: BySeverity): Severity {
  return gravestFirst.find((severity) => bySeverity[severity] > 0) ?? 'low'
}

export interface AlertedApp {
  readonly key: string
  readonly group: AlertGroup
  readonly app?: ReviewedApp
  /** From all records, so that filters do not change it. */
  readonly name?: string
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
    const each = { key, group, ...(app !== undefined && { app }) }
    const name = app?.names[0] ?? trailOf(each, collector)?.name ?? group.name
    found.push({ ...each, ...(name !== undefined && { name }) })
  }
  const onlyTried = new Set(found.filter((each) => hasOnlyAttempts(each, collector)))
  return found.sort(
    (a, b) =>
      weigh(b, a, onlyTried) ||
      (a.group.times.first < b.group.times.first ? -1 : a.group.times.first > b.group.times.first ? 1 : 0) ||
      (a.key < b.key ? -1 : 1),
  )
}

/**
 * Compares by the highest severity first. If equal, an application that somebody used comes before one with only failed
 * attempts, and one with alerts of many rules before one with many alerts of one rule, because its attack has several
 * steps. Provisional alerts count less.
 */
function weigh(one: AlertedApp, other: AlertedApp, onlyTried: ReadonlySet<AlertedApp>): number {
  const { bySeverity: a } = one.group
  const { bySeverity: b } = other.group
  const bySteps =
    gravestFirst.indexOf(gravest(b)) - gravestFirst.indexOf(gravest(a)) ||
    Number(onlyTried.has(other)) - Number(onlyTried.has(one)) ||
    settledRules(one.group) - settledRules(other.group)
  if (bySteps !== 0) return bySteps
  for (const severity of gravestFirst) if (a[severity] !== b[severity]) return a[severity] - b[severity]
  return 0
}

const settledRules = ({ rules }: AlertGroup): number =>
  [...rules.values()].filter(({ times }) => times.count > times.unsettled).length

/** Whether all recorded attempts to use an application failed, and no act on it succeeded. */
export function hasOnlyAttempts(alerted: AlertedApp, collector: Collector): boolean {
  const trail = trailOf(alerted, collector)
  return trail !== undefined && trail.failures.count > 0 && trail.uses.count + trail.byAction.size === 0
}

/** The log activity of an application, under any of its IDs. */
export function trailOf({ key, app, group }: AlertedApp, collector: Collector): Trail | undefined {
  return trailOfApp(key, app, group.app?.tenant ?? '', collector)
}

export function trailOfApp(
  key: string,
  app: ReviewedApp | undefined,
  tenant: string,
  collector: Collector,
): Trail | undefined {
  const ids = app === undefined ? [] : [app.id, ...app.otherIds]
  const keys = new Set([key, ...ids.map((id) => appKey(tenant, id))])
  return joinTrails([...keys].flatMap((each) => collector.trailOf(each) ?? []))
}
