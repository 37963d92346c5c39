import { expect, it } from 'vitest'
import { checkDashboard, checkDashboards } from '../../../dashboards/lib/check-dashboards.ts'
import { notAggregatable } from '../../../dashboards/lib/check-fields.ts'
import type { Dashboard } from '../../../dashboards/lib/dashboard.ts'
import type { Metric } from '../../../dashboards/lib/layer.ts'
import type { Panel } from '../../../dashboards/lib/panels/kinds.ts'
import { commonFields } from '../../../mappings/fields/document.ts'
import type { FieldTable } from '../../../mappings/fields/field.ts'
import { toProperties } from '../../../mappings/lib/template-fields.ts'
import { catalogOf } from '../../../rules/lib/query/catalog.ts'
import { asContent, brief, counted, everyKind, sample, withPanels } from '../support/fixtures.ts'

const found = (dashboard: Dashboard) => brief(checkDashboard(asContent(dashboard)))
const terms = (field: string, more: object = {}): Panel => ({
  kind: 'top_values',
  id: 'top',
  title: 'Top',
  description: 'About Top.',
  shape: 'bars',
  terms: { field, size: 5, ...more },
  metric: { of: 'count' },
})
const metric = (metric: Metric): Panel => ({ ...counted, metric })
const place = 'rows.0.panels.0'

it('a valid dashboard with panels of every kind has no findings', () => {
  expect(checkDashboard(asContent(withPanels(...everyKind)))).toEqual([])
})

it('a dashboard that uses a field that does not exist has a finding that suggests the intended field', () => {
  const [diagnostic] = checkDashboard(asContent(withPanels(terms('oauth.grant.teir'))))
  expect(diagnostic).toMatchObject({ code: 'D002', path: `${place}.terms`, hint: 'did you mean "oauth.grant.tier"?' })
})

const alerts = (panel: Panel): Panel => ({ ...panel, view: 'alerts' }) as Panel
const control = { field: 'kibana.alert.severity', title: 'Severity' }
const events = { kind: 'events', id: 'e', title: 'E', description: 'About E.' } as const
const counting = (filter: string): Panel => ({ ...counted, filter })

it.each<[string, Dashboard, ...string[]]>([
  ['a field of alerts in the view of alerts', withPanels(alerts(terms('kibana.alert.severity')))],
  ['a field of alerts in another view', withPanels(terms('kibana.alert.severity')), `D002 ${place}.terms`],
  ['a field that alerts do not have', withPanels(alerts(terms('oauth.grant.breadth'))), `D002 ${place}.terms`],
  [
    'a filter on a field that alerts do not have',
    withPanels(alerts(counting('oauth.grant.breadth: "user"'))),
    `Q002 ${place}.filter:1:1`,
  ],
  [
    'a filter on a field that applications do not have',
    withPanels({ ...counted, view: 'apps', filter: 'oauth.action: *' }),
    `Q002 ${place}.filter:1:1`,
  ],
  ['a control of alerts', sample({ controls: [{ ...control, view: 'alerts' }] })],
  ['a control on a field of another view', sample({ controls: [control] }), 'D002 controls.0'],
  [
    'a document column of no field',
    withPanels({ ...events, columns: ['user.name', 'user.nam'] }),
    `D002 ${place}.columns.1`,
  ],
  [
    'a drill-down by no field',
    sample({ menu: { place: 1, label: 'One', opens: ['oauth.app.nam'] } }),
    'D002 menu.opens.0',
  ],
  ['a list of the values of a text', withPanels(terms('message')), `D002 ${place}.terms`],
  [
    'the number of values of a text',
    withPanels(metric({ of: 'unique_count', field: 'message' })),
    `D002 ${place}.metric`,
  ],
  ['a control on a text', sample({ controls: [{ field: 'message', title: 'Message' }] }), 'D002 controls.0'],
  ['a list of names', withPanels(terms('oauth.app.name'))],
  ['a list of addresses', withPanels(terms('source.ip'))],
  ['a list of truth values', withPanels(terms('oauth.grant.self'))],
  ['a list of numbers', withPanels(terms('oauth.grant.tier_rank'))],
  ['a sum of numbers', withPanels(metric({ of: 'sum', field: 'oauth.activity.items' }))],
  ['a sum of names', withPanels(metric({ of: 'sum', field: 'oauth.app.name' })), `D002 ${place}.metric`],
  ['a sum of dates', withPanels(metric({ of: 'sum', field: '@timestamp' })), `D002 ${place}.metric`],
  ['the latest date', withPanels(metric({ of: 'max', field: '@timestamp' }))],
  ['the highest name', withPanels(metric({ of: 'max', field: 'oauth.app.name' })), `D002 ${place}.metric`],
  ['missing values of a keyword', withPanels(terms('oauth.grant.tier', { missing: true }))],
  ['missing values of an address', withPanels(terms('source.ip', { missing: true })), `D002 ${place}.terms`],
  ['a query that cannot be parsed', withPanels(counting('oauth.action: (')), `Q001 ${place}.filter:1:16`],
  ['a query for no field', withPanels(counting('oauth.acton: "consent"')), `Q002 ${place}.filter:1:1`],
  ['a query for no value of its field', withPanels(counting('oauth.action: "consented"')), `Q005 ${place}.filter:1:15`],
  [
    'a metric with a query for no field',
    withPanels(metric({ of: 'count', filter: 'nothing: 1' })),
    `Q002 ${place}.metric.filter:1:1`,
  ],
  ['two panels with one ID', withPanels(counted, { ...counted, title: 'Again' }), 'D006 rows.1.panels.0.id'],
])('a dashboard with this part has exactly its findings: %s', (_, dashboard, ...findings) => {
  expect(found(dashboard)).toEqual(findings)
})

it('a dashboard cannot use a field inside a flattened field', () => {
  const catalog = catalogOf(commonFields, { 'o365.audit.ExtendedProperties': { type: 'flattened' } })
  const dashboard = withPanels(terms('o365.audit.ExtendedProperties.RequestType'))
  const [diagnostic] = checkDashboard(asContent(dashboard), catalog)
  expect(diagnostic).toMatchObject({ code: 'D002', path: `${place}.terms` })
  expect(diagnostic?.message).toContain('flattened field o365.audit.ExtendedProperties')
})

it('a dashboard cannot use any field that the templates store without doc values', () => {
  const fields: FieldTable = commonFields
  const kept = Object.keys(fields).filter((name) => {
    const text = JSON.stringify(toProperties({ [name]: fields[name] ?? { type: 'keyword' } }))
    return text.includes('"doc_values":false')
  })
  expect([...notAggregatable]).toEqual(kept)
  expect(found(withPanels(terms('event.original')))).toEqual([`D002 ${place}.terms`])
})

it('the IDs of dashboards are unique', () => {
  const contents = [asContent(sample()), asContent(sample(), 'dashboards/sub/sample.dashboard.ts')]
  expect(brief(checkDashboards(contents))).toEqual(['C003 '])
})

it('the IDs of controls are unique', () => {
  const control = { field: 'organization.id', title: 'Organization' }
  expect(found(sample({ controls: [control, control] }))).toContain('D006 controls.1.field')
})

it.each<[string, unknown, string]>([
  ['no object', [], 'C001 '],
  ['a missing title', { ...withPanels(counted), title: undefined }, 'C001 title'],
  ['a panel of an unknown kind', withPanels({ ...counted, kind: 'pie' } as never), `C001 ${place}.kind`],
  ['a table without metrics', withPanels({ kind: 'table', id: 'a', rows: [] } as never), `C001 ${place}.metrics`],
])('a file that is not a valid dashboard has a finding at the invalid member: %s', (_, value, finding) => {
  expect(brief(checkDashboard({ file: 'x.dashboard.ts', value: value as Dashboard }))).toEqual([finding])
})

it('a dashboard file must be plain data', () => {
  const value = { ...sample(), note: undefined }
  expect(brief(checkDashboard(asContent(value)))).toEqual(['C002 '])
})

it('a panel must lie inside the grid of the dashboard', () => {
  const wide = sample({
    numbers: [
      { ...counted, width: 40 },
      { ...counted, id: 'b', width: 10 },
    ],
  })
  expect(found(wide)).toEqual(['D004 attributes.panelsJSON.1.gridData'])
})

it('the rows above the sections must fit the first screen', () => {
  const [row] = withPanels(counted).rows
  const findings = (...heights: readonly number[]) => {
    const rows = [...heights.map((height) => ({ ...row, height })), { ...row, section: 'Details' }]
    return brief(checkDashboard(asContent({ ...withPanels(counted), rows } as Dashboard)))
  }
  expect(findings(20, 20)).toContain('D004 rows.1')
  expect(findings(20, 15)).not.toContain('D004 rows.1')
})

it('a panel can order and sort only by metrics that it has', () => {
  expect(found(withPanels(terms('oauth.app.name', { orderBy: 3 })))).toEqual(['D007 attributes.panelsJSON.1'])
  const table = everyKind.find((panel) => panel.kind === 'table')
  if (table === undefined) throw new Error('no table')
  expect(found(withPanels({ ...table, sortBy: 3 }))).toEqual(['D007 attributes.panelsJSON.1'])
})

it('a dashboard file links only to dashboards of the pack', () => {
  const links: Panel = { kind: 'links', id: 'links', title: 'More', to: ['other'] }
  expect(found(withPanels(links))).toEqual(['D003 references'])
  const contents = [asContent(withPanels(links)), asContent(sample({ id: 'other' }))]
  expect(checkDashboards(contents)).toEqual([])
})

it('a dashboard file is refused if it is larger than the import limit of Kibana', () => {
  const text: Panel = { kind: 'markdown', id: 'long', title: 'Long', text: 'x'.repeat(26_300_000) }
  expect(brief(checkDashboards([asContent(withPanels(text))]))).toEqual(['D008 '])
})
