import { expect, it } from 'vitest'
import { menuOf } from '../../dashboards/lib/menu.ts'
import { isLensPanel, lensView } from '../../dashboards/lib/panels/kinds.ts'
import { evidenceTime, observeAll } from './support/evidence.ts'
import { dashboards, panels } from './support/pack.ts'
import { referenceEvents, referenceRows } from './support/reference.ts'
import { saysSomething } from './support/rows.ts'

/** Every title and label below a part of a dashboard. */
function namesIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) =>
    (key === 'title' || key === 'label') && typeof value === 'string' ? [value] : namesIn(value),
  )
}

it('every dashboard of the pack is in the menu, which begins with the overview', () => {
  const menu = menuOf(dashboards).map(({ id }) => id)
  expect([...menu].sort()).toEqual(dashboards.map(({ id }) => id).sort())
  expect(menu[0]).toBe('overview')
  expect(new Set(dashboards.map(({ menu }) => menu?.place)).size).toBe(dashboards.length)
})

it('the words in italics on a dashboard are names of existing panels, columns and pages', () => {
  const pages = dashboards.flatMap(({ menu }) => menu?.label ?? [])
  for (const dashboard of dashboards) {
    const known = new Set([...pages, ...namesIn(dashboard)])
    const text = dashboard.reading.replaceAll(/\*\*[^*]+\*\*/g, (bold) => bold.replaceAll('**', ''))
    const named = [...text.matchAll(/\*([^*\n]+)\*/g)].map(([, name]) => name)
    expect(
      named.filter((name = '') => !known.has(name)),
      dashboard.id,
    ).toEqual([])
  }
})

const { documents } = await observeAll()

const controls = dashboards.flatMap((dashboard) =>
  dashboard.controls.map(({ field, view }) => ({ name: `${dashboard.id}/${field}`, dashboard, field, view })),
)

it.each(controls)(
  'the control $name offers at least one value from the samples and scenarios',
  ({ dashboard, field, view }) => {
    const panel = {
      kind: 'table',
      id: 'control',
      title: 'Control',
      description: 'About Control.',
      ...(view === undefined ? {} : { view }),
      rows: [{ field, size: 10, label: 'Value' }],
      metrics: [{ of: 'count', label: 'Documents' }],
    } as const
    expect(referenceRows({ dashboard, panel, time: evidenceTime, bar: 86_400_000 }, documents)).not.toEqual([])
  },
)

it.each(panels)(
  'the panel $name shows data of the samples and scenarios, or states the reason for an empty panel',
  ({ dashboard, panel }) => {
    const question = { dashboard, time: evidenceTime, bar: 7 * 86_400_000 }
    if (!isLensPanel(panel)) {
      const { total } = referenceEvents({ ...question, panel }, documents)
      expect(total > 0).toBe(panel.emptyBecause === undefined)
      return
    }
    const rows = referenceRows({ ...question, panel }, documents)
    const empty = lensView(panel).layer.metrics.filter((_, i) => rows.every(({ values }) => !saysSomething(values[i])))
    if (panel.emptyBecause === undefined)
      expect(
        empty.map(({ member }) => member),
        'metrics without a value in any sample or scenario: choose another field, or give emptyBecause',
      ).toEqual([])
    else expect(empty).not.toEqual([])
  },
)
