// Alerts by rule, each with its first and last alerts and the records behind them.
import { present } from '../../../mappings/kernel/present.ts'
import { compareSeverity } from '../../../rules/lib/rule.ts'
import { sessionSteps } from '../../review/containment/contain.ts'
import type { Step } from '../../review/containment/containment.ts'
import type { ReviewedApp } from '../../review/review.ts'
import type { AlertedApp } from './alerted-apps.ts'
import type { Collector } from './collect.ts'
import { cut } from './kept.ts'
import { type Capped, cappedMap, limits } from './limits.ts'
import type { AlertRow, LooseAlerts, RuleAlerts } from './model.ts'
import type { AlertGroup, AlertNote, RuleTally, TenantOf } from './tallies.ts'

export function ruleAlerts(group: AlertGroup): RuleAlerts[] {
  return [...group.rules.values()]
    .map(toRuleAlerts)
    .sort(
      (a, b) =>
        compareSeverity(b.severity, a.severity) ||
        (a.first < b.first ? -1 : a.first > b.first ? 1 : 0) ||
        (a.name < b.name ? -1 : 1),
    )
}

/** Alerts about no single application, with the applications that their events are on. */
export function looseAlerts(
  group: AlertGroup,
  collector: Collector,
  alerted: readonly AlertedApp[],
  known: ReadonlyMap<string, ReviewedApp>,
  responseOf: (rule: string) => readonly string[],
): LooseAlerts[] {
  const rules = ruleAlerts(group)
  const events = new Set(
    rules.flatMap(({ alerts }) => alerts.flatMap(({ evidence }) => evidence.shown.map(({ id }) => id))),
  )
  const keys = collector.appsOf(events)
  const toApp = (key: string) => {
    const app = known.get(key)
    const place = alerted.findIndex((each) => each.key === key || (app !== undefined && each.app === app))
    const name = cut(app?.names[0] ?? collector.trailOf(key)?.name ?? key.slice(key.indexOf('|') + 1), limits.name)
    return { name, ...(place >= 0 && place < limits.cards && { card: place + 1 }) }
  }
  return rules.map((rule) => ({
    ...rule,
    response: responseOf(rule.id),
    accounts: [...(group.rules.get(rule.id)?.accounts ?? [])].flatMap(([name, tenants]) =>
      knownTenants([...tenants.values()]).map((tenant) => ({ ...tenant, name })),
    ),
    alerts: rule.alerts.map((alert) => {
      const apps = [...new Set(alert.evidence.shown.flatMap(({ id }) => keys.get(id) ?? []))].map(toApp)
      return apps.length === 0 ? alert : { ...alert, apps }
    }),
  }))
}

/** The tenants of an account in order, without an unknown tenant if one of the same vendor is known. */
function knownTenants(all: readonly TenantOf[]): TenantOf[] {
  const isKnown = ({ vendor, tenant }: TenantOf) =>
    tenant !== '' || !all.some((other) => other.vendor === vendor && other.tenant !== '')
  const place = ({ vendor, tenant }: TenantOf) => `${vendor} ${tenant}`
  return all.filter(isKnown).sort((one, other) => (place(one) < place(other) ? -1 : 1))
}

/** The commands that end the sessions of the accounts of all these alerts. */
export function sessionsOf(alerts: readonly LooseAlerts[]): Step[] {
  return sessionSteps(alerts.flatMap(({ accounts }) => accounts))
}

function toRuleAlerts({ id, name, severity, times, ...tally }: RuleTally): RuleAlerts {
  const alerts = [...tally.alerts.first, ...tally.alerts.last].map(toAlertRow)
  const reasons = { shown: [...tally.reasons].map(([text, those]) => ({ text, ...those })), more: tally.unexplained }
  const also = [...tally.also]
  return { id, name, severity, ...times, alerts, between: tally.alerts.between, reasons, also }
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
      ...present({ dataset, source, offset }),
    })),
  }
}
