// References both ways: every name that is used is declared, every declared one is used, and every target is there.
// On import Kibana looks at data views only; a dangling tag or dashboard comes to light in the browser.
import type { DecodedDashboard, DecodedPanel } from './kibana/decoded-dashboard.ts'
import { controlReference, layerReference, ofPanel, type Reference, tagReference } from './kibana/references.ts'

/** A name that must be declared, as a reference to an object of this type (and of this id, where it is known). */
interface Wanted {
  readonly name: string
  readonly type: Reference['type']
  readonly id?: string
}

export interface ReferenceProblem {
  readonly path: string
  readonly message: string
}

/** `exists` says whether the pack has an object. */
export function referenceProblems(
  { attributes, references }: DecodedDashboard,
  exists: (type: string, id: string) => boolean,
): ReferenceProblem[] {
  const wanted = [
    ...attributes.kibanaSavedObjectMeta.searchSourceJSON.filter.map(({ meta }) => dataView(meta.indexRefName)),
    ...attributes.panelsJSON.flatMap((panel) => wantedOfPanel(panel)),
    ...Object.entries(attributes.controlGroupInput.panelsJSON).map(([id, { explicitInput }]) => ({
      ...dataView(controlReference(id)),
      id: explicitInput.dataViewId,
    })),
    ...references
      .filter(({ type }) => type === 'tag')
      .map(({ id }) => ({ name: tagReference(id), type: 'tag', id }) as const),
  ]
  return [
    ...closure('references', wanted, references),
    ...references.flatMap(({ type, id, name }) =>
      exists(type, id)
        ? []
        : [{ path: 'references', message: `${name} leads to ${type} ${id}, which the pack does not have` }],
    ),
    ...attributes.panelsJSON.flatMap((panel, i) =>
      panel.type === 'lens'
        ? closure(`attributes.panelsJSON.${i}`, wantedOfLens(panel), panel.embeddableConfig.attributes.references)
        : [],
    ),
  ]
}

type LensPanel = Extract<DecodedPanel, { type: 'lens' }>

/** Inside the panel: one for each layer. */
function wantedOfLens({ embeddableConfig }: LensPanel): Wanted[] {
  const { formBased } = embeddableConfig.attributes.state.datasourceStates
  return Object.keys(formBased.layers).map((id) => dataView(layerReference(id)))
}

/** On the dashboard: what the panel declares, and what its links go by. */
function wantedOfPanel(panel: DecodedPanel): Wanted[] {
  switch (panel.type) {
    case 'lens':
      return panel.embeddableConfig.attributes.references.map((reference) => ofPanel(panel.panelIndex, reference))
    case 'links':
      return panel.embeddableConfig.attributes.links.map(({ destinationRefName }) => ({
        name: `${panel.panelIndex}:${destinationRefName}`,
        type: 'dashboard',
      }))
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
