// A dashboard is one literal of plain data. The compiler checks part of it, and `checkDashboards` the rest.
import { type Content, loadContent } from '../../mappings/kernel/discover.ts'
import type { DatasetName, DataViewName } from './data-views.ts'
import type { Panel } from './panels/kinds.ts'
import type { MetricPanel } from './panels/metric.ts'

type NonEmpty<T> = readonly [T, ...T[]]
type RelativeTime = 'now' | `now-${number}${'m' | 'h' | 'd' | 'w' | 'M' | 'y'}`

/** A list to select values of a field. Each control narrows the lists of the controls after it. */
export interface Control {
  readonly field: string
  readonly title: string
  readonly width?: 'small' | 'medium' | 'large'
  /** The view that supplies the values: `events` by default. */
  readonly view?: DataViewName
}

/** The position of a dashboard in the row of links at the top of every dashboard in the menu. */
interface MenuEntry {
  /** Lowest first. Equal places are sorted by ID. */
  readonly place: number
  readonly label: string
  /** A click on a value of these fields, in any other dashboard, offers to open this one. */
  readonly opens?: NonEmpty<string>
}

/** Panels side by side, from the left; rows follow one another from the top. */
export interface Row {
  /**
   * Begins a collapsible section with this title. It ends before the next section. Kibana before 9.1 shows its rows below
   * the other rows, without the title.
   */
  readonly section?: string
  /** The section is collapsed when the dashboard opens: its panels send no queries until a user expands it. */
  readonly collapsed?: true
  /** Lines of Kibana's grid, about 20 pixels each. */
  readonly height: number
  readonly panels: readonly Panel[]
}

export interface DashboardFile {
  readonly title: string
  readonly description: string
  /** Without an entry, the dashboard is not in the menu. */
  readonly menu?: MenuEntry
  /** Every panel over `events` shows only these datasets. All datasets when absent. */
  readonly datasets?: NonEmpty<DatasetName>
  /** The last 30 days when absent. */
  readonly time?: { readonly from: RelativeTime; readonly to: RelativeTime }
  /** By default, an act in two log sources counts once. `shown` counts every record. */
  readonly duplicates?: 'shown'
  readonly controls: readonly Control[]
  /** How to read the dashboard, in one line below the numbers. */
  readonly reading: string
  /** The first row. */
  readonly numbers: readonly Omit<MetricPanel, 'kind'>[]
  readonly rows: readonly Row[]
}

export interface Dashboard extends DashboardFile {
  /** The name of the file without `.dashboard.ts`; never changes. */
  readonly id: string
}

/** Declares a dashboard. It returns the literal unchanged: dashboards are plain data. */
export function dashboard(content: DashboardFile): DashboardFile {
  return content
}

/** The same dashboard with the ID from its file name. */
export function identified({ file, value }: Content<DashboardFile>): Content<Dashboard> {
  const id = file.slice(file.lastIndexOf('/') + 1).replace(/\.dashboard\.(?:ts|json)$/, '')
  return { file, value: { ...value, id } }
}

export async function loadDashboards(): Promise<Content<Dashboard>[]> {
  return (await loadContent<DashboardFile>('dashboards', 'dashboard')).map(identified)
}

export function numberPanels({ numbers }: Pick<Dashboard, 'numbers'>): MetricPanel[] {
  return numbers.map((number) => ({ ...number, kind: 'metric' }))
}

export function panelsOf(dashboard: Pick<Dashboard, 'numbers' | 'rows'>): Panel[] {
  return [...numberPanels(dashboard), ...dashboard.rows.flatMap(({ panels }) => [...panels])]
}
