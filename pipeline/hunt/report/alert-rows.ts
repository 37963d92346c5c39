// Alerts by rule, each with its first and last alerts and the records behind them.
import { compareSeverity } from '../../../rules/lib/rule.ts'
import type { ReviewedApp } from '../../review/review.ts'
import type { AlertedApp } from './apps.ts'
import type { Collector } from './collect.ts'
import { cut } from './kept.ts'
import { type Capped, cappedMap, limits } from './limits.ts'
import type { AlertRow, RuleAlerts } from './model.ts'
import type { AlertGroup, AlertNote, RuleTally } from './tallies.ts'

export function ruleAlerts(group: AlertGroup): RuleAlerts[] {
  return [...group.rules.values()]
    .sort(
      (a, b) =>
        compareSeverity(b.severity, a.severity) ||
        (a.first < b.first ? -1 : a.first > b.first ? 1 : 0) ||
        (a.name < b.name ? -1 : 1),
    )
    .map(toRuleAlerts)
}

/** Alerts about no single application, with the applications that their events are on. */
export function looseAlerts(
  group: AlertGroup,
  collector: Collector,
  alerted: readonly AlertedApp[],
  known: ReadonlyMap<string, ReviewedApp>,
): RuleAlerts[] {
  const rules = ruleAlerts(group)
  const events = new Set(
    rules.flatMap(({ alerts }) => alerts.flatMap(({ evidence }) => evidence.shown.map(({ id }) => id))),
  )
  const keys = collector.appsOf(events)
  const toApp = (key: string) => {
    const app = known.get(key)
    const place = alerted.findIndex((each) => each.key === key || (app !== undefined && each.app === app))
    const name = cut(app?.names[0] ?? key.slice(key.indexOf('|') + 1), limits.name)
    return { name, ...(place >= 0 && place < limits.cards && { card: place + 1 }) }
  }
  return rules.map((rule) => ({
    ...rule,
    alerts: rule.alerts.map((alert) => {
      const apps = [...new Set(alert.evidence.shown.flatMap(({ id }) => keys.get(id) ?? []))].map(toApp)
      return apps.length === 0 ? alert : { ...alert, apps }
    }),
  }))
}

function toRuleAlerts({ id, name, severity, count, unsettled, first, last, alerts }: RuleTally): RuleAlerts {
  const shown = [...alerts.first, ...alerts.last].map(toAlertRow)
  return { id, name, severity, count, unsettled, first, last, alerts: shown, between: alerts.between }
}

function toAlertRow({ '@timestamp': at, reason, settled, events, counted }: AlertNote): AlertRow {
  const all: Capped<(typeof events)[number]> = { shown: events, more: Math.max(0, counted - events.length) }
  return {
    at,
    reason,
    settled,
    evidence: cappedMap(all, ({ id, _id, '@timestamp': time, dataset, source, offset }) => ({
      id: id ?? _id,
      at: time,
      ...(dataset !== undefined && { dataset }),
      ...(source !== undefined && { source }),
      ...(offset !== undefined && { offset }),
    })),
  }
}
