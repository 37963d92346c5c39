// The rows that a dashboard does not list itself: the row of links, made of the places in the menu, and the line on how to read it.
import type { Dashboard, Row } from './dashboard.ts'
import type { Menu } from './menu-link.ts'

/** The menu of a pack. */
export function menuOf(dashboards: readonly Pick<Dashboard, 'id' | 'menu'>[]): Menu {
  return dashboards
    .flatMap(({ id, menu }) => (menu === undefined ? [] : [{ id, ...menu }]))
    .sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1))
    .map(({ id, label, opens = [] }) => ({ id, label, opens }))
}

/** The rows of a dashboard with its menu above them and the line on how to read it below the first. */
export function allRows(dashboard: Pick<Dashboard, 'menu' | 'reading' | 'rows'>, menu: Menu): readonly Row[] {
  const [numbers, ...rest] = dashboard.rows
  const reading: Row = {
    height: 3,
    panels: [{ kind: 'markdown', id: 'how-to-read', title: 'How to read this', text: dashboard.reading }],
  }
  return [...menuRow(dashboard, menu), numbers, reading, ...rest]
}

/** A dashboard outside the menu, or alone in it, has no row of links. */
function menuRow({ menu: own }: Pick<Dashboard, 'menu'>, menu: Menu): Row[] {
  const [first, ...others] = menu.map(({ id }) => id)
  if (own === undefined || first === undefined || others.length === 0) return []
  return [{ height: 3, panels: [{ kind: 'links', id: 'menu', title: 'Menu', to: [first, ...others] }] }]
}
