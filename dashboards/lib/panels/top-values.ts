// The highest values of a field, as horizontal bars or as a donut.
import { columnId, type Metric, type Terms } from '../layer.ts'
import type { DataPanelBase, LensView } from './panel.ts'
import { xyVisualization } from './xy.ts'

export interface TopValuesPanel extends DataPanelBase {
  readonly kind: 'top_values'
  readonly shape: 'bars' | 'donut'
  readonly terms: Terms
  readonly metric: Metric
}

export function topValuesView(panel: TopValuesPanel): LensView {
  const terms = { ...panel.terms, kind: 'terms', member: 'terms' } as const
  const metric = { ...panel.metric, member: 'metric' }
  const layer = { buckets: [terms], metrics: [metric] }
  if (panel.shape === 'bars') {
    return {
      visualizationType: 'lnsXY',
      layer,
      visualization: (layerId) =>
        xyVisualization({ layerId, seriesType: 'bar_horizontal', x: columnId(terms), y: columnId(metric) }),
    }
  }
  return {
    visualizationType: 'lnsPie',
    layer,
    visualization: (layerId, colorsOf) => ({
      shape: 'donut',
      layers: [
        {
          layerId,
          layerType: 'data',
          primaryGroups: [columnId(terms)],
          metrics: [columnId(metric)],
          numberDisplay: 'value',
          categoryDisplay: 'default',
          legendDisplay: 'show',
          nestedLegend: false,
          emptySizeRatio: 0.3,
          ...colorsOf(terms.field),
        },
      ],
    }),
  }
}
