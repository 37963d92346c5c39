// Charts of compiled Lens panels, drawn by ECharts on the answers to their searches.
import * as echarts from 'echarts'
import type { LensAttributes } from '../../dashboards/lib/kibana/lens.ts'
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import type { AnswerRow } from '../dashboards/support/rows.ts'

export interface Drawn {
  readonly attributes: LensAttributes
  readonly rows: readonly AnswerRow[]
  readonly width: number
  readonly height: number
}

/** The categorical colors of Kibana that are safe for color-blind readers. */
const palette = '#54B399 #6092C0 #D36086 #9170B8 #CA8EAE #D6BF57 #B9A888 #DA8B45 #AA6556 #E7664C'.split(' ')
const neutral = '#98A2B3'

/** Returns the colors that the compiled chart assigns to values. */
export function assignedColors(part: Json | undefined): ReadonlyMap<string, string> {
  const mapping = isObject(part) ? part.colorMapping : undefined
  const assignments =
    isObject(mapping) && Array.isArray(mapping.assignments) ? mapping.assignments.filter(isObject) : []
  return new Map(
    assignments.flatMap(({ rule, color }) => {
      const values = isObject(rule) && Array.isArray(rule.values) ? rule.values : []
      const code = isObject(color) ? color.colorCode : undefined
      return typeof code === 'string' ? values.map((value) => [String(value), code] as const) : []
    }),
  )
}

export function drawChart({ attributes, rows, width, height }: Drawn): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: 'sans-serif' },
    color: palette,
    ...options(attributes, rows),
  })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

function options({ visualizationType, state }: LensAttributes, rows: readonly AnswerRow[]): JsonObject {
  const layer = firstLayer(state.visualization)
  const colors = assignedColors(layer)
  switch (visualizationType) {
    case 'lnsPie':
      return donut(rows, colors)
    case 'lnsHeatmap':
      return heatmap(rows)
    default:
      return layer.seriesType === 'bar_horizontal' ? bars(rows) : timeBars(rows, colors)
  }
}

function firstLayer(visualization: JsonObject): JsonObject {
  const [first] = Array.isArray(visualization.layers) ? visualization.layers.filter(isObject) : [visualization]
  return first ?? {}
}

const labelOf = (key: string | undefined) => (key === undefined || key === '__missing__' ? '(missing value)' : key)
const number = (row: AnswerRow) => Number(row.values[0] ?? 0)

function colored(colors: ReadonlyMap<string, string>, name: string): JsonObject {
  if (colors.size === 0) return {}
  return { itemStyle: { color: colors.get(name) ?? neutral } }
}

function donut(rows: readonly AnswerRow[], colors: ReadonlyMap<string, string>): JsonObject {
  const data = rows.map((row) => {
    const name = labelOf(row.keys[0])
    return { name, value: number(row), ...colored(colors, name) }
  })
  return {
    legend: { orient: 'vertical', right: 0, top: 'middle', textStyle: { fontSize: 11 } },
    series: [
      { type: 'pie', radius: ['40%', '75%'], center: ['38%', '50%'], label: { formatter: '{c}', fontSize: 11 }, data },
    ],
  }
}

function bars(rows: readonly AnswerRow[]): JsonObject {
  const shown = [...rows].reverse()
  return {
    grid: { left: 8, right: 24, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: 'value', axisLabel: { fontSize: 10 } },
    yAxis: {
      type: 'category',
      data: shown.map(({ keys }) => short(labelOf(keys[0]), 34)),
      axisLabel: { fontSize: 11 },
    },
    series: [{ type: 'bar', data: shown.map(number), barMaxWidth: 18 }],
  }
}

function timeBars(rows: readonly AnswerRow[], colors: ReadonlyMap<string, string>): JsonObject {
  const times = [...new Set(rows.map(({ keys }) => keys.at(-1) as string))].sort((a, b) => Number(a) - Number(b))
  const names = [...new Set(rows.map(({ keys }) => (keys.length > 1 ? labelOf(keys[0]) : '')))]
  const series = names.map((name) => {
    const own = rows.filter(({ keys }) => keys.length < 2 || labelOf(keys[0]) === name)
    const byTime = new Map(own.map((row) => [row.keys.at(-1), number(row)]))
    const data = times.map((time) => byTime.get(time) ?? 0)
    return { type: 'bar', stack: 'all', name: short(name, 24), data, ...colored(colors, name) }
  })
  return {
    legend: { orient: 'vertical', type: 'scroll', right: 0, top: 4, textStyle: { fontSize: 11 }, itemWidth: 12 },
    grid: { left: 8, right: 190, top: 10, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: times.map((time) => new Date(Number(time)).toISOString().slice(5, 13).replace('T', ' ')),
    },
    yAxis: { type: 'value', axisLabel: { fontSize: 10 } },
    series,
  }
}

function heatmap(rows: readonly AnswerRow[]): JsonObject {
  const times = [...new Set(rows.map(({ keys }) => keys[1] as string))].sort((a, b) => Number(a) - Number(b))
  const names = [...new Set(rows.map(({ keys }) => labelOf(keys[0])))].reverse()
  const data = rows
    .filter((row) => number(row) > 0)
    .map((row) => [times.indexOf(row.keys[1] as string), names.indexOf(labelOf(row.keys[0])), number(row)])
  const most = Math.max(1, ...rows.map(number))
  return {
    grid: { left: 8, right: 60, top: 4, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: times.map((time) => new Date(Number(time)).toISOString().slice(5, 13).replace('T', ' ')),
    },
    yAxis: { type: 'category', data: names.map((name) => short(name, 48)), axisLabel: { fontSize: 11 } },
    visualMap: { min: 0, max: most, right: 0, top: 'middle', inRange: { color: ['#E5F2EF', '#54B399', '#1C6E56'] } },
    series: [{ type: 'heatmap', data }],
  }
}

export function short(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}
