// The row of links that dashboards begin with, made of what each says of its own place.
import type { Dashboard, Row } from './dashboard.ts'
import type { Menu } from './menu-link.ts'

/** The menu of a pack. */
export function menuOf(dashboards: readonly Pick<Dashboard, 'id' | 'menu'>[]): Menu {
  return dashboards
    .flatMap(({ id, menu }) => (menu === undefined ? [] : [{ id, ...menu }]))
    .sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1))
    .map(({ id, label, opens = [] }) => ({ id, label, opens }))
}

/** The rows of a dashboard with its menu above them; a dashboard outside the menu has none. */
export function rowsWithMenu({ menu: own, rows }: Pick<Dashboard, 'menu' | 'rows'>, menu: Menu): readonly Row[] {
  const [first, ...others] = menu.map(({ id }) => id)
  if (own === undefined || first === undefined || others.length === 0) return rows
  return [{ height: 3, panels: [{ kind: 'links', id: 'menu', title: 'Menu', to: [first, ...others] }] }, ...rows]
}
