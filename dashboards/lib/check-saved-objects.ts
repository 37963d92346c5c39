// Everything that can be said against saved objects themselves, whatever they were made from.
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { chartProblems } from './check-charts.ts'
import { referenceProblems } from './check-references.ts'
import { datasetField } from './datasets.ts'
import { decodeObject } from './kibana/decode.ts'
import type { DecodedDashboard, DecodedPanel } from './kibana/decoded-dashboard.ts'
import type { SavedObject } from './kibana/saved-object.ts'
import { gridColumns, overlap } from './layout.ts'
import { validateSavedObject } from './validate-saved-object.ts'

export interface Finding {
  readonly code: 'D001' | 'D003' | 'D004' | 'D005' | 'D006' | 'D007' | 'D009'
  readonly path: string
  readonly message: string
}

/** All findings on one object; references must lead to one of `pack`. */
export function checkSavedObject(object: SavedObject, pack: readonly SavedObject[]): Finding[] {
  const { decoded, problems } = decodeObject(object)
  const refused = validateSavedObject(decoded).map((refusal): Finding => ({ code: 'D001', ...refusal }))
  const found: Finding[] = [...problems, ...refused]
  // What does not match the schema cannot be looked into.
  if (found.some(({ code }) => code === 'D001') || object.type !== 'dashboard') return found
  return [...found, ...dashboardFindings(decoded, pack)]
}

function dashboardFindings(decoded: JsonObject, pack: readonly SavedObject[]): Finding[] {
  // The schema has just shown that it has this shape.
  const dashboard = decoded as unknown as DecodedDashboard
  const panels = dashboard.attributes.panelsJSON
  const exists = (type: string, id: string) => pack.some((object) => object.type === type && object.id === id)
  return [
    ...referenceProblems(dashboard, exists).map((problem): Finding => ({ code: 'D003', ...problem })),
    ...gridFindings(panels),
    ...datasetFindings(dashboard),
    ...idFindings(dashboard),
    ...panels.flatMap((panel, i) =>
      panel.type === 'lens'
        ? chartProblems(panel.embeddableConfig.attributes).map((message): Finding => {
            return { code: 'D007', path: `attributes.panelsJSON.${i}`, message: `${panel.title}: ${message}` }
          })
        : [],
    ),
  ]
}

function gridFindings(panels: readonly DecodedPanel[]): Finding[] {
  return panels.flatMap(({ title, gridData }, i) => {
    const report = (message: string): Finding => ({
      code: 'D004',
      path: `attributes.panelsJSON.${i}.gridData`,
      message,
    })
    const end = gridData.x + gridData.w
    return [
      ...(end > gridColumns ? [report(`${title} ends in column ${end} of ${gridColumns}`)] : []),
      ...panels
        .slice(0, i)
        .filter((other) => overlap(other.gridData, gridData))
        .map((other) => report(`${title} lies over ${other.title}`)),
    ]
  })
}

/** Without one, a panel counts whatever else the index patterns hold. */
function datasetFindings({ attributes }: DecodedDashboard): Finding[] {
  const { filter, query } = attributes.kibanaSavedObjectMeta.searchSourceJSON
  const ofDashboard = filter.some(({ meta }) => meta.key === datasetField && !meta.disabled && !meta.negate)
  if (ofDashboard || query.query.includes(`${datasetField}:`)) return []
  return attributes.panelsJSON.flatMap((panel, i) => {
    if (panel.type !== 'lens') return []
    const own = panel.embeddableConfig.attributes.state.query.query
    if (own.includes(`${datasetField}:`)) return []
    const message = `neither ${panel.title} nor the dashboard has a filter on ${datasetField}`
    return [{ code: 'D005', path: `attributes.panelsJSON.${i}`, message }]
  })
}

function idFindings({ attributes }: DecodedDashboard): Finding[] {
  const report = (path: string, message: string): Finding => ({ code: 'D006', path, message })
  const panels = attributes.panelsJSON
  return [
    ...panels.flatMap(({ panelIndex, gridData }, i) => [
      ...(gridData.i === panelIndex
        ? []
        : [report(`attributes.panelsJSON.${i}`, `gridData.i is ${gridData.i}, not ${panelIndex}`)]),
      ...(panels.findIndex((other) => other.panelIndex === panelIndex) < i
        ? [report(`attributes.panelsJSON.${i}`, `another panel has the id ${panelIndex}`)]
        : []),
    ]),
    ...Object.entries(attributes.controlGroupInput.panelsJSON)
      .filter(([id, { explicitInput }]) => explicitInput.id !== id)
      .map(([id, { explicitInput }]) =>
        report('attributes.controlGroupInput.panelsJSON', `${id} calls itself ${explicitInput.id}`),
      ),
  ]
}
