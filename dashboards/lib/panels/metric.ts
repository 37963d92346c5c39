// One number.
import type { Metric } from '../layer.ts'
import { columnId } from '../layer.ts'
import type { DataPanelBase, LensView } from './panel.ts'

export interface MetricPanel extends DataPanelBase {
  readonly kind: 'metric'
  readonly metric: Metric
}

export function metricView(panel: MetricPanel): LensView {
  // The number carries the title; a second one above it would only take room.
  const metric = { ...panel.metric, label: panel.metric.label ?? panel.title, member: 'metric' }
  return {
    visualizationType: 'lnsMetric',
    layer: { buckets: [], metrics: [metric] },
    titleInside: true,
    visualization: (layerId) => ({ layerId, layerType: 'data', metricAccessor: columnId(metric) }),
  }
}
