// The rows and panels of a dashboard in short form. Each function returns plain data, in the form of a dashboard in JSON.
import type { DashboardFile, Row } from './dashboard.ts'
import type { EventsPanel } from './panels/events.ts'
import type { HeatmapPanel } from './panels/heatmap.ts'
import type { Panel } from './panels/kinds.ts'
import type { TablePanel } from './panels/table.ts'
import type { TimeBarsPanel } from './panels/time-bars.ts'
import type { TopValuesPanel } from './panels/top-values.ts'

type Panels = readonly Panel[]
type Figure = DashboardFile['numbers'][number]
type Members<P> = Omit<P, 'kind' | 'id'>

export const row = (height: number, panels: Panels): Row => ({ height, panels })
export const section = (title: string, height: number, panels: Panels): Row => ({ section: title, height, panels })
export const collapsed = (title: string, height: number, panels: Panels): Row => ({
  ...section(title, height, panels),
  collapsed: true,
})

export const number = (id: string, members: Omit<Figure, 'id'>): Figure => ({ id, ...members })
export const timeBars = (id: string, members: Members<TimeBarsPanel>): Panel => ({ kind: 'time_bars', id, ...members })
export const topValues = (id: string, members: Members<TopValuesPanel>): Panel => ({
  kind: 'top_values',
  id,
  ...members,
})
export const heatmap = (id: string, members: Members<HeatmapPanel>): Panel => ({ kind: 'heatmap', id, ...members })
export const table = (id: string, members: Members<TablePanel>): Panel => ({ kind: 'table', id, ...members })

/** `columns` contains field names, separated by spaces. */
export function events(
  id: string,
  { columns, ...members }: Omit<Members<EventsPanel>, 'columns'> & { columns: string },
): Panel {
  return { kind: 'events', id, ...members, columns: columns.split(/\s+/) as [string, ...string[]] }
}
