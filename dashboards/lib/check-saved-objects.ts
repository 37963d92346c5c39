// All checks of saved objects themselves, regardless of their origin.
import { schemaCheck } from '../../mappings/kernel/schema-check.ts'
import { chartProblems } from './check-charts.ts'
import { referenceProblems, searchReferenceProblems } from './check-references.ts'
import { datasetField, dataViewOf, dataViews } from './data-views.ts'
import { type DecodedDashboard, type DecodedPanel, type DecodedSearch, decodeObject } from './kibana/decode.ts'
import type { Reference } from './kibana/references.ts'
import type { SavedObject } from './kibana/saved-object.ts'
import { gridColumns, overlap } from './layout.ts'
import { savedObjectSchema } from './saved-object.schema.ts'

export const validateSavedObject = schemaCheck(savedObjectSchema)

export interface Finding {
  readonly code: 'D001' | 'D003' | 'D004' | 'D005' | 'D006' | 'D007' | 'D009'
  readonly path: string
  readonly message: string
}

export function checkSavedObject(object: SavedObject, pack: readonly SavedObject[]): Finding[] {
  const { decoded, problems } = decodeObject(object)
  const refused = validateSavedObject(decoded).map((refusal): Finding => ({ code: 'D001', ...refusal }))
  const found: Finding[] = [...problems, ...refused]
  // The other checks require an object that matches the schema.
  if (found.some(({ code }) => code === 'D001')) return found
  const exists = (type: string, id: string) => pack.some((other) => other.type === type && other.id === id)
  // The schema check has shown that the object has this shape.
  if (object.type === 'dashboard') found.push(...dashboardFindings(decoded as unknown as DecodedDashboard, exists))
  if (object.type === 'search') found.push(...searchFindings(decoded as unknown as DecodedSearch, exists))
  return found
}

type Exists = (type: string, id: string) => boolean

function searchFindings(session: DecodedSearch, exists: Exists): Finding[] {
  const { title, kibanaSavedObjectMeta } = session.attributes
  const { query } = kibanaSavedObjectMeta.searchSourceJSON.query
  return [
    ...searchReferenceProblems(session, exists).map((problem): Finding => ({ code: 'D003', ...problem })),
    ...scopeFindings({ title, path: 'attributes.kibanaSavedObjectMeta', query, references: session.references }),
  ]
}

function dashboardFindings(dashboard: DecodedDashboard, exists: Exists): Finding[] {
  const panels = dashboard.attributes.panelsJSON
  return [
    ...referenceProblems(dashboard, exists).map((problem): Finding => ({ code: 'D003', ...problem })),
    ...gridFindings(panels),
    ...sectionFindings(dashboard),
    ...idFindings(dashboard),
    ...panels.flatMap((panel, i) =>
      panel.type === 'lens' ? lensFindings(panel.title, `attributes.panelsJSON.${i}`, panel.embeddableConfig) : [],
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
        .filter((other) => other.gridData.sectionId === gridData.sectionId && overlap(other.gridData, gridData))
        .map((other) => report(`${title} lies over ${other.title}`)),
    ]
  })
}

/** Panels without their section are not shown, and neither is an empty section. */
function sectionFindings({ attributes: { sections = [], panelsJSON } }: DecodedDashboard): Finding[] {
  const ids = sections.map(({ gridData }) => gridData.i)
  const used = panelsJSON.map(({ gridData }) => gridData.sectionId)
  return [
    ...panelsJSON.flatMap(({ title, gridData: { sectionId } }, i): Finding[] =>
      sectionId === undefined || ids.includes(sectionId)
        ? []
        : [{ code: 'D004', path: `attributes.panelsJSON.${i}.gridData`, message: `${title} is in no section` }],
    ),
    ...sections.flatMap(({ title, gridData }, i): Finding[] => [
      ...(used.includes(gridData.i)
        ? []
        : [{ code: 'D004' as const, path: `attributes.sections.${i}`, message: `section ${title} has no panels` }]),
      ...(ids.indexOf(gridData.i) < i
        ? [
            {
              code: 'D006' as const,
              path: `attributes.sections.${i}`,
              message: `another section has the title ${title}`,
            },
          ]
        : []),
    ]),
  ]
}

type LensConfig = Extract<DecodedPanel, { type: 'lens' }>['embeddableConfig']

function lensFindings(title: string, path: string, { attributes }: LensConfig): Finding[] {
  const { state, references } = attributes
  return [
    ...chartProblems(attributes).map((message): Finding => ({ code: 'D007', path, message: `${title}: ${message}` })),
    ...scopeFindings({ title, path, query: state.query.query, references }),
  ]
}

interface Scoped {
  readonly title: string
  readonly path: string
  readonly query: string
  readonly references: readonly Reference[]
}

/** Without the scope, a panel also counts other documents in the index patterns. */
function scopeFindings({ title, path, query, references }: Scoped): Finding[] {
  const view = references.map(({ id }) => dataViewOf(id)).find((found) => found !== undefined)
  const demanded = view === dataViews.events ? `${datasetField}: ` : (view?.scope ?? '')
  if (query.startsWith(demanded)) return []
  return [{ code: 'D005', path, message: `the query of ${title} does not begin with ${demanded}` }]
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
