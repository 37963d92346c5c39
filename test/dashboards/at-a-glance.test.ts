// Each dashboard of the pack answers its question at a glance.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Dashboard, panelsOf } from '../../dashboards/lib/dashboard.ts'
import { dataViews, fieldFormatMap } from '../../dashboards/lib/data-views.ts'
import { emitDashboard } from '../../dashboards/lib/emit.ts'
import type { DashboardLayout } from '../../dashboards/lib/kibana/dashboard-object.ts'
import { type DecodedDashboard, decodeObject } from '../../dashboards/lib/kibana/decode.ts'
import { overlap } from '../../dashboards/lib/layout.ts'
import { type DataPanel, isLensPanel, lensView } from '../../dashboards/lib/panels/kinds.ts'
import { groupBy } from '../../mappings/kernel/group-by.ts'
import { dashboards, panels } from './support/pack.ts'

const each = dashboards.map((dashboard) => ({ id: dashboard.id, dashboard }))

type Compiled = DecodedDashboard & { typeMigrationVersion: string }

function compiled(dashboard: Dashboard, layout: DashboardLayout): Compiled {
  const object = emitDashboard(dashboard, dashboards, { layout }).find(({ type }) => type === 'dashboard')
  if (object === undefined) throw new Error('no dashboard object')
  return decodeObject(object).decoded as unknown as Compiled
}

/** Returns everything that a panel queries, regardless of the chart type and the title. */
function question(panel: DataPanel): string {
  const { view = 'events', filter = '' } = panel
  if (!isLensPanel(panel)) return JSON.stringify([view, filter, 'documents'])
  const { buckets, metrics } = lensView(panel).layer
  return JSON.stringify([
    view,
    filter,
    buckets.filter(({ kind }) => kind === 'terms').map(({ field }) => field),
    metrics.map((metric) => [metric.of, 'field' in metric ? metric.field : '', metric.filter ?? '']),
  ])
}

const readme = readFileSync(new URL('../../dashboards/README.md', import.meta.url), 'utf8')

describe.each(each)('the dashboard $id', ({ dashboard }) => {
  const sectionTitles = dashboard.rows.flatMap(({ section = [] }) => section)

  it('the dashboard begins with numbers, followed by one line that explains how to read them', () => {
    expect(dashboard.numbers.length).toBeGreaterThan(0)
    expect(dashboard.reading).toMatch(/^[^\n]{40,200}$/)
    const { panelsJSON } = compiled(dashboard, 'sections').attributes
    const [menu, ...rest] = panelsJSON
    const below = (menu?.gridData.h ?? 0) + 5
    const text = rest.find(({ type }) => type === 'visualization')
    expect(text?.gridData).toMatchObject({ x: 0, y: below, w: 48, h: 3 })
    expect(panelsJSON.filter(({ type }) => type === 'visualization')).toHaveLength(1)
  })

  it('the dashboard has collapsible sections in Kibana 9, and the same panels without sections in 8.19', () => {
    const sectioned = compiled(dashboard, 'sections')
    const flat = compiled(dashboard, 'flat')
    const titles = sectioned.attributes.sections?.map(({ title }) => title)
    expect(titles).toEqual(sectionTitles)
    expect(titles?.length).toBeGreaterThan(0)
    expect(sectioned.typeMigrationVersion).toBe('10.3.0')
    expect(flat.typeMigrationVersion).toBe('10.2.0')
    expect(flat.attributes.sections).toBeUndefined()
    const places = flat.attributes.panelsJSON.map(({ gridData }) => gridData)
    expect(places.some((place) => 'sectionId' in place)).toBe(false)
    expect(places.some((a, i) => places.slice(0, i).some((b) => overlap(a, b)))).toBe(false)
    const ids = ({ attributes }: Compiled) => attributes.panelsJSON.map(({ panelIndex }) => panelIndex)
    expect(ids(flat)).toEqual(ids(sectioned))
  })

  it('the dashboard has a section in the README with its question, reading instructions and drill-downs', () => {
    const section = readme.split(`\n## ${dashboard.title.replace('Consentry: ', '')}\n`)[1]?.split('\n## ')[0]
    expect(section?.split('\n')).toContain(dashboard.description)
    expect(section).toMatch(/\n- Read: .+(\n {2}.+)*\n- Drill down: .+/)
  })

  it('the dashboard has short, plain titles', () => {
    const titles = [...sectionTitles, ...panelsOf(dashboard).map(({ title }) => title)]
    expect(titles.filter((title) => !/^[A-Z][A-Za-z,\- ]{3,55}$/.test(title))).toEqual([])
  })
})

it.each(panels)('the description of the panel $name is a sentence that adds to its title', ({ panel }) => {
  expect(panel.description).toMatch(/^[A-Z“][^\n]{8,170}\.$/)
  expect(panel.description).not.toBe(panel.title)
})

it('no two panels of the pack show the same data', () => {
  const places = [...groupBy(panels, ({ panel }) => question(panel)).values()]
  expect(places.map((same) => same.map(({ name }) => name)).filter((names) => names.length > 1)).toEqual([])
})

it('only Discover sessions show the latest documents, and no table is sorted by the latest time', () => {
  const latest = panels.filter(({ panel }) => /\blatest\b/i.test(panel.title))
  expect(latest.filter(({ panel }) => panel.kind !== 'events')).toEqual([])
  expect(panels.filter(({ panel }) => panel.kind === 'events').filter((one) => !latest.includes(one))).toEqual([])
  const byTime = panels.filter(({ panel }) => {
    if (panel.kind !== 'table') return false
    const ordered = [panel.sortBy, ...panel.rows.map(({ orderBy = 0 }) => orderBy)]
    return ordered.some((place) => {
      const metric = typeof place === 'number' ? panel.metrics[place] : undefined
      return metric?.of === 'max' && metric.field === '@timestamp'
    })
  })
  expect(byTime.map(({ name }) => name)).toEqual([])
})

it('a panel nests a table at most two levels deep', () => {
  const deep = panels.filter(({ panel }) => panel.kind === 'table' && panel.rows.length > 2)
  expect(deep.map(({ name }) => name)).toEqual([])
})

it('a tier has a name and never a number', () => {
  expect(panels.filter(({ panel }) => JSON.stringify(panel).includes('tier_rank')).map(({ name }) => name)).toEqual([])
})

it('each table and chart that lists a tier or a severity shows the color of the tier or severity', () => {
  const named = ['oauth.grant.tier', 'kibana.alert.severity', 'oauth.account.status', 'oauth.policy.direction']
  const uncolored = dashboards.flatMap((dashboard) =>
    compiled(dashboard, 'sections').attributes.panelsJSON.flatMap((panel) => {
      if (panel.type !== 'lens') return []
      const { state } = panel.embeddableConfig.attributes
      const listed = Object.values(state.datasourceStates.formBased.layers.layer_0?.columns ?? {}).filter(
        ({ operationType, sourceField }) =>
          ['terms', 'last_value'].includes(operationType) && named.includes(sourceField),
      )
      const colors = JSON.stringify(state.visualization).split('"colorMapping"').length - 1
      return colors < listed.length ? [`${dashboard.id}: ${panel.title}`] : []
    }),
  )
  expect(uncolored).toEqual([])
})

it('a tier has the same color in Discover', () => {
  expect(dataViews.events.colored).toContain('oauth.grant.tier')
  expect(fieldFormatMap('events')['oauth.grant.tier']).toMatchObject({
    id: 'color',
    params: { colors: [{ regex: '^critical$', background: '#BD271E' }, {}, {}, { regex: '^low$' }] },
  })
  expect(fieldFormatMap('alerts')['kibana.alert.severity']).toMatchObject({ id: 'color' })
})
