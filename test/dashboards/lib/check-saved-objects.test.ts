import { expect, it } from 'vitest'
import { checkSavedObject } from '../../../dashboards/lib/check-saved-objects.ts'
import { emitDashboard } from '../../../dashboards/lib/emit.ts'
import { readLine } from '../../../dashboards/lib/kibana/decode.ts'
import { type SavedObject, toLine } from '../../../dashboards/lib/kibana/saved-object.ts'
import { everyKind, sample, withPanels } from '../support/fixtures.ts'

const pack = emitDashboard(withPanels(...everyKind))

/** The findings on the dashboard after its text has been changed; the change must change something. */
function damaged(change: (text: string) => string, from: readonly SavedObject[] = pack): string[] {
  const object = from.find(({ type }) => type === 'dashboard')
  const text = JSON.stringify(object)
  const changed = change(text)
  expect(changed).not.toBe(text)
  const findings = checkSavedObject(JSON.parse(changed) as SavedObject, from)
  return [...new Set(findings.map(({ code, path, message }) => `${code} ${path}: ${message}`))]
}

/** Inside a JSON string, quotes are escaped. */
const q = (text: string) => text.replaceAll("'", '\\"')

it('the saved objects of the pack have no findings', () => {
  for (const object of pack) expect(checkSavedObject(object, pack)).toEqual([])
})

it('an undeclared reference is reported for the dashboard and for the panel', () => {
  const renamed = damaged((text) => text.replaceAll('indexpattern-datasource-layer-layer_0', 'layer_0'))
  expect(renamed).toContain(
    'D003 attributes.panelsJSON.1: indexpattern-datasource-layer-layer_0 is used and not declared',
  )
  expect(renamed).toContain('D003 attributes.panelsJSON.1: layer_0 is declared and not used')
})

it('a reference without the prefix of its panel is reported', () => {
  const broken = damaged((text) => text.replace(/"name":"[0-9a-f-]+:indexpattern/, '"name":"indexpattern'))
  expect(broken).toHaveLength(2)
  for (const finding of broken)
    expect(finding).toMatch(/^D003 references: .*(is used and not declared|is declared and not used)$/)
})

it('a damaged reference of a control, link, Discover session or tag is reported', () => {
  for (const name of [':optionsListDataView"', '_dashboard"', ':panel_', 'tag-ref-consentry-tag"']) {
    const broken = damaged((text) => text.replaceAll(name, `x${name}`))
    expect(broken.join('\n'), name).toContain('D003 references')
  }
})

it('a reference must lead to an object of the pack', () => {
  const object = pack.find(({ type }) => type === 'dashboard') as SavedObject
  const alone = checkSavedObject(object, [object])
  expect(alone.every(({ code }) => code === 'D003')).toBe(true)
  expect(alone.map(({ message }) => message).join('\n')).toContain(
    'leads to tag consentry-tag, which the pack does not have',
  )
})

it('an undeclared reference of a drill-down to another dashboard is reported', () => {
  const other = sample({ id: 'other', menu: { place: 2, label: 'Other', opens: ['oauth.app.name'] } })
  const own = { ...withPanels(...everyKind), menu: { place: 1, label: 'Own' } }
  const linked = [...emitDashboard(other, [own, other]), ...emitDashboard(own, [own, other])]
  const broken = damaged((text) => text.replaceAll(':dashboardId"', ':dashboard"'), linked.slice(-2))
  expect(broken.join('\n')).toMatch(
    /drilldown:DASHBOARD_TO_DASHBOARD_DRILLDOWN:\S+:dashboardId is used and not declared/,
  )
})

it.each<[string, string, string, ...string[]]>([
  [
    'a control of another data view than its reference',
    "'dataViewId':'consentry-events'",
    "'dataViewId':'logs'",
    'is declared for index-pattern consentry-events, and used for index-pattern logs',
  ],
  [
    'a columnOrder without a column of its chart',
    "'columnOrder':['breakdown','time','metric']",
    "'columnOrder':['time','metric']",
    'D007 attributes.panelsJSON.2: Bars: column breakdown is missing from columnOrder',
  ],
  [
    'a columnOrder with a metric before a bucket',
    "['breakdown','time','metric']",
    "['metric','breakdown','time']",
    'D007 attributes.panelsJSON.2: Bars: columnOrder has a metric before a bucket',
  ],
  [
    'a chart that ranks by a metric that Lens cannot rank by',
    "'columnId':'metrics_1','type':'column'",
    "'columnId':'metrics_0','type':'column'",
    'D007 attributes.panelsJSON.5: Table: column rows_0 is ordered by metrics_0, a last value: Lens cannot rank by it',
  ],
  [
    'a chart that draws a column that does not exist instead of its own',
    "'splitAccessor':'breakdown'",
    "'splitAccessor':'broken'",
    'D007 attributes.panelsJSON.2: Bars: the chart draws column broken, which does not exist',
    'D007 attributes.panelsJSON.2: Bars: the chart does not draw column breakdown',
  ],
  [
    'a chart that draws another layer than the one that contains its columns',
    "'layerId':'layer_0'",
    "'layerId':'layer_1'",
    'D007 attributes.panelsJSON.1: Counted: the chart does not draw layer layer_0',
    'D007 attributes.panelsJSON.1: Counted: the chart draws layer layer_1, which does not exist',
  ],
  [
    'a chart that orders values by something other than a metric of its layer',
    "'orderBy':{'columnId':'metric'",
    "'orderBy':{'columnId':'time'",
    'D007 attributes.panelsJSON.2: Bars: column breakdown is ordered by time, which is no metric of its layer',
  ],
  [
    'panels that overlap',
    "'y':3",
    "'y':2",
    'D004 attributes.panelsJSON.1.gridData: Counted lies over How to read this',
  ],
])('the check of saved objects refuses %s', (_, from, to, ...findings) => {
  expect(damaged((text) => text.replace(q(from), q(to)))).toEqual(findings.map((each) => expect.stringContaining(each)))
})

it.each([
  [
    'an unknown member',
    q("'type':'lens',"),
    q("'type':'lens','version':2,"),
    'attributes.panelsJSON.1.embeddableConfig',
  ],
  ['another version', '"typeMigrationVersion":"10.2.0"', '"typeMigrationVersion":"10.3.0"', 'attributes'],
  ['another value', '"managed":false', '"managed":true', 'managed'],
  ['an unknown operation', q("'operationType':'sum'"), q("'operationType':'median'"), 'attributes.panelsJSON.2'],
  ['a text in place of JSON', '"optionsJSON":"{', '"optionsJSON":"', 'attributes.optionsJSON'],
])('the check of saved objects refuses members that the emitter does not write: %s', (_, from, to, path) => {
  expect(damaged((text) => text.replace(from, to))[0]).toMatch(`D001 ${path}`)
})

it('the check of saved objects refuses JSON that is not in canonical form', () => {
  const reordered = damaged((text) =>
    text.replace(/("optionsJSON":"\{)(\\"hidePanelTitles\\":false),([^}]*)\}/, '$1$3,$2}'),
  )
  expect(reordered.join()).toContain('D009 attributes.optionsJSON')
  expect(readLine(`{"b":1,"a":2}\n`).problems.map(({ code }) => code)).toEqual(['D009'])
  for (const object of pack) expect(readLine(toLine(object)).problems).toEqual([])
})

it('the check of saved objects refuses data without a dataset filter, and alerts without the tag of the pack', () => {
  const without = (field: string) =>
    damaged((text) => text.replaceAll(`${field}: `, 'event.kind: ')).map((finding) => finding.slice(0, 4))
  expect(without('data_stream.dataset')).toEqual(Array(6).fill('D005'))
  expect(without('kibana.alert.rule.tags')).toEqual(['D005'])
  const session = pack.find(({ type }) => type === 'search') as SavedObject
  const bare = JSON.parse(JSON.stringify(session).replace('data_stream.dataset', 'event.dataset')) as SavedObject
  expect(checkSavedObject(bare, pack).map(({ code }) => code)).toEqual(['D005'])
})
