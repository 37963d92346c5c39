// What all panels have, and what a data panel hands to Lens.
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import type { ColorsOf } from '../colors.ts'
import type { DataViewName } from '../data-views.ts'
import type { Kql, Layer } from '../layer.ts'

export interface PanelBase {
  /** Unique in the dashboard and stable: Kibana's id of the panel is made of it. */
  readonly id: string
  readonly title: string
  /** Columns of 48; panels that do not say share what the row has left. */
  readonly width?: number
}

export interface DataPanelBase extends PanelBase {
  /** One sentence behind the title: what exactly it shows. */
  readonly description: string
  readonly filter?: Kql
  /** What it looks into: `events` when absent. */
  readonly view?: DataViewName
  /** Why samples and scenarios have nothing for it: a panel that is always empty is a defect otherwise. */
  readonly emptyBecause?: string
}

export interface LensView {
  readonly visualizationType: 'lnsMetric' | 'lnsXY' | 'lnsPie' | 'lnsDatatable' | 'lnsHeatmap'
  readonly layer: Layer
  readonly visualization: (layerId: string, colorsOf: ColorsOf) => JsonObject
  /** The chart shows the title itself. */
  readonly titleInside?: true
}
