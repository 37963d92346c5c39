// Values over time: a row for each value of a field, a column for each period, darker colors for higher counts.
import { columnId, type Metric, type Terms } from '../layer.ts'
import type { DataPanelBase, LensView } from './panel.ts'

export interface HeatmapPanel extends DataPanelBase {
  readonly kind: 'heatmap'
  readonly terms: Terms
  readonly metric: Metric
}

export function heatmapView(panel: HeatmapPanel): LensView {
  const terms = { ...panel.terms, kind: 'terms', member: 'terms' } as const
  const time = { kind: 'date_histogram', field: '@timestamp', member: 'time' } as const
  const metric = { ...panel.metric, member: 'metric' }
  return {
    visualizationType: 'lnsHeatmap',
    // The values are the outer level, so that Lens selects the highest values of the whole time range.
    layer: { buckets: [terms, time], metrics: [metric] },
    visualization: (layerId) => ({
      shape: 'heatmap',
      layerId,
      layerType: 'data',
      xAccessor: columnId(time),
      yAccessor: columnId(terms),
      valueAccessor: columnId(metric),
      gridConfig: {
        type: 'heatmap_grid',
        isCellLabelVisible: false,
        isXAxisLabelVisible: true,
        isYAxisLabelVisible: true,
        isXAxisTitleVisible: false,
        isYAxisTitleVisible: false,
      },
      legend: { type: 'heatmap_legend', isVisible: true, position: 'right' },
    }),
  }
}
