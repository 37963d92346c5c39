// Bars over time, stacked by the values of a field.
import { columnId, type Metric, type Terms } from '../layer.ts'
import type { DataPanelBase, LensView } from './panel.ts'
import { xyVisualization } from './xy.ts'

export interface TimeBarsPanel extends DataPanelBase {
  readonly kind: 'time_bars'
  readonly metric: Metric
  readonly breakdown?: Terms
}

export function timeBarsView(panel: TimeBarsPanel): LensView {
  const metric = { ...panel.metric, member: 'metric' }
  const time = { kind: 'date_histogram', field: '@timestamp', member: 'time' } as const
  const breakdown =
    panel.breakdown === undefined ? [] : [{ ...panel.breakdown, kind: 'terms', member: 'breakdown' } as const]
  return {
    visualizationType: 'lnsXY',
    // The breakdown is the outer level, so that Lens selects the highest values of the whole range, not of each bar.
    layer: { buckets: [...breakdown, time], metrics: [metric] },
    visualization: (layerId, colorsOf) =>
      xyVisualization({
        layerId,
        seriesType: 'bar_stacked',
        x: columnId(time),
        y: columnId(metric),
        ...(breakdown[0] === undefined ? {} : { split: columnId(breakdown[0]), colors: colorsOf(breakdown[0].field) }),
      }),
  }
}
