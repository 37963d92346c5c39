// Shows the alerts of rules on stored documents in advance, and finds environment lines that remove the most alerts.
import type { Client } from '@elastic/elasticsearch'
import type { Environment } from '../../mappings/environment/environment.ts'
import { eventTime } from '../../mappings/fields/document.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { alertsDataset, type DatasetName } from '../../rules/lib/datasets.ts'
import { type Alert, compileRules, type Entry } from '../../rules/lib/engine.ts'
import type { FieldCatalog } from '../../rules/lib/query/catalog.ts'
import { type QuietingLine, quietingLines, subjectOfAlert } from '../../rules/lib/quieting.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import { Searches, toEvents } from '../findings/elasticsearch-search.ts'

export interface BacktestOptions {
  /** Documents in any order, visible at their event time as in a hunt. */
  readonly entries: AsyncIterable<Entry>
  readonly rules: readonly Rule[]
  readonly environment: Environment
  readonly catalog: FieldCatalog
  /** Alerts of documents before this instant (epoch milliseconds) are history and not counted. */
  readonly from: number
}

export interface Backtest {
  readonly documents: number
  readonly alerts: readonly Alert[]
  /** Alerts on new behavior after too short a history: Kibana raises them, too. */
  readonly provisional: number
  /** Alerts by rule id and day (`2026-05-01`). */
  readonly byRule: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly apps: readonly Count[]
  readonly accounts: readonly Count[]
  readonly lines: readonly LineEffect[]
}

export interface Count {
  readonly name: string
  readonly alerts: number
}

interface LineEffect {
  readonly text: string
  readonly removes: number
}

/** Maximum number of lines to try. Each line needs a separate run over the documents that any rule matched. */
const linesTried = 12

export async function backtest({ entries, rules, environment, catalog, from }: BacktestOptions): Promise<Backtest> {
  const engine = compileRules(rules, environment, catalog)
  const matched: Entry[] = []
  let documents = 0
  for await (const entry of entries) {
    documents++
    if (engine.match(entry.document, entry.dataset).length > 0) matched.push(entry)
  }
  matched.sort((a, b) => a.visible - b.visible || (a.id < b.id ? -1 : 1))
  const alertsIn = (known: Environment) => {
    const run = (known === environment ? engine : compileRules(rules, known, catalog)).start()
    return [...matched.flatMap((entry) => run.take(entry)), ...run.end()].filter(
      (alert) => Date.parse(alert['@timestamp']) >= from,
    )
  }
  const alerts = alertsIn(environment)
  const byRule = new Map<string, Map<string, number>>()
  for (const { rule, '@timestamp': time } of alerts) {
    const days = lookedUp(byRule, rule.id, () => new Map<string, number>())
    const day = time.slice(0, 10)
    days.set(day, (days.get(day) ?? 0) + 1)
  }
  const lines = candidates(rules, alerts)
    .map(({ text, apply }) => ({ text, removes: alerts.length - alertsIn(apply(environment)).length }))
    .filter(({ removes }) => removes > 0)
    .sort((a, b) => b.removes - a.removes)
  const provisional = alerts.filter(({ settled }) => !settled).length
  return {
    documents,
    alerts,
    provisional,
    byRule,
    apps: mostNamed(alerts, appOf),
    accounts: mostNamed(alerts, accountOf),
    lines,
  }
}

function candidates(rules: readonly Rule[], alerts: readonly Alert[]): QuietingLine[] {
  const byId = new Map(rules.map((rule) => [rule.id as string, rule]))
  const found = new Map<string, { line: QuietingLine; fits: number }>()
  for (const alert of alerts) {
    const rule = byId.get(alert.rule.id)
    for (const line of rule === undefined ? [] : quietingLines(rule, subjectOfAlert(alert)))
      found.set(line.text, { line, fits: (found.get(line.text)?.fits ?? 0) + 1 })
  }
  const sorted = [...found.values()].sort((a, b) => b.fits - a.fits)
  return sorted.slice(0, linesTried).map(({ line }) => line)
}

const appOf = ({ oauth, terms }: Alert) => {
  const id = oauth?.app?.id ?? terms?.['service.id']
  const name = oauth?.app?.name
  return id === undefined || name === undefined ? (name ?? id) : `${name} (${id})`
}

const accountOf = ({ user, terms }: Alert) => user?.email ?? user?.name ?? terms?.['user.email']

const mostShown = 10

function mostNamed(alerts: readonly Alert[], nameOf: (alert: Alert) => string | undefined): Count[] {
  const counts = new Map<string, number>()
  for (const alert of alerts) {
    const name = nameOf(alert)
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, count]) => ({ name, alerts: count }))
    .sort((a, b) => b.alerts - a.alerts || (a.name < b.name ? -1 : 1))
    .slice(0, mostShown)
}

/**
 * Documents of events since a given time (epoch milliseconds), from every log source that rules read. They are visible at
 * their event time: history that was stored in bulk must not count as acts of one day.
 */
export async function* storedDocuments(
  client: Client,
  query: { readonly datasets: readonly DatasetName[]; readonly namespace: string; readonly since: number },
): AsyncGenerator<Entry> {
  const { datasets, namespace, since } = query
  const recent = { range: { '@timestamp': { gte: since, format: 'epoch_millis' } } }
  // The run itself raises the alerts that rules on alerts read.
  const indices = datasets.filter((name) => name !== alertsDataset).map((name) => `logs-${name}-${namespace}`)
  for await (const hit of new Searches(client).hits(indices.join(','), recent))
    for (const event of toEvents([hit])) yield { ...event, visible: Date.parse(eventTime(event.document)) }
}
