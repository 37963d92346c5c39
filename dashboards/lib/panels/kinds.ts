// The union of all panels. A new kind needs a file in this folder and a case in each switch. Without the case, the
// switch does not compile.
import { never } from '../../../mappings/kernel/never.ts'
import type { EventsPanel } from './events.ts'
import { type HeatmapPanel, heatmapView } from './heatmap.ts'
import type { LinksPanel } from './links.ts'
import type { MarkdownPanel } from './markdown.ts'
import { type MetricPanel, metricView } from './metric.ts'
import type { LensView } from './panel.ts'
import { type TablePanel, tableView } from './table.ts'
import { type TimeBarsPanel, timeBarsView } from './time-bars.ts'
import { type TopValuesPanel, topValuesView } from './top-values.ts'

export type LensPanel = MetricPanel | TimeBarsPanel | TopValuesPanel | HeatmapPanel | TablePanel
/** Panels that show the results of a query. */
export type DataPanel = LensPanel | EventsPanel
export type Panel = DataPanel | MarkdownPanel | LinksPanel

export function isDataPanel(panel: Panel): panel is DataPanel {
  return panel.kind !== 'markdown' && panel.kind !== 'links'
}

export function isLensPanel(panel: Panel): panel is LensPanel {
  return isDataPanel(panel) && panel.kind !== 'events'
}

export function lensView(panel: LensPanel): LensView {
  switch (panel.kind) {
    case 'metric':
      return metricView(panel)
    case 'time_bars':
      return timeBarsView(panel)
    case 'top_values':
      return topValuesView(panel)
    case 'heatmap':
      return heatmapView(panel)
    case 'table':
      return tableView(panel)
    default:
      return never(panel)
  }
}
