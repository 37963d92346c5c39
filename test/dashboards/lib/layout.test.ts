import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { gridColumns, overlap, placePanels } from '../../../dashboards/lib/layout.ts'
import type { Panel } from '../../../dashboards/lib/panels/kinds.ts'

const panel = (width?: number): Panel => ({
  kind: 'markdown',
  id: 'p',
  title: 'P',
  text: 'p',
  ...(width === undefined ? {} : { width }),
})
const row = (height: number, ...widths: (number | undefined)[]) => {
  const [first, ...rest] = widths.map(panel)
  return { height, panels: [first ?? panel(), ...rest] as const }
}

it('the layout divides a row equally among panels without a width', () => {
  expect(placePanels([row(6, undefined, undefined, undefined, undefined)])).toEqual([
    { x: 0, y: 0, w: 12, h: 6 },
    { x: 12, y: 0, w: 12, h: 6 },
    { x: 24, y: 0, w: 12, h: 6 },
    { x: 36, y: 0, w: 12, h: 6 },
  ])
})

it('the layout gives the rest of a row to the panels without a width, and places rows below one another', () => {
  expect(placePanels([row(13, 34, undefined), row(4, undefined)])).toEqual([
    { x: 0, y: 0, w: 34, h: 13 },
    { x: 34, y: 0, w: 14, h: 13 },
    { x: 0, y: 13, w: 48, h: 4 },
  ])
})

it('the layout gives the remaining columns of a division to the first panels', () => {
  expect(placePanels([row(1, 1, undefined, undefined)]).map(({ w }) => w)).toEqual([1, 24, 23])
})

it('the layout never lets panels overlap, and fills a row that has a panel without a width', () => {
  const widths = fc.array(fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), widths), { minLength: 1, maxLength: 5 }), (rows) => {
      const places = placePanels(rows.map(([height, each]) => row(height, ...each)))
      places.forEach((a, i) => {
        for (const b of places.slice(0, i)) expect(overlap(a, b)).toBe(false)
      })
      rows.forEach(([height, each]) => {
        const alone = placePanels([row(height, ...each)])
        const end = alone.reduce((sum, { w }) => sum + w, 0)
        if (each.includes(undefined)) expect(end).toBe(gridColumns)
      })
    }),
  )
})
