import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { colorOf, type Meaning } from '../colors.ts'
import { columnId, type Metric } from '../layer.ts'
import type { DataPanelBase, LensView } from './panel.ts'

export interface MetricPanel extends DataPanelBase {
  readonly kind: 'metric'
  /** Default: the number of documents. */
  readonly metric?: Metric
  /** The color behind the number from 1 on: a zero is not alarming. */
  readonly color?: Meaning
}

export function metricView(panel: MetricPanel): LensView {
  // The number carries the title; a second one above it would only take room.
  const { metric: shown = { of: 'count' }, title } = panel
  const metric: Metric & { readonly member: string } = { ...shown, label: shown.label ?? title, member: 'metric' }
  return {
    visualizationType: 'lnsMetric',
    layer: { buckets: [], metrics: [metric] },
    titleInside: true,
    visualization: (layerId) => ({
      layerId,
      layerType: 'data',
      metricAccessor: columnId(metric),
      ...(panel.color === undefined ? {} : { palette: fromOne(colorOf(panel.color)) }),
    }),
  }
}

/** A palette of one color; a number below its range has the background of the page. */
function fromOne(color: string): JsonObject {
  return {
    type: 'palette',
    name: 'custom',
    params: {
      name: 'custom',
      reverse: false,
      rangeType: 'number',
      rangeMin: 1,
      rangeMax: null,
      progression: 'fixed',
      continuity: 'above',
      steps: 1,
      maxSteps: 5,
      colorStops: [{ color, stop: 1 }],
      stops: [{ color, stop: 1_000_000 }],
    },
  }
}
