// Every alert of the pack is on the dashboards, with a path from there to the application or the account.

import { describe, expect, it } from 'vitest'
import { type Dashboard, panelsOf } from '../../dashboards/lib/dashboard.ts'
import { drilldownTargets } from '../../dashboards/lib/kibana/dashboard-object.ts'
import { layerFields } from '../../dashboards/lib/layer.ts'
import { menuOf } from '../../dashboards/lib/menu.ts'
import {
  type DataPanel,
  isDataPanel,
  isLensPanel,
  type LensPanel,
  lensView,
} from '../../dashboards/lib/panels/kinds.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { setPath } from '../../mappings/kernel/path.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import { shippedRules } from '../support/product.ts'
import type { KibanaAlert } from './support/alerts.ts'
import type { StoredDocument } from './support/documents.ts'
import { evidenceTime, observeAll } from './support/evidence.ts'
import { dashboards } from './support/pack.ts'
import { referenceRows, seenBy, valuesOf } from './support/reference.ts'

const menu = menuOf(dashboards)
const { documents, alerts: raised } = await observeAll()

/** Sets all alerts to open, because the work of analysts on an alert does not change its shape. */
const alerts = raised.map((alert) => ({ ...alert, stored: alert.stored.map(opened) }))
const stored = alerts.flatMap((alert) => alert.stored)
const events = documents.filter(({ view }) => view === undefined)

function opened(document: StoredDocument): StoredDocument {
  const source = structuredClone(document.source)
  setPath(source, ['kibana', 'alert', 'workflow_status'], 'open')
  return { ...document, source }
}

interface Placed<P extends DataPanel = LensPanel> {
  readonly dashboard: Dashboard
  readonly panel: P
}

function panelsOver<P extends DataPanel>(
  view: 'alerts' | 'events',
  dashboard: Dashboard,
  isWanted: (panel: DataPanel) => panel is P,
): Placed<P>[] {
  return panelsOf(dashboard)
    .filter(isDataPanel)
    .filter((panel) => (panel.view ?? 'events') === view)
    .filter(isWanted)
    .map((panel) => ({ dashboard, panel }))
}

const dashboardOf = (id: string) => dashboards.find((each) => each.id === id) as Dashboard
const question = { time: evidenceTime, bar: 30 * 86_400_000 }
const rowsOf = (placed: Placed, seen: readonly StoredDocument[]) => referenceRows({ ...placed, ...question }, seen)
const seenIn = (placed: Placed<DataPanel>, seen: readonly StoredDocument[]) => seenBy({ ...placed, ...question }, seen)
const having = (seen: readonly StoredDocument[], field: string, value: string) =>
  seen.filter(({ source }) => valuesOf(source, field).map(String).includes(value))

/** A value in a chart that can be clicked, and the dashboard that the click opens. */
interface Way {
  readonly field: string
  readonly value: string
  readonly target: string
}

/** Returns the ways of a panel, for the values that it shows for these documents. */
function waysOf(placed: Placed, seen: readonly StoredDocument[]): Way[] {
  const { layer } = lensView(placed.panel)
  const rows = rowsOf(placed, seen)
  return layer.buckets.flatMap(({ field }, i) =>
    drilldownTargets(
      layerFields({ buckets: layer.buckets.slice(i, i + 1), metrics: [] }).map((use) => use.field),
      placed.dashboard.id,
      menu,
    ).flatMap(({ id: target }) =>
      [...new Set(rows.map(({ keys }) => keys[i] as string))].map((value) => ({ field, value, target })),
    ),
  )
}

/** Returns the ways to an alert: clicks on a value of the alert that lead to a dashboard that shows the alert. */
function waysTo(alert: KibanaAlert, shown: ReadonlyMap<Placed, readonly Way[]>): Way[] {
  return [...shown].flatMap(([placed, all]) => {
    const own = waysOf(placed, alert.stored)
    return all.filter(
      (way) =>
        own.some(({ field, value, target }) => field === way.field && value === way.value && target === way.target) &&
        showsAlert(dashboardOf(way.target), having(alert.stored, way.field, way.value)),
    )
  })
}

function showsAlert(dashboard: Dashboard, of: readonly StoredDocument[]): boolean {
  const tables = panelsOver('alerts', dashboard, isLensPanel).filter(({ panel }) => panel.kind === 'table')
  return tables.some((placed) => rowsOf(placed, of).length > 0)
}

const applicationsOf = ({ about }: KibanaAlert): string[] => [
  ...new Set(about.flatMap((source) => valuesOf(source, 'service.id').map(String))),
]

/** Returns the applications that the dashboard at the end of a way links to with their own page. */
function applicationsBehind({ field, value, target }: Way): string[] {
  if (target === 'one-application') return [value]
  const narrowed = having(events, field, value)
  return panelsOver('events', dashboardOf(target), isLensPanel)
    .flatMap((placed) => waysOf(placed, narrowed))
    .filter((way) => way.target === 'one-application')
    .map((way) => way.value)
}

const behind = new Map<string, string[]>()
function reachedBy(way: Way): string[] {
  return lookedUp(behind, `${way.target} ${way.field} ${way.value}`, () => applicationsBehind(way))
}

function kindOf({ rule, stored: [, ...blocks] }: KibanaAlert): string {
  if (rule.type === 'threshold') return `threshold by ${rule.threshold.field.join(', ')}`
  return `${rule.type ?? 'query'}${blocks.length > 0 ? ' on a sequence' : ''}`
}

/**
 * The records of these sequences name an application by two IDs, or an account in two fields: Kibana's alert has neither,
 * but its events have both.
 */
const namedInEvents = [
  'Google Cloud Key or Access Added to a Service Account with Domain-Wide Delegation',
  'Google Workspace Data Read by an Application Installed from a New Network',
  'Google Workspace OAuth Application Active After a Password Reset in Entra ID',
]

const kinds = [...new Set(alerts.map(kindOf))].sort()

it('the alerts of the evidence cover every rule type, every group of a threshold, and rules on alerts', () => {
  const groups = shippedRules.flatMap((rule) =>
    rule.type === 'threshold' ? [kindOf({ rule, stored: [], about: [] })] : [],
  )
  const wanted = ['eql', 'eql on a sequence', 'new_terms', 'query', ...groups]
  expect(kinds).toEqual([...new Set(wanted)].sort())
  expect(alerts.some(({ rule }) => rule.datasets.includes('kibana.alerts'))).toBe(true)
})

const overview = panelsOver('alerts', dashboardOf('overview'), isLensPanel)
const shown = new Map(overview.map((placed) => [placed, waysOf(placed, stored)]))

it.each(kinds)(
  'the landing page leads from an alert of a rule of type %s to its application, or its account',
  (kind) => {
    const unreached = alerts
      .filter((alert) => kindOf(alert) === kind && !namedInEvents.includes(alert.rule.name))
      .flatMap((alert) => {
        const ways = waysTo(alert, shown)
        const missed = applicationsOf(alert).filter((id) => !ways.some((way) => reachedBy(way).includes(id)))
        const hasAccount = alert.stored.some(({ source }) => valuesOf(source, 'user.email').length > 0)
        const needsAccount = hasAccount && applicationsOf(alert).length === 0
        return missed.length > 0 || (needsAccount && ways.length === 0) ? [`${alert.rule.name}: ${missed}`] : []
      })
    expect([...new Set(unreached)]).toEqual([])
  },
)

it('the landing page shows every open alert in exactly one of its tables', () => {
  const tables = overview.filter(({ panel }) => panel.kind === 'table')
  const places = alerts.map(({ rule, stored: [first] }) => {
    const own = tables.filter((placed) => rowsOf(placed, [first as StoredDocument]).length > 0)
    return { rule: rule.name, places: own.length }
  })
  expect(places.filter((each) => each.places !== 1)).toEqual([])
})

const pages = dashboards.flatMap((dashboard) =>
  (dashboard.menu?.opens ?? []).map((field) => ({ id: dashboard.id, field, dashboard })),
)

it.each(pages)(
  'the numbers of the dashboard $id count each alert with an event that has the value of $field',
  (page) => {
    const numbers = panelsOver('alerts', page.dashboard, isLensPanel).filter(({ panel }) => panel.kind === 'metric')
    const uncounted = alerts.flatMap(({ rule, stored: own }) => {
      const found = new Set(own.flatMap(({ source }) => valuesOf(source, page.field).map(String)))
      const isCounted = (value: string) =>
        numbers.some((placed) =>
          rowsOf(placed, having(own, page.field, value)).some(({ values }) => Number(values[0]) > 0),
        )
      return [...found].every(isCounted) ? [] : [rule.name]
    })
    expect([...new Set(uncounted)]).toEqual([])
  },
)

describe.each(dashboards.map((dashboard) => ({ id: dashboard.id, dashboard })))(
  'the dashboard $id',
  ({ dashboard }) => {
    const charts = panelsOver('alerts', dashboard, isLensPanel)
    const lists = panelsOver('alerts', dashboard, (panel): panel is DataPanel => !isLensPanel(panel))
    const drawn = charts.filter(({ panel }) => panel.kind === 'table')

    it('the dashboard shows each alert that it counts', () => {
      const counted = new Set(
        charts.filter(({ panel }) => panel.kind === 'metric').flatMap((placed) => seenIn(placed, stored)),
      )
      const missing = stored.filter(
        (alert) =>
          counted.has(alert.source) &&
          !lists.some((placed) => seenIn(placed, [alert]).length > 0) &&
          !drawn.some((placed) => rowsOf(placed, [alert]).length > 0),
      )
      expect(missing.map(({ id }) => id)).toEqual([])
    })

    it('the dashboard counts a sequence once, regardless of the number of its events', () => {
      const blocks = alerts.flatMap(({ stored: [, ...others] }) => others)
      expect(charts.filter((placed) => mostCounted(placed, blocks) > 0).map(({ panel }) => panel.id)).toEqual([])
    })

    it('each value in an alert panel of the dashboard opens a dashboard that shows the same alerts', () => {
      const hidden = charts.flatMap((placed) =>
        waysOf(placed, stored).flatMap(({ field, value, target }) => {
          const clicked = new Set(seenIn(placed, having(stored, field, value)))
          const tables = panelsOver('alerts', dashboardOf(target), isLensPanel)
          const narrowed = having(stored, field, value)
          const there = new Set(
            tables.filter(({ panel }) => panel.kind === 'table').flatMap((table) => seenIn(table, narrowed)),
          )
          return [...clicked].every((source) => there.has(source)) ? [] : [`${placed.panel.id} ${field} ${value}`]
        }),
      )
      expect(hidden).toEqual([])
    })

    it('the dashboard filters its alerts only by fields that alerts of a threshold rule have', () => {
      const identities = ['service.id', 'user.email', 'oauth.account.name', 'source.ip']
      const narrowing = dashboard.controls
        .map(({ field }) => field)
        .filter((field) => !identities.includes(field) && !field.startsWith('kibana.alert.'))
      if (charts.length > 0) expect(narrowing).toEqual([])
    })
  },
)

function mostCounted(placed: Placed, seen: readonly StoredDocument[]): number {
  const { metrics } = lensView(placed.panel).layer
  const counts = rowsOf(placed, seen).flatMap(({ values }) => values.filter((_, i) => metrics[i]?.of === 'count'))
  return Math.max(0, ...counts.map(Number))
}

const flood = Array.from({ length: 2_000 }, (_, i) => lesser(i))
const grave = { ...lesser(0), id: 'grave' }
const source = structuredClone(grave.source)
const keyed = ['service.id', 'user.email', 'oauth.account.name', 'source.ip'] as const
for (const field of keyed) setPath(source, field.split('.'), field === 'source.ip' ? '203.0.113.200' : `grave-${field}`)
setPath(source, ['@timestamp'], evidenceTime.from)
setPath(source, ['kibana', 'alert', 'risk_score'], 99)
setPath(source, ['kibana', 'alert', 'severity'], 'critical')

const tables = ['overview', 'alerts']
  .flatMap((id) => panelsOver('alerts', dashboardOf(id), isLensPanel))
  .filter(({ panel }) => panel.kind === 'table')
  .map((placed) => ({ ...placed, name: `${placed.dashboard.id}/${placed.panel.id}` }))

it.each(tables)(
  'a flood of less severe alerts does not displace a critical alert from $name',
  ({ dashboard, panel }) => {
    // A table leaves out alerts of a neighboring table. `kept` clears the fields that the table requires to be absent.
    const kept = (document: StoredDocument): StoredDocument => {
      const copy = structuredClone(document.source)
      for (const field of keyed) if (panel.filter?.includes(`not ${field}: *`)) setPath(copy, field.split('.'), null)
      return { ...document, source: copy }
    }
    const all = [...flood, { ...grave, source }].map(kept)
    const [first] = rowsOf({ dashboard, panel }, all.slice(-1))
    const rows = rowsOf({ dashboard, panel }, all)
    expect(first?.keys[0]).toBeDefined()
    expect(rows.map(({ keys }) => keys[0])).toContain(first?.keys[0])
  },
)

function lesser(i: number): StoredDocument {
  const rule = {
    name: `Rule ${i % 90}`,
    rule_id: `rule-${i % 90}`,
    tags: ['Consentry'],
    type: 'query',
  } satisfies Record<string, unknown> & { type: Rule['type'] }
  const alert: JsonObject = { rule, severity: 'medium', risk_score: 47, workflow_status: 'open' }
  return {
    view: 'alerts',
    dataset: 'kibana.alerts',
    id: `lesser-${i}`,
    source: {
      '@timestamp': '2026-04-14T08:00:00.000Z',
      kibana: { alert },
      service: { id: `app-${i % 1_000}` },
      user: { email: `user-${i % 1_000}@example.com` },
      oauth: { account: { name: `account-${i % 1_000}@example.com` } },
      source: { ip: `198.51.${i % 4}.${i % 250}` },
    },
  }
}
