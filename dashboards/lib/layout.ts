// Places rows of panels on Kibana's grid.
import type { Row } from './dashboard.ts'

export const gridColumns = 48

export interface GridPlace {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/**
 * The places of all panels, row by row. A row that is too wide exceeds the grid on the right, and the check reports it.
 */
export function placePanels(rows: readonly Pick<Row, 'height' | 'panels'>[]): GridPlace[] {
  let y = 0
  return rows.flatMap(({ height: h, panels }) => {
    let x = 0
    const places = widths(panels).map((w) => {
      const place = { x, y, w, h }
      x += w
      return place
    })
    y += h
    return places
  })
}

/** Panels without a width share the remaining columns equally. The first panels get the columns that are left over. */
function widths(panels: readonly { readonly width?: number }[]): number[] {
  const open = panels.filter(({ width }) => width === undefined).length
  const left = gridColumns - panels.reduce((sum, { width = 0 }) => sum + width, 0)
  let extra = open === 0 ? 0 : Math.max(0, left) % open
  return panels.map(({ width }) => width ?? Math.max(1, Math.floor(left / open)) + (extra-- > 0 ? 1 : 0))
}

export function overlap(a: GridPlace, b: GridPlace): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}
