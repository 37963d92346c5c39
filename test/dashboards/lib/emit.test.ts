import { expect, it } from 'vitest'
import { validateSavedObject } from '../../../dashboards/lib/check-saved-objects.ts'
import type { Dashboard } from '../../../dashboards/lib/dashboard.ts'
import { emitDashboard, renderDashboards, renderPack } from '../../../dashboards/lib/emit.ts'
import { type DecodedDashboard, type DecodedSearch, decodeObject } from '../../../dashboards/lib/kibana/decode.ts'
import type { SavedObject } from '../../../dashboards/lib/kibana/saved-object.ts'
import { about, asContent, counted, everyKind, sample, withPanels } from '../support/fixtures.ts'

function decodedDashboard(dashboard: Dashboard): DecodedDashboard {
  const object = emitDashboard(dashboard).find(({ type }) => type === 'dashboard')
  if (object === undefined) throw new Error('no dashboard object')
  return decodeObject(object).decoded as unknown as DecodedDashboard
}

function chart(dashboard: Dashboard, title: string) {
  const panel = decodedDashboard(dashboard).attributes.panelsJSON.find((each) => each.title === title)
  if (panel?.type !== 'lens') throw new Error(`no chart ${title}`)
  const { visualizationType, state } = panel.embeddableConfig.attributes
  const layer = state.datasourceStates.formBased.layers.layer_0
  if (layer === undefined) throw new Error('no layer')
  return { visualizationType, layer, visualization: state.visualization, state }
}

it('a compiled dashboard matches the schema with panels of every kind', () => {
  for (const object of emitDashboard(withPanels(...everyKind)))
    expect(validateSavedObject(decodeObject(object).decoded)).toEqual([])
})

it('a compiled dashboard is listed after its data view and its tag', () => {
  expect(emitDashboard(sample()).map(({ type, id }) => `${type} ${id}`)).toEqual([
    'index-pattern consentry-events',
    'tag consentry-tag',
    'dashboard consentry-sample',
  ])
})

it('the references of a compiled dashboard have the names that Kibana expects', () => {
  const names = decodedDashboard(sample()).references.map(({ type, name }) => `${type} ${name}`)
  const panel = '27a2bb59-4b15-5b7a-9cbb-b4f02d8e3a4f'
  const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
  expect(names.map((name) => name.replace(uuid, panel))).toEqual([
    `index-pattern ${panel}:indexpattern-datasource-layer-layer_0`,
    `index-pattern controlGroup_${panel}:optionsListDataView`,
    'tag tag-ref-consentry-tag',
  ])
})

it('a compiled dashboard shows the last known name next to an application ID, and still orders by the row metric', () => {
  const named = chart(
    withPanels({
      kind: 'table',
      id: 'apps',
      title: 'Apps',
      description: 'About Apps.',
      rows: [{ field: 'service.id', size: 5, label: 'Application ID', orderBy: 1 }],
      metrics: [
        { of: 'count', label: 'Records' },
        { of: 'max', field: '@timestamp', label: 'Last' },
      ],
    }),
    'Apps',
  )
  expect(named.layer.columnOrder).toEqual(['rows_0', 'name', 'metrics_0', 'metrics_1'])
  expect(named.layer.columns.name).toMatchObject({
    operationType: 'last_value',
    sourceField: 'service.name',
    filter: { query: 'service.name: *' },
    params: { sortField: '@timestamp', showArrayValues: true },
  })
  expect(named.layer.columns.rows_0?.params).toMatchObject({
    missingBucket: false,
    orderBy: { type: 'column', columnId: 'metrics_1' },
  })
})

it('the queries of a chart and a Discover session hide duplicates unless the dashboard shows them, because links carry filters', () => {
  const listed = withPanels(counted, { kind: 'events', ...about('events', 'Events'), columns: ['user.name'] })
  const queries = (dashboard: Dashboard) => [
    chart(dashboard, 'Counted').state.query.query,
    ...emitDashboard(dashboard)
      .filter(({ type }) => type === 'search')
      .map((object) => (decodeObject(object).decoded as unknown as DecodedSearch).attributes)
      .map(({ kibanaSavedObjectMeta }) => kibanaSavedObjectMeta.searchSourceJSON.query.query),
  ]
  const once = 'data_stream.dataset: ("o365.audit") and not oauth.act.duplicate: true'
  expect(queries(listed)).toEqual([`${once} and (${counted.filter})`, once])
  expect(queries({ ...listed, duplicates: 'shown' })).toEqual([
    `data_stream.dataset: ("o365.audit") and (${counted.filter})`,
    'data_stream.dataset: ("o365.audit")',
  ])
})

const target = sample({ id: 'target', menu: { place: 2, label: 'One application', opens: ['oauth.app.name'] } })
const start = { ...withPanels(...everyKind), menu: { place: 1, label: 'Start' } }
const { attributes, references } = compiled(start)

function compiled(dashboard: Dashboard) {
  const object = emitDashboard(dashboard, [target, start]).find(({ type }) => type === 'dashboard') as SavedObject
  return decodeObject(object).decoded as unknown as DecodedDashboard
}

it('the menu is above the panels and lists every dashboard in order of position', () => {
  const [first, second] = attributes.panelsJSON
  expect(first).toMatchObject({
    type: 'links',
    gridData: { x: 0, y: 0, w: 48, h: 3 },
    embeddableConfig: { attributes: { links: [{ label: 'Start' }, { label: 'One application' }] } },
  })
  expect(second).toMatchObject({ title: 'How to read this', gridData: { y: 3 } })
})

it('a dashboard has no menu if it is not listed in the menu or is the only dashboard', () => {
  expect(compiled(sample()).attributes.panelsJSON[0]).toMatchObject({ type: 'lens' })
  expect(decodedDashboard(start).attributes.panelsJSON[0]).toMatchObject({ type: 'visualization' })
})

it('a click on a value opens the dashboard about the value from other dashboards, in panels that show the field', () => {
  const ways = ({ attributes: { panelsJSON } }: DecodedDashboard) =>
    panelsJSON.filter(
      (panel) => panel.type === 'lens' && panel.embeddableConfig.enhancements.dynamicActions !== undefined,
    )
  expect(ways(compiled(start)).map(({ title }) => title)).toEqual(['Table', 'Heat'])
  expect(references.filter(({ name }) => name.includes('drilldown')).map(({ id }) => id)).toEqual([
    'consentry-target',
    'consentry-target',
  ])
  expect(ways(compiled({ ...target, rows: start.rows }))).toEqual([])
})

it('the rendered files are byte-identical each time, whatever the order of dashboards or members', () => {
  const other = sample({ id: 'another', title: 'Another' })
  const { numbers, ...rest } = sample()
  expect(renderPack([other, sample()])).toBe(renderPack([{ numbers, ...rest }, other]))
})

it('the rendered files have one object per line, and each shared object once', () => {
  const lines = renderPack([sample(), sample({ id: 'another' })])
    .trimEnd()
    .split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual([
    'consentry-events',
    'consentry-tag',
    'consentry-another',
    'consentry-sample',
  ])
})

it('each rendered file of a dashboard can be imported alone', () => {
  const [file] = renderDashboards([asContent(sample())])
  expect(file?.path).toBe('dashboards/generated/sample.ndjson')
  expect(file?.text.split('\n')).toHaveLength(4)
})

it('the ID of a panel stays the same when its title or place changes', () => {
  const ids = (dashboard: Dashboard) =>
    decodedDashboard(dashboard).attributes.panelsJSON.map(({ panelIndex, title }) => [title, panelIndex])
  const [[, before] = []] = ids(sample())
  const after = ids(
    withPanels({ kind: 'markdown', id: 'a', title: 'A', text: 'a' }, { ...counted, title: 'New' }),
  ).find(([title]) => title === 'New')?.[1]
  expect(before).toMatch(/^[0-9a-f-]{36}$/)
  expect(after).toBe(before)
})
