// Small dashboards for tests, and a function that damages the compiled objects.
import type { Dashboard } from '../../../dashboards/lib/dashboard.ts'
import type { Panel } from '../../../dashboards/lib/panels/kinds.ts'
import type { Diagnostic } from '../../../mappings/kernel/diagnostic.ts'
import type { Content } from '../../../mappings/kernel/discover.ts'

export const about = (id: string, title: string) => ({ id, title, description: `About ${title}.` })

export const counted = {
  kind: 'metric',
  ...about('counted', 'Counted'),
  filter: 'oauth.action: "consent"',
  metric: { of: 'count' },
} as const satisfies Panel

export const everyKind: readonly Panel[] = [
  counted,
  {
    kind: 'time_bars',
    ...about('bars', 'Bars'),
    metric: { of: 'sum', field: 'oauth.activity.items', filter: 'oauth.activity.kind: "mail"' },
    breakdown: { field: 'oauth.activity.kind', size: 5 },
  },
  {
    kind: 'top_values',
    ...about('donut', 'Donut'),
    shape: 'donut',
    terms: { field: 'oauth.grant.tier', size: 4, missing: true },
    metric: { of: 'count' },
  },
  {
    kind: 'top_values',
    ...about('top', 'Top'),
    shape: 'bars',
    terms: { field: 'source.ip', size: 4, orderBy: 'value' },
    metric: { of: 'unique_count', field: 'user.name' },
  },
  {
    kind: 'table',
    ...about('table', 'Table'),
    rows: [
      { field: 'oauth.app.name', size: 5, label: 'App', orderBy: 1 },
      { field: 'oauth.grant.self', size: 2, label: 'Self', orderBy: 1 },
    ],
    metrics: [
      { of: 'last_value', field: 'oauth.account.status', label: 'Status' },
      { of: 'max', field: '@timestamp', label: 'Last' },
    ],
    sortBy: 1,
  },
  {
    kind: 'heatmap',
    ...about('heat', 'Heat'),
    terms: { field: 'oauth.app.name', size: 4 },
    metric: { of: 'min', field: 'oauth.grant.tier_rank' },
  },
  {
    kind: 'table',
    ...about('alerts', 'Alerts'),
    view: 'alerts',
    filter: 'oauth.app.name: *',
    rows: [{ field: 'kibana.alert.rule.name', size: 5, label: 'Rule' }],
    metrics: [{ of: 'count', label: 'Alerts' }],
  },
  {
    kind: 'metric',
    ...about('apps', 'Apps'),
    view: 'apps',
    metric: { of: 'unique_count', field: 'oauth.app.id' },
    color: 'high',
  },
  {
    kind: 'events',
    ...about('events', 'Events'),
    filter: 'oauth.action: *',
    columns: ['oauth.action', 'user.name'],
  },
  { kind: 'markdown', id: 'text', title: 'Text', text: 'Read *this*.' },
  { kind: 'links', id: 'links', title: 'More', to: ['sample'] },
]

export function sample(change: Partial<Dashboard> = {}): Dashboard {
  return {
    id: 'sample',
    title: 'Sample',
    description: 'A dashboard for tests.',
    datasets: ['o365.audit'],
    reading: 'Read *this*.',
    time: { from: 'now-7d', to: 'now' },
    controls: [{ field: 'organization.id', title: 'Organization' }],
    numbers: [counted],
    rows: [],
    ...change,
  }
}

/** A dashboard with these panels in one row each, and without numbers. */
export function withPanels(...panels: readonly Panel[]): Dashboard {
  return sample({ numbers: [], rows: panels.map((panel) => ({ height: 5, panels: [panel] })) })
}

export function asContent(value: Dashboard, file = `dashboards/${value.id}.dashboard.ts`): Content<Dashboard> {
  return { file, value }
}

/** Returns each diagnostic as `code path`, for short expectations. */
export function brief(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, path }) => `${code} ${path}`)
}
