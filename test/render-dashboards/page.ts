// A compiled dashboard as a page: its panels at their places on the grid, with the answers to their searches.
import MarkdownIt from 'markdown-it'
import type { DecodedDashboard, DecodedPanel } from '../../dashboards/lib/kibana/decode.ts'
import type { LensAttributes } from '../../dashboards/lib/kibana/lens.ts'
import { isObject, type Json } from '../../mappings/kernel/json.ts'
import type { AnswerRow } from '../dashboards/support/rows.ts'
import { assignedColors, drawChart, short } from './charts.ts'

/** Elasticsearch's response to a panel. */
export type Answer =
  | { readonly rows: readonly AnswerRow[] }
  | { readonly columns: readonly string[]; readonly documents: readonly string[]; readonly total: number }

interface PageOptions {
  readonly title: string
  /** By `panelIndex`. */
  readonly answers: ReadonlyMap<string, Answer>
  /** Also shows the sections that are initially closed. */
  readonly open: boolean
  /** Colors of values in Discover: field → value → color. */
  readonly badges: ReadonlyMap<string, ReadonlyMap<string, string>>
}

const width = 1600
const line = 20
const gap = 8
const markdown = new MarkdownIt()
const safe = (text: string) => markdown.utils.escapeHtml(text)

const x = (columns: number) => (columns * width) / 48
const heightOf = (lines: number) => lines * (line + gap) - gap

export function renderPage(dashboard: DecodedDashboard, options: PageOptions): { html: string; height: number } {
  const { panelsJSON, sections = [] } = dashboard.attributes
  const parts = [{ title: undefined, collapsed: false, id: undefined as string | undefined }].concat(
    sections.map(({ title, gridData, ...rest }) => {
      return { title: title as never, collapsed: 'collapsed' in rest && rest.collapsed === true, id: gridData.i }
    }),
  )
  let top = 44
  const blocks: string[] = []
  for (const { title, collapsed, id } of parts) {
    const closed = collapsed && !options.open
    if (title !== undefined) {
      blocks.push(`<div class="section" style="top:${top}px">${closed ? '▸' : '▾'} ${safe(String(title))}</div>`)
      top += 40
    }
    if (closed) continue
    const own = panelsJSON.filter(({ gridData }) => gridData.sectionId === id)
    blocks.push(...own.map((panel) => panelBox(panel, top, options)))
    top += Math.max(...own.map(({ gridData }) => gridData.y + gridData.h)) * (line + gap)
  }
  const body = `<div class="title">${safe(options.title)}</div>${blocks.join('\n')}`
  return { html: `<!doctype html><meta charset="utf-8"><style>${style}</style><body>${body}`, height: top + gap }
}

function panelBox(panel: DecodedPanel, top: number, options: PageOptions): string {
  const { gridData } = panel
  const box = { w: x(gridData.w) - gap, h: heightOf(gridData.h) }
  const place = `left:${x(gridData.x)}px;top:${top + gridData.y * (line + gap)}px;width:${box.w}px;height:${box.h}px`
  const content = panelContent(panel, box, options)
  return `<div class="panel" style="${place}">${content}</div>`
}

function panelContent(panel: DecodedPanel, { w, h }: { w: number; h: number }, options: PageOptions): string {
  const answer = options.answers.get(panel.panelIndex)
  const heading = `<div class="heading">${safe(panel.title)}</div>`
  if (panel.type === 'visualization') {
    const { savedVis } = (panel as unknown as { embeddableConfig: { savedVis: { params: { markdown: string } } } })
      .embeddableConfig
    return `<div class="text">${markdown.renderInline(savedVis.params.markdown)}</div>`
  }
  if (panel.type === 'links') {
    const { links } = panel.embeddableConfig.attributes as unknown as { links: { label?: string }[] }
    return `<div class="links">${links.map(({ label = '' }) => `<a>${safe(label)}</a>`).join('')}</div>`
  }
  if (panel.type === 'search')
    return heading + (answer !== undefined && 'documents' in answer ? session(answer, options) : '')
  const rows = answer !== undefined && 'rows' in answer ? answer.rows : []
  const { attributes } = panel.embeddableConfig
  switch (attributes.visualizationType) {
    case 'lnsMetric':
      return metric(attributes, rows)
    case 'lnsDatatable':
      return heading + table(attributes, rows, h)
    default:
      return (
        heading +
        (rows.length === 0
          ? '<div class="none">No results found</div>'
          : drawChart({ attributes, rows, width: w - 16, height: h - 36 }))
      )
  }
}

function metric({ state }: LensAttributes, rows: readonly AnswerRow[]): string {
  const [column] = Object.values(state.datasourceStates.formBased.layers.layer_0?.columns ?? {})
  const color = colorFromOne(state.visualization.palette, rows[0]?.values[0])
  const text = cell(rows[0]?.values[0], column?.dataType)
  const background =
    typeof color === 'string' ? `background:${color};color:${color === '#BD271E' ? '#fff' : '#000'}` : ''
  return `<div class="metric" style="${background}"><span>${safe(column?.label ?? '')}</span><b class="${text.length > 9 ? 'long' : ''}">${safe(text)}</b></div>`
}

/** Returns the color of a metric. The palette of a metric has one color, and a range that begins at a number. */
function colorFromOne(palette: Json | undefined, value: AnswerRow['values'][number] | undefined): Json | undefined {
  const params = isObject(palette) && isObject(palette.params) ? palette.params : {}
  const [first] = Array.isArray(params.colorStops) ? params.colorStops.filter(isObject) : []
  return typeof value === 'number' && value >= Number(params.rangeMin) ? first?.color : undefined
}

function table({ state }: LensAttributes, rows: readonly AnswerRow[], height: number): string {
  const layer = state.datasourceStates.formBased.layers.layer_0
  const { columns, sorting, paging } = state.visualization
  const drawn = (Array.isArray(columns) ? columns.filter(isObject) : []).filter(({ hidden }) => hidden !== true)
  const order = layer?.columnOrder ?? []
  const valueIn = (row: AnswerRow, id: Json | undefined) => [...row.keys, ...row.values][order.indexOf(String(id))]
  const by = isObject(sorting) ? sorting : undefined
  const sign = by?.direction === 'asc' ? 1 : -1
  const sorted =
    by === undefined
      ? rows
      : [...rows].sort((a, b) => sign * (Number(valueIn(a, by.columnId)) - Number(valueIn(b, by.columnId))))
  const fits = Math.floor((height - 60) / 25)
  const size = Math.min(fits, isObject(paging) ? Number(paging.size) : fits)
  const head = drawn.map(({ columnId }) => `<th>${safe(layer?.columns[String(columnId)]?.label ?? '')}</th>`).join('')
  const body = sorted.slice(0, size).map((row) => {
    const cells = drawn.map((column) => {
      const text = cell(valueIn(row, column.columnId), layer?.columns[String(column.columnId)]?.dataType)
      const color = assignedColors(column).get(text)
      return `<td${color === undefined ? '' : ` style="background:${color};color:${color === '#BD271E' ? '#fff' : '#000'}"`}>${safe(short(text, text.includes(' ') ? 64 : 44))}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  const more = sorted.length > size ? `<div class="none">${sorted.length} rows</div>` : ''
  return `<table><tr>${head}</tr>${body.join('')}</table>${more}`
}

function session({ columns, documents, total }: Extract<Answer, { total: number }>, { badges }: PageOptions): string {
  const head = columns.map((name) => `<th>${safe(name)}</th>`).join('')
  const body = documents.slice(0, 14).map((row) => {
    const cells = row.split(' | ').map((text, i) => {
      const color = badges.get(columns[i] as string)?.get(text)
      const shown = safe(short(text, 44))
      return `<td>${color === undefined ? shown : `<i style="background:${color};color:${color === '#BD271E' ? '#fff' : '#000'}">${shown}</i>`}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<div class="none">${total} documents</div><table>${`<tr>${head}</tr>`}${body.join('')}</table>`
}

function cell(value: AnswerRow['values'][number] | undefined, dataType: string | undefined): string {
  if (value === null || value === undefined) return '-'
  if (value === '__missing__') return '(missing value)'
  if (typeof value === 'number' && dataType === 'date')
    return new Date(value).toISOString().slice(0, 16).replace('T', ' ')
  return typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: 1 }) : String(value)
}

const style = `
body { margin: 0; background: #f6f9fc; font: 12px sans-serif; color: #1d2a3e; width: ${width}px; position: relative }
.title { padding: 12px 8px; font-size: 18px; font-weight: bold }
.section { position: absolute; left: 8px; font-size: 16px; font-weight: bold; line-height: 36px }
.panel { position: absolute; box-sizing: border-box; background: #fff; border: 1px solid #e3e8f2; border-radius: 6px; overflow: hidden; margin-left: 4px }
.heading { font-weight: bold; padding: 6px 8px 2px }
.text { padding: 10px 12px; font-size: 14px; line-height: 1.4 }
.links { padding: 8px; display: flex; gap: 14px } .links a { color: #0b64dd }
.metric { display: flex; justify-content: space-between; flex-direction: column; height: 100%; box-sizing: border-box; padding: 10px 14px }
.metric span { font-size: 15px; font-weight: bold } .metric b { font-size: 42px; text-align: right } .metric b.long { font-size: 26px }
table { border-collapse: collapse; width: 100% } td, th { text-align: left; padding: 4px 8px; border-bottom: 1px solid #eef2f7; white-space: nowrap }
.none { color: #69707d; padding: 2px 8px } td i { font-style: normal; border-radius: 3px; padding: 0 8px }`
