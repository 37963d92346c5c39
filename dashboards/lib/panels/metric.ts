// One number.
import { colorOf, type Meaning } from '../colors.ts'
import { columnId, type Metric } from '../layer.ts'
import type { DataPanelBase, LensView } from './panel.ts'

export interface MetricPanel extends DataPanelBase {
  readonly kind: 'metric'
  readonly metric: Metric
  /** The color behind the number; Kibana's own when absent. */
  readonly color?: Meaning
}

export function metricView(panel: MetricPanel): LensView {
  // The number carries the title; a second one above it would only take room.
  const metric = { ...panel.metric, label: panel.metric.label ?? panel.title, member: 'metric' }
  return {
    visualizationType: 'lnsMetric',
    layer: { buckets: [], metrics: [metric] },
    titleInside: true,
    visualization: (layerId) => ({
      layerId,
      layerType: 'data',
      metricAccessor: columnId(metric),
      ...(panel.color === undefined ? {} : { color: colorOf(panel.color) }),
    }),
  }
}
