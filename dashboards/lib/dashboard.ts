// A dashboard is one literal of plain data; the compiler checks what it can, `checkDashboards` the rest.
import type { DatasetName } from './datasets.ts'
import type { Panel } from './panels/kinds.ts'

type NonEmpty<T> = readonly [T, ...T[]]
type RelativeTime = 'now' | `now-${number}${'m' | 'h' | 'd' | 'w' | 'M' | 'y'}`

/** A list to choose values of a field from; each narrows the lists after it. */
export interface Control {
  readonly field: string
  readonly title: string
  readonly width?: 'small' | 'medium' | 'large'
}

/** Panels side by side, from the left; rows follow one another from the top. */
export interface Row {
  /** Lines of Kibana's grid, about 20 pixels each. */
  readonly height: number
  readonly panels: NonEmpty<Panel>
}

export interface Dashboard {
  /** The name of the file without `.dashboard.ts`; stable for ever. */
  readonly id: string
  readonly title: string
  /** The question that it answers. */
  readonly description: string
  /** Every panel sees these data sets only. */
  readonly datasets: NonEmpty<DatasetName>
  readonly time: { readonly from: RelativeTime; readonly to: RelativeTime }
  /** An act that two feeds tell counts once; `shown` counts every record. */
  readonly echoes?: 'shown'
  readonly controls: readonly Control[]
  readonly rows: NonEmpty<Row>
}

/** Declares a dashboard. It hands the literal back: dashboards stay plain data. */
export function dashboard(content: Dashboard): Dashboard {
  return content
}

/** All panels, row by row. */
export function panelsOf({ rows }: Pick<Dashboard, 'rows'>): Panel[] {
  return rows.flatMap((row) => [...row.panels])
}
