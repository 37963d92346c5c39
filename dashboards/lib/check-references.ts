// Checks references in both directions: every used name is declared, every declared name is used, and every target
// exists. On import, Kibana checks only data views. A dangling tag or dashboard causes an error only in the browser.
import type { DecodedDashboard, DecodedPanel, DecodedSearch } from './kibana/decode.ts'
import {
  controlReference,
  drilldownReference,
  layerReference,
  ofPanel,
  type Reference,
  tagReference,
} from './kibana/references.ts'

/** A reference that must be declared: its name, the type of the object, and the ID where it is known. */
interface Wanted {
  readonly name: string
  readonly type: Reference['type']
  readonly id?: string
}

export interface ReferenceProblem {
  readonly path: string
  readonly message: string
}

/** `exists` returns true for an object of the pack. */
export function referenceProblems(
  { attributes, references }: DecodedDashboard,
  exists: (type: string, id: string) => boolean,
): ReferenceProblem[] {
  const wanted = [
    ...attributes.panelsJSON.flatMap((panel) => wantedOfPanel(panel)),
    ...Object.entries(attributes.controlGroupInput.panelsJSON).map(([id, { explicitInput }]) => ({
      ...dataView(controlReference(id)),
      id: explicitInput.dataViewId,
    })),
    ...wantedTags(references),
  ]
  return [
    ...closure('references', wanted, references),
    ...dangling(references, exists),
    ...attributes.panelsJSON.flatMap((panel, i) =>
      panel.type === 'lens'
        ? closure(`attributes.panelsJSON.${i}`, wantedOfLens(panel), panel.embeddableConfig.attributes.references)
        : [],
    ),
  ]
}

export function searchReferenceProblems(
  { attributes, references }: DecodedSearch,
  exists: (type: string, id: string) => boolean,
): ReferenceProblem[] {
  const { indexRefName } = attributes.kibanaSavedObjectMeta.searchSourceJSON
  const wanted = [dataView(indexRefName), ...wantedTags(references)]
  return [...closure('references', wanted, references), ...dangling(references, exists)]
}

function wantedTags(references: readonly Reference[]): Wanted[] {
  return references.filter(({ type }) => type === 'tag').map(({ id }) => ({ name: tagReference(id), type: 'tag', id }))
}

function dangling(references: readonly Reference[], exists: (type: string, id: string) => boolean): ReferenceProblem[] {
  return references
    .filter(({ type, id }) => !exists(type, id))
    .map(({ type, id, name }) => ({
      path: 'references',
      message: `${name} leads to ${type} ${id}, which the pack does not have`,
    }))
}

type LensPanel = Extract<DecodedPanel, { type: 'lens' }>

/** Returns the references inside the panel: one for each layer. */
function wantedOfLens({ embeddableConfig }: LensPanel): Wanted[] {
  const { formBased } = embeddableConfig.attributes.state.datasourceStates
  return Object.keys(formBased.layers).map((id) => dataView(layerReference(id)))
}

/** On the dashboard: the references of the panel, of its links and of its drilldowns. */
function wantedOfPanel(panel: DecodedPanel): Wanted[] {
  switch (panel.type) {
    case 'lens':
      return [
        ...panel.embeddableConfig.attributes.references.map((reference) => ofPanel(panel.panelIndex, reference)),
        ...(panel.embeddableConfig.enhancements.dynamicActions?.events ?? []).map(({ eventId }) => ({
          name: `${panel.panelIndex}:${drilldownReference(eventId)}`,
          type: 'dashboard' as const,
        })),
      ]
    case 'links':
      return panel.embeddableConfig.attributes.links.map(({ destinationRefName }) => ({
        name: `${panel.panelIndex}:${destinationRefName}`,
        type: 'dashboard',
      }))
    case 'search':
      return [{ name: `${panel.panelIndex}:${panel.panelRefName}`, type: 'search' }]
    case 'visualization':
      return []
  }
}

function dataView(name: string): Wanted {
  return { name, type: 'index-pattern' }
}

function closure(path: string, wanted: readonly Wanted[], declared: readonly Reference[]): ReferenceProblem[] {
  const byName = new Map(declared.map((reference) => [reference.name, reference]))
  const names = new Set(wanted.map(({ name }) => name))
  const problem = (message: string) => ({ path, message })
  return [
    ...wanted.flatMap(({ name, type, id }) => {
      const found = byName.get(name)
      if (found === undefined) return [problem(`${name} is used and not declared`)]
      if (found.type !== type || (id !== undefined && found.id !== id))
        return [
          problem(`${name} is declared for ${found.type} ${found.id}, and used for ${type} ${id ?? ''}`.trimEnd()),
        ]
      return []
    }),
    ...declared.filter(({ name }) => !names.has(name)).map(({ name }) => problem(`${name} is declared and not used`)),
    ...(byName.size < declared.length ? [problem('one name is declared twice')] : []),
  ]
}
