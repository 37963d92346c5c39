// The members of all panels, and the data that a panel passes to Lens.
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import type { ColorsOf } from '../colors.ts'
import type { DataViewName } from '../data-views.ts'
import type { Kql, Layer } from '../layer.ts'

export interface PanelBase {
  /** Unique in the dashboard, and stable: Kibana's panel ID is derived from it. */
  readonly id: string
  readonly title: string
  /** Width in columns, of 48. Panels without a width share the rest of the row. */
  readonly width?: number
}

export interface DataPanelBase extends PanelBase {
  /** One sentence next to the title that describes the contents exactly. */
  readonly description: string
  readonly filter?: Kql
  readonly view?: DataViewName
  /** The reason why samples and scenarios give the panel no data. Without it, an always empty panel is a defect. */
  readonly emptyBecause?: string
}

export interface LensView {
  readonly visualizationType: 'lnsMetric' | 'lnsXY' | 'lnsPie' | 'lnsDatatable' | 'lnsHeatmap'
  readonly layer: Layer
  readonly visualization: (layerId: string, colorsOf: ColorsOf) => JsonObject
  /** The chart shows the title itself. */
  readonly titleInside?: true
}
