// All checks of dashboards that need no Kibana.
import { isDeepStrictEqual } from 'node:util'
import type { Diagnostic, DiagnosticCode } from '../../mappings/kernel/diagnostic.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import { isObject } from '../../mappings/kernel/json.ts'
import { commonCatalog, type FieldCatalog } from '../../rules/lib/query/catalog.ts'
import { checkKql } from '../../rules/lib/query/check.ts'
import { toDiagnostic } from '../../rules/lib/query/problem.ts'
import { fieldProblem } from './check-fields.ts'
import { checkSavedObject } from './check-saved-objects.ts'
import { type Dashboard, numberPanels } from './dashboard.ts'
import { type DataViewName, viewCatalog } from './data-views.ts'
import { emitDashboard, emitPack } from './emit.ts'
import { readLine } from './kibana/decode.ts'
import { type SavedObject, toLine } from './kibana/saved-object.ts'
import { type FieldUse, type Kql, layerFields } from './layer.ts'
import { isDataPanel, isLensPanel, lensView, type Panel } from './panels/kinds.ts'

/** Kibana's `savedObjects.maxImportPayloadBytes`. */
const largestImport = 26_214_400

const deepestTable: number = 2

/** Returns all findings on all dashboards, including findings that involve several dashboards. */
export function checkDashboards(
  contents: readonly Content<Dashboard>[],
  catalog: FieldCatalog = commonCatalog,
): Diagnostic[] {
  const shaped = contents.filter(({ value }) => isDashboardShaped(value))
  const dashboards = shaped.map(({ value }) => value)
  const pack = { dashboards, objects: emitPack(dashboards, { catalog }) }
  return [
    ...contents.flatMap((content) => checkDashboard(content, catalog, pack)),
    ...shaped.flatMap(({ file, value }, i) => {
      const first = shaped.findIndex((other) => other.value.id === value.id)
      if (first === i) return []
      return [
        reporter(file)('C003', '', `two dashboards share one file name: ${value.id}`, `see ${shaped[first]?.file}`),
      ]
    }),
    ...sizeFinding(pack.objects),
  ]
}

export interface Pack {
  readonly dashboards: readonly Dashboard[]
  readonly objects: readonly SavedObject[]
}

/** All findings on one dashboard; its links and its menu may lead to the dashboards of `pack`. */
export function checkDashboard(
  { file, value }: Content<Dashboard>,
  catalog: FieldCatalog = commonCatalog,
  pack: Pack = { dashboards: [], objects: [] },
): Diagnostic[] {
  const report = reporter(file)
  if (!isDashboardShaped(value))
    return shapeFaults(value).map(([path, message]) =>
      report('C001', path, message, 'dashboards/README.md has an example of each kind of panel'),
    )
  const own = emitDashboard(value, pack.dashboards, { catalog })
  const all = [...own, ...pack.objects]
  const wrongIds = ids(value, report)
  // A duplicate ID causes further faults in the saved object: do not report them.
  const objects = wrongIds.length > 0 ? [] : own
  return [
    ...(isDeepStrictEqual(value, JSON.parse(JSON.stringify(value)))
      ? []
      : [report('C002', '', 'the dashboard changes when it is written as JSON and read again')]),
    ...wrongIds,
    ...fields(value, catalog, report),
    ...nesting(value, report),
    ...firstScreen(value, report),
    ...placedPanels(value).flatMap(({ path, panel }) =>
      queries(panel).flatMap(({ member, kql, view }) =>
        checkKql(kql, viewCatalog(view, catalog)).map((problem) =>
          toDiagnostic(problem, kql, file, `${path}.${member}`),
        ),
      ),
    ),
    ...objects.flatMap((object) =>
      [...checkSavedObject(object, all), ...readLine(toLine(object)).problems].map(({ code, path, message }) =>
        report(code, path, message),
      ),
    ),
  ]
}

type Report = (code: DiagnosticCode, path: string, message: string, hint?: string) => Diagnostic

function reporter(file: string): Report {
  return (code, path, message, hint) => {
    return { code, level: 'error', file, path, message, ...(hint === undefined ? {} : { hint }) }
  }
}

const panelKinds: Readonly<Record<Panel['kind'], readonly string[]>> = {
  metric: [],
  time_bars: ['metric'],
  top_values: ['terms', 'metric'],
  heatmap: ['terms', 'metric'],
  table: ['rows', 'metrics'],
  events: ['columns'],
  markdown: ['text'],
  links: ['to'],
}

const isDashboardShaped = (value: unknown): value is Dashboard => shapeFaults(value).length === 0

type ShapeFault = readonly [path: string, message: string]

/** Returns the shape faults that prevent the other checks from reading a dashboard. */
function shapeFaults(value: unknown): ShapeFault[] {
  if (!isObject(value)) return [['', 'the default export is not a dashboard']]
  const { numbers, rows, datasets, time } = value
  return [
    ...['title', 'description', 'reading']
      .filter((member) => typeof value[member] !== 'string')
      .map((member): ShapeFault => [member, 'must be a string']),
    ...['controls', 'numbers', 'rows']
      .filter((member) => !Array.isArray(value[member]))
      .map((member): ShapeFault => [member, 'must be a list']),
    ...(datasets === undefined || Array.isArray(datasets) ? [] : [['datasets', 'must be a list'] as const]),
    ...(time === undefined || isObject(time) ? [] : [['time', 'must have the members from and to'] as const]),
    ...listOf(numbers).flatMap((number, i) => idFaults(`numbers.${i}`, number)),
    ...listOf(rows).flatMap((row, i) => rowFaults(`rows.${i}`, row)),
  ]
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function idFaults(path: string, value: unknown): ShapeFault[] {
  return isObject(value) && typeof value.id === 'string' ? [] : [[`${path}.id`, 'must be a string']]
}

function rowFaults(path: string, row: unknown): ShapeFault[] {
  if (!isObject(row) || !Array.isArray(row.panels)) return [[`${path}.panels`, 'must be a list']]
  return [
    ...(row.section === undefined || typeof row.section === 'string'
      ? []
      : [[`${path}.section`, 'must be a string'] as const]),
    ...row.panels.flatMap((panel: unknown, i) => panelFaults(`${path}.panels.${i}`, panel)),
  ]
}

function panelFaults(path: string, panel: unknown): ShapeFault[] {
  const { kind } = isObject(panel) ? panel : {}
  if (!isObject(panel) || typeof kind !== 'string' || !Object.hasOwn(panelKinds, kind))
    return [[`${path}.kind`, `must be one of ${Object.keys(panelKinds).join(', ')}`]]
  return [
    ...idFaults(path, panel),
    ...panelKinds[kind as Panel['kind']]
      .filter((member) => panel[member] === undefined)
      .map((member): ShapeFault => [`${path}.${member}`, `a panel of kind ${kind} needs this member`]),
  ]
}

interface PlacedPanel {
  readonly path: string
  readonly panel: Panel
}

function placedPanels(dashboard: Dashboard): PlacedPanel[] {
  const inRow = (path: string, panels: readonly Panel[]) => panels.map((panel, i) => ({ path: `${path}.${i}`, panel }))
  return [
    ...inRow('numbers', numberPanels(dashboard)),
    ...dashboard.rows.flatMap(({ panels }, row) => inRow(`rows.${row}.panels`, panels)),
  ]
}

function ids(dashboard: Dashboard, report: Report): Diagnostic[] {
  const panels = placedPanels(dashboard)
  const controlled = dashboard.controls.map(({ field }) => field)
  return [
    ...panels
      .filter(({ panel }, i) => panels.findIndex((other) => other.panel.id === panel.id) < i)
      .map(({ path, panel }) => report('D006', `${path}.id`, `another panel has the id ${panel.id}`)),
    ...controlled
      .map((field, i) => ({ field, i }))
      .filter(({ field, i }) => controlled.indexOf(field) < i)
      .map(({ field, i }) => report('D006', `controls.${i}.field`, `another control has the field ${field}`)),
  ]
}

function fields(dashboard: Dashboard, catalog: FieldCatalog, report: Report): Diagnostic[] {
  const uses: (FieldUse & { readonly view: DataViewName })[] = [
    ...(dashboard.menu?.opens ?? []).map((field, i) => {
      return { member: `menu.opens.${i}`, field, as: 'terms', view: 'events' } as const
    }),
    ...dashboard.controls.map(({ field, view = 'events' }, i) => {
      return { member: `controls.${i}`, field, as: 'control', view } as const
    }),
    ...placedPanels(dashboard).flatMap(({ path, panel }) =>
      panelFields(panel).map((use) => ({ ...use, member: `${path}.${use.member}` })),
    ),
  ]
  return uses.flatMap((use) => {
    const problem = fieldProblem(use, viewCatalog(use.view, catalog))
    return problem === undefined ? [] : [report('D002', use.member, problem.message, problem.hint)]
  })
}

/** Deeper nesting hides rows behind the sizes of the outer levels, and nobody reads it at a glance. */
function nesting(dashboard: Dashboard, report: Report): Diagnostic[] {
  return placedPanels(dashboard).flatMap(({ path, panel }) =>
    panel.kind === 'table' && panel.rows.length > deepestTable
      ? [
          report(
            'D007',
            `${path}.rows`,
            `a table nests at most ${deepestTable} levels`,
            'show the others as metrics: { of: "last_value", field, label }',
          ),
        ]
      : [],
  )
}

/** The height of the numbers and of two rows: a reader sees them without scrolling. */
const firstScreenHeight = 40
const numbersHeight = 5

function firstScreen({ rows }: Dashboard, report: Report): Diagnostic[] {
  const begin = rows.findIndex(({ section }) => section !== undefined)
  const above = rows.slice(0, Math.max(0, begin))
  if (above.reduce((sum, { height }) => sum + height, numbersHeight) <= firstScreenHeight) return []
  const hint = 'reduce their heights, or give the first row of details a section title'
  return [report('D004', `rows.${above.length - 1}`, 'the rows above the sections do not fit the first screen', hint)]
}

function panelFields(panel: Panel): (FieldUse & { readonly view: DataViewName })[] {
  if (!isDataPanel(panel)) return []
  const { view = 'events' } = panel
  const uses: FieldUse[] = isLensPanel(panel)
    ? layerFields(lensView(panel).layer)
    : panel.columns.map((field, i) => ({ member: `columns.${i}`, field, as: 'column' }))
  return uses.map((use) => ({ ...use, view }))
}

function queries(panel: Panel): { member: string; kql: Kql; view: DataViewName }[] {
  if (!isDataPanel(panel)) return []
  const { view = 'events' } = panel
  const metrics = isLensPanel(panel) ? lensView(panel).layer.metrics : []
  return [
    ...(panel.filter === undefined ? [] : [{ member: 'filter', kql: panel.filter, view }]),
    ...metrics.flatMap(({ member, filter }) =>
      filter === undefined ? [] : [{ member: `${member}.filter`, kql: filter, view }],
    ),
  ]
}

function sizeFinding(pack: readonly SavedObject[]): Diagnostic[] {
  const bytes = pack.reduce((sum, object) => sum + Buffer.byteLength(toLine(object)), 0)
  if (bytes < largestImport) return []
  return [reporter('dashboards')('D008', '', `the pack has ${bytes} bytes, and Kibana takes ${largestImport}`)]
}
