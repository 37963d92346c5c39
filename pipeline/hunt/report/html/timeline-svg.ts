// The timeline as a drawing: a row for each severity with alerts, a column for each day (week, month, year), the records below.
import type { Timeline } from '../model.ts'
import { gravestFirst } from '../tallies.ts'
import { count, thousands } from '../words.ts'
import { html, type Markup, type Part } from './markup.ts'

/** One drawing for wide pages, and one for phones: a drawing that is scaled down cannot be read. */
const layouts = [
  { name: 'wide', width: 960, left: 76 },
  { name: 'narrow', width: 340, left: 60 },
] as const
const rowHeight = 26
const barHeight = 34
const top = 4

const titles = { day: 'Day', week: 'Week from', month: 'Month from', year: 'Year from' } as const

/** Returns the shade from the logarithm of the number, so that few alerts are visible next to many. */
const shadeOf = (alerts: number): number => Math.min(4, 1 + Math.floor(Math.log10(alerts) * 2))

const short = (alerts: number): string => (alerts < 1000 ? String(alerts) : `${Math.floor(alerts / 1000)}k`)

export function timelineSvg({ unit, columns, omitted }: Timeline): Markup {
  if (columns.length === 0) return html`<p>No record with a time was read.</p>\n`
  const most = Math.max(1, ...columns.map(({ records }) => records))
  return html`<figure>
${layouts.map((layout) => drawing({ unit, columns }, most, layout))}<figcaption>Alerts by ${unit} and severity, in UTC, by the time of their last event. A stronger color means more alerts. Below: records per ${unit} (maximum ${thousands(most)}).${omitted > 0 && ` ${count(omitted, `earlier ${unit}`)} not shown.`}</figcaption>
</figure>
`
}

function drawing(
  { unit, columns }: Pick<Timeline, 'unit' | 'columns'>,
  most: number,
  { name, width, left }: (typeof layouts)[number],
): Markup {
  const step = Math.min(110, (width - left) / columns.length)
  const gap = Math.min(3, step / 3)
  const cell = step - gap
  // Draws no empty rows, so that the chart fits on the first printed page.
  const raised = gravestFirst.filter((severity) => columns.some(({ alerts }) => alerts[severity] > 0))
  const bottom = top + raised.length * rowHeight
  const height = bottom + barHeight + 26
  const rows = raised.map((severity, row): Part => {
    const y = top + row * rowHeight
    const cells = columns.map(({ from, alerts }, i): Part => {
      const number = alerts[severity]
      const x = left + i * step
      if (number === 0)
        return html`<rect class="none" x="${place(x)}" y="${y}" width="${place(cell)}" height="${place(rowHeight - gap)}" rx="3"/>`
      return html`<g><title>${titles[unit]} ${from}: ${count(number, `${severity} alert`)}</title><rect class="${severity} shade-${shadeOf(number)}" x="${place(x)}" y="${y}" width="${place(cell)}" height="${place(rowHeight - gap)}" rx="3"/>${cell >= 16 && html`<text class="number" x="${place(x + cell / 2)}" y="${y + 16}">${short(number)}</text>`}</g>`
    })
    return html`<text class="row" x="${left - 8}" y="${y + 16}">${severity}</text>${cells}\n`
  })
  const bars = columns.map(({ from, records }, i): Part => {
    const tall = records === 0 ? 0 : Math.max(1, (records / most) * (barHeight - 8))
    return html`<g><title>${titles[unit]} ${from}: ${count(records, 'record')}</title><rect class="records" x="${place(left + i * step)}" y="${place(bottom + barHeight - tall)}" width="${place(cell)}" height="${place(tall)}"/></g>`
  })
  const every = Math.ceil(84 / step)
  const labels = columns.map(
    ({ from }, i): Part =>
      i % every === 0 &&
      left + i * step + 72 <= width &&
      html`<text class="date" x="${place(left + i * step)}" y="${height - 8}">${unit === 'year' ? from.slice(0, 4) : unit === 'month' ? from.slice(0, 7) : from}</text>`,
  )
  return html`<svg class="${name}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${describe(columns)}">
${rows}<text class="row" x="${left - 8}" y="${bottom + barHeight - 8}">records</text>${bars}
${labels}
</svg>
`
}

const place = (pixels: number): string => String(Math.round(pixels * 10) / 10)

function describe(columns: Timeline['columns']): string {
  const days = columns.filter(({ alerts }) => gravestFirst.some((severity) => alerts[severity] > 0))
  const [first] = days
  if (first === undefined) return 'No alerts'
  return `Alerts from ${first.from} to ${days.at(-1)?.from}, in ${days.length} of ${columns.length} columns`
}
