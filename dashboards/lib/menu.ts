// Rows outside a dashboard's `rows`: the links from the menu, the numbers, and the line on how to read the dashboard.
import { type Dashboard, numberPanels, type Row } from './dashboard.ts'

export interface MenuLink {
  readonly id: string
  readonly label: string
  /** The fields that the dashboard is about. */
  readonly opens: readonly string[]
}
/** In the order of the menu row. */
export type Menu = readonly MenuLink[]

export function menuOf(dashboards: readonly Pick<Dashboard, 'id' | 'menu'>[]): Menu {
  return dashboards
    .flatMap(({ id, menu }) => (menu === undefined ? [] : [{ id, ...menu }]))
    .sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1))
    .map(({ id, label, opens = [] }) => ({ id, label, opens }))
}

export function allRows(dashboard: Pick<Dashboard, 'menu' | 'numbers' | 'reading' | 'rows'>, menu: Menu): Row[] {
  const panels = numberPanels(dashboard)
  const text = { kind: 'markdown', id: 'how-to-read', title: 'How to read this', text: dashboard.reading } as const
  const numbers = panels.length === 0 ? [] : [{ height: 5, panels }]
  return [...menuRow(dashboard, menu), ...numbers, { height: 3, panels: [text] }, ...dashboard.rows]
}

/** A dashboard outside the menu, or alone in it, has no row of links. */
function menuRow({ menu: own }: Pick<Dashboard, 'menu'>, menu: Menu): Row[] {
  const [first, ...others] = menu.map(({ id }) => id)
  if (own === undefined || first === undefined || others.length === 0) return []
  return [{ height: 3, panels: [{ kind: 'links', id: 'menu', title: 'Menu', to: [first, ...others] }] }]
}
