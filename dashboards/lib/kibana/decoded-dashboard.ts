// A dashboard object, and a Discover session, that have been decoded and have passed the schema.
import type { GridPlace } from '../layout.ts'
import type { Pill } from './filters.ts'
import type { KueryQuery, LensAttributes } from './lens.ts'
import type { Reference } from './references.ts'

type Placed = { panelIndex: string; gridData: GridPlace & { i: string; sectionId?: string }; title: string }
export type DecodedPanel = Placed &
  (
    | {
        type: 'lens'
        embeddableConfig: {
          attributes: LensAttributes
          enhancements: { dynamicActions?: { events: { eventId: string }[] } }
        }
      }
    | { type: 'links'; embeddableConfig: { attributes: { links: { id: string; destinationRefName: string }[] } } }
    | { type: 'search'; panelRefName: string }
    | { type: 'visualization' }
  )

export type DecodedDashboard = {
  type: 'dashboard'
  id: string
  references: Reference[]
  attributes: {
    kibanaSavedObjectMeta: { searchSourceJSON: { query: KueryQuery; filter: Pill[] } }
    panelsJSON: DecodedPanel[]
    sections?: { title: string; gridData: { y: number; i: string } }[]
    controlGroupInput: { panelsJSON: Record<string, { explicitInput: { dataViewId: string; id: string } }> }
  }
}

export type DecodedSearch = {
  type: 'search'
  references: Reference[]
  attributes: {
    title: string
    kibanaSavedObjectMeta: { searchSourceJSON: { query: KueryQuery; indexRefName: string } }
  }
}
