// The picture of an application: time from left to right, a row for each account and for each kind of data, and rows for
// changes and alerts.
import { scaleSqrt } from 'd3-scale'
import { line, type SymbolType, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape'
import { compareSeverity } from '../../../../rules/lib/rule.ts'
import { time } from '../../../entity-store/age.ts'
import type { Uses } from '../../evidence/data-taken.ts'
import type { Picture, PictureLane } from '../model.ts'
import { count, daysOf } from '../words.ts'
import { html, type Markup, type Part } from './markup.ts'
import { axisOf } from './picture-axis.ts'

/** One drawing for wide pages, and one for phones, where the names are above their rows. */
const layouts = [
  { name: 'wide', width: 960, left: 290, rowHeight: 26, above: 0 },
  { name: 'narrow', width: 340, left: 28, rowHeight: 40, above: 16 },
] as const
type Layout = (typeof layouts)[number]

const right = 36
const top = 6
/** Uses that are closer together than this many pixels are one bar. */
const columnWidth = 3

export function pictureSvg(picture: Picture): Part {
  if (picture.from === '') return undefined
  return html`<figure class="picture">
${layouts.map((layout) => drawing(picture, layout))}<figcaption>${daysOf(picture.from, picture.to)}, in UTC. ● access granted, line: access active, ■ access ended, ▮ use of data, ◆ changes (hollow: failed attempts), ▲ alerts. Uses and sign-ins within ten minutes appear at the time of the first. The axis is not linear: times with acts and alerts are wider; shaded parts are longer than one day.${picture.lanes.more > 0 && ` ${count(picture.lanes.more, 'more account')} not shown.`}</figcaption>
</figure>
`
}

function drawing(picture: Picture, layout: Layout): Markup {
  const { name, width, left, rowHeight, above } = layout
  // The first label is below the start of the axis.
  const { place, ticks, shortened } = axisOf(picture, [left + 12, width - right])
  const rows: readonly (readonly [label: string, draw: (y: number) => Part])[] = [
    ...picture.lanes.shown.map((lane) => [lane.name, (y: number) => laneMarks(lane, y, place, width - right)] as const),
    ...picture.kinds.map(([kind, uses]) => [kind, (y: number) => useMarks(kind, uses, y, place)] as const),
    ['changes and grants', (y) => picture.acts.map((act) => actMark(act, place(act.at), y))],
    ['alerts', (y) => bySeverity(picture.alerts).map((alert) => alertMark(alert, place(alert.at), y))],
  ]
  const bottom = top + rows.length * rowHeight
  return html`<svg class="${name}" viewBox="0 0 ${width} ${bottom + 40}" role="img" aria-label="${describe(picture)}">
${shortened.map(([from, to]) => html`<rect class="shortened" x="${from}" y="${top}" width="${Math.round((to - from) * 10) / 10}" height="${bottom - top}"/>\n`)}${ticks.map(({ x, label, below }) => html`<line class="grid" x1="${x}" x2="${x}" y1="${top}" y2="${bottom}"/><text class="tick" x="${x}" y="${bottom + 18}">${label}</text>${below !== undefined && html`<text class="tick" x="${x}" y="${bottom + 32}">${below}</text>`}\n`)}
${rows.map(([label, draw], i): Part => {
  const middle = top + i * rowHeight + above + (rowHeight - above) / 2
  const text =
    above === 0
      ? rowName(shorten(label, 60), left - 8, middle + 4)
      : html`<text class="lane" x="${left}" y="${top + i * rowHeight + 12}">${shorten(label, 50)}</text>`
  return html`${text}${draw(middle)}\n`
})}</svg>
`
}

/** Shortens a name to fit its space. The table below contains the full name. */
const shorten = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

/** Renders the name of a row, and compresses a long name to fit the space on the left. */
const rowName = (label: string, width: number, y: number): Markup =>
  html`<text class="row" x="${width}" y="${y}"${label.length > 44 && html` textLength="${width}" lengthAdjust="spacingAndGlyphs"`}>${label}</text>`

/** A D3 shape around a point. */
const mark = (kind: string, x: number, y: number, shape: string | null, title?: string): Markup =>
  html`<path class="${kind}" transform="translate(${x},${y})" d="${shape ?? ''}">${title !== undefined && html`<title>${title}</title>`}</path>`

const segment = (from: [number, number], to: [number, number]) => line().digits(1)([from, to])
const shape = (type: SymbolType, area: number) => symbol(type, area).digits(1)()
const shapes = {
  granted: shape(symbolCircle, 80),
  ended: shape(symbolSquare, 60),
  act: shape(symbolDiamond, 80),
  alert: shape(symbolTriangle, 80),
}

function useMarks(of: string, uses: Uses, y: number, place: (at: string) => number): Markup[] {
  const columns = new Map<number, { at: string; records: number }>()
  for (const [at, records] of uses) {
    const column = Math.round(place(at) / columnWidth)
    const known = columns.get(column)
    columns.set(column, { at: known?.at ?? at, records: records + (known?.records ?? 0) })
  }
  const half = scaleSqrt([0, Math.max(1, ...[...columns.values()].map(({ records }) => records))], [3, 8])
  return [...columns].map(([column, { at, records }]) => {
    const bar = segment([0, -half(records)], [0, half(records)])
    return mark('use', (column + 0.5) * columnWidth, y, bar, `from ${time(at)}: ${of}, ${count(records, 'record')}`)
  })
}

function laneMarks(
  { name, granted, grantedBy, revoked, uses: used }: PictureLane,
  y: number,
  place: (at: string) => number,
  end: number,
): Part {
  const uses = useMarks(`data of ${name}`, used, y, place)
  if (granted === undefined) return uses
  const start = place(granted)
  const stop = revoked === undefined ? end : place(revoked)
  const by = grantedBy === undefined ? '' : ` by ${grantedBy}`
  return [
    mark('held', start, y, segment([0, 0], [stop - start, 0])),
    uses,
    mark('granted', start, y, shapes.granted, `${time(granted)}: access granted${by}`),
    revoked !== undefined && mark('ended', stop, y, shapes.ended, `${time(revoked)}: access ended`),
  ]
}

function actMark({ at, what, failed }: Picture['acts'][number], x: number, y: number): Part {
  return mark(`act${failed === true ? ' failed' : ''}`, x, y, shapes.act, `${time(at)}: ${what}`)
}

/** Sorts the most severe alerts last, so that they are drawn over the others. */
const bySeverity = (alerts: Picture['alerts']) => [...alerts].sort((a, b) => compareSeverity(a.severity, b.severity))

function alertMark({ at, severity, what }: Picture['alerts'][number], x: number, y: number): Part {
  return mark(`alert ${severity}`, x, y, shapes.alert, `${time(at)}: ${severity}, ${what}`)
}

function describe({ from, to, lanes, accounts, acts, alerts }: Picture): string {
  const granted = lanes.shown.flatMap(({ granted: at, grantedBy }) =>
    at === undefined ? [] : [`${time(at)}${grantedBy === undefined ? '' : ` by ${grantedBy}`}`],
  )
  const first = granted.length === 0 ? 'no grant in the records' : `access granted ${granted.slice(0, 3).join(', ')}`
  return `${time(from)} to ${time(to)}: ${first}; data of ${count(accounts, 'account')} used; ${count(acts.length, 'change')}; ${count(alerts.length, 'alert')}`
}
