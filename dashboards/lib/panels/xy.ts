// The XY chart settings of both bar panels.
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import type { ColorsOf } from '../colors.ts'

export interface Xy {
  readonly layerId: string
  readonly seriesType: 'bar_stacked' | 'bar_horizontal'
  readonly x: string
  readonly y: string
  readonly split?: string
  readonly colors?: ReturnType<ColorsOf>
}

export function xyVisualization({ layerId, seriesType, x, y, split, colors = {} }: Xy): JsonObject {
  const axes = (value: boolean | number) => ({ x: value, yLeft: value, yRight: value })
  return {
    preferredSeriesType: seriesType,
    legend: { isVisible: split !== undefined, position: 'right' },
    valueLabels: 'hide',
    fittingFunction: 'None',
    // The title of the panel names the counted objects.
    axisTitlesVisibilitySettings: axes(false),
    tickLabelsVisibilitySettings: axes(true),
    gridlinesVisibilitySettings: axes(true),
    labelsOrientation: axes(0),
    layers: [
      {
        layerId,
        layerType: 'data',
        seriesType,
        xAccessor: x,
        accessors: [y],
        ...(split === undefined ? {} : { splitAccessor: split }),
        ...colors,
      },
    ],
  }
}
